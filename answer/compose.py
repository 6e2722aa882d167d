"""Question and evidence -> an answer in the documents' own words, without a language model."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from answer.answer import MAX_ANSWER, MAX_FACT, Citation
from answer.article_charge import IN_CHARGE, article_charge
from answer.charge import asks_charge, leading_unit
from answer.choice import choose
from answer.clauses import tell_clauses
from answer.counted_off import counting_off
from answer.definition import definition
from answer.draft import Draft, Statement
from answer.evidence import Evidence
from answer.headed_charge import units_in_charge
from answer.horizon import horizon
from answer.leading_figure import tell_figure
from answer.listing import listing
from answer.of_document import of_document
from answer.part_told import is_asked, part_told
from answer.quoting import is_figure, statement
from answer.reckon import asks_sum
from answer.stating import stating
from answer.table_rows import asks_unit, charge_row, docs_asked
from answer.weighing import bodies_of
from index.store import PassageIndex
from retriever.concepts import Concept
from retriever.plans import plans_told_apart
from retriever.question import Question
from retriever.retrieval import Retrieval

LED = re.compile(r"[：:，,；;][^，。；：]{2,16}牵头(?!单位|部门|抓|负责部门)")
OFFICE = re.compile(r"单位|部门|[哪个么]局|委办")
SAYS_ITSELF = 0.5  # coverage from which on the best sentence is on the very thing asked about
SEVERAL = re.compile(
    r"后|底子|基数|原来|原先|现在|目前|眼下|现有|如今|当前|从|变|增|涨|提|升|比|各|分别|和|与"
)  # more than one year's figure may be wanted
ONE_FIGURE = re.compile(r"多少|几[个家项名件人成]|多[大高快]|第几|名次|占比|比例|how (?:many|much|high|large)", re.I)
LISTS = re.compile(r"哪些|哪几|分别|各|措施|办法|如何|哪[二两三四五六七八九]|都有|[，,；;][^，,；;]*(?:什么|谁|哪|怎么)")
NUMERAL = re.compile(r"[\d一二两三四五六七八九十]")  # in a title: 两大高地, which the clause that names the units does not state
MANY = re.compile(
    (
        r"哪些|哪几(?!年|个月)|哪[二两三四五六七八九]|都有|有谁|几个方面|列|什么支持|怎么|如何|措施|办法|政策|支持|扶持|补贴|优惠|分别|有何|怎样|做法|途径|渠道|"
        r"what (?:measures|support|are)|which|how (?:does|do|will|is)|list"
    ),
    re.I,
)


def compose(
    retrieval: Retrieval, evidence: Sequence[Evidence], concepts: Sequence[Concept], index: PassageIndex, today: date | None = None
) -> Draft:
    """Write the answer to a question from its evidence, best first.

    A figure is answered by the sentence or row that states it; several places by one such piece each; anything else by
    the clause that fits best, in its own order, and the best of the next.

    Args:
        retrieval: question and hits.
        evidence: pieces found in the hits, best first; at least one.
        concepts: what the question asks about.
        index: where they come from.
        today: the day asked, by which a plan's period may be over.
    """
    question = retrieval.question
    if draft := definition(retrieval, index):
        return draft
    if draft := listing(retrieval, evidence, concepts, index):
        return draft
    if question.about_document:
        draft = of_document(retrieval, evidence, index, today)
        if ahead := horizon(retrieval, index):
            draft.append(ahead)
        return draft
    groups = _groups(retrieval, evidence, index)
    if len(groups) > 1:
        return _each(groups, concepts, index, per_group=3 if len(groups) <= 2 else 2)
    if (asks_charge(question.text) or asks_unit(question.text)) and (draft := _responsible(retrieval, evidence, concepts, index)):
        return draft
    one_figure = ONE_FIGURE.search(question.text) and not LISTS.search(question.text)
    room = MAX_FACT if one_figure else MAX_ANSWER - 60
    if asks_sum(question.text) and _prose_says_as_much(evidence):
        return tell_clauses(retrieval, evidence, concepts, index, room)
    if question.wants_number and not stating(evidence, question, concepts) and (named := counting_off(evidence, question)):
        return tell_clauses(retrieval, named, concepts, index, room)
    if question.wants_number and not MANY.search(question.text):
        one_year = len(question.years) == 1 and not SEVERAL.search(question.text)
        found = stating(evidence, question, concepts) or evidence
        return _figure(_of_whole(found, question, index), retrieval, concepts, index, question.years if one_year else ())
    return tell_clauses(retrieval, evidence, concepts, index, room)


def _groups(retrieval: Retrieval, evidence: Sequence[Evidence], index: PassageIndex) -> list[tuple[str, list[Evidence]]]:
    """Evidence by body or by region, or by document where several years are the ends of plans of one region."""
    question = retrieval.question
    if len(question.bodies) > 1:
        by_body = [(body.name, [item for item in evidence if bodies_of(item.passage, (body,))]) for body in question.bodies]
        if all(items for _, items in by_body):
            return by_body
    if len(retrieval.regions) > 1:
        by_region = [(region, [item for item in evidence if index.infos[item.doc].region == region]) for region in retrieval.regions]
        return [(region, items) for region, items in by_region if items]
    ends = {info.years[1]: info for info in index.documents if info.years and (not retrieval.regions or info.region in retrieval.regions)}
    region = retrieval.regions[0] if retrieval.regions else index.infos[evidence[0].doc].region
    apart = plans_told_apart(question.text, [info for info in index.documents if info.region == region])
    named = list(apart) or [ends[year] for year in question.years if year in ends]
    if len({info.id for info in named}) > 1:
        by_document = [(f"{info.region}（{info.period}）", [item for item in evidence if item.doc == info.id]) for info in named]
        return [(name, items) for name, items in by_document if items]
    return [("", list(evidence))]


def _each(groups: Sequence[tuple[str, list[Evidence]]], concepts: Sequence[Concept], index: PassageIndex, per_group: int) -> Draft:
    draft = Draft(index, MAX_ANSWER)
    share = (MAX_ANSWER - 40) // len(groups)
    for name, items in groups:
        for place, item in enumerate(choose(items, concepts, share, items[0].score)[:per_group]):
            told = statement(item, "", share)
            draft.state(told if place or told.words.startswith(name) else replace(told, lead=name))
    return draft


def _responsible(retrieval: Retrieval, evidence: Sequence[Evidence], concepts: Sequence[Concept], index: PassageIndex) -> Draft | None:
    """Quote the units in charge, of a table's row and of a clause, with the sentences of that clause that fit best."""
    unit = OFFICE.search(retrieval.question.text)
    if evidence and not unit and evidence[0].coverage >= SAYS_ITSELF and LED.search(evidence[0].text):
        return None  # it says itself who leads what is asked about: 某中心：甲公司牵头
    charge = units_in_charge(retrieval, concepts, index)
    row = charge_row(concepts, docs_asked(retrieval, index), index)
    draft = Draft(index, MAX_ANSWER)
    if row:
        draft.state(row)
    if charge is None:
        for told in [] if row else article_charge(evidence, concepts, index):
            draft.state(told)
        return draft if draft.citations else None
    start, end = charge.charged
    units = Statement(charge.units, charge.passage, charge.start, charge.end, "" if NUMERAL.search(charge.title) else charge.title)
    own = [item for item in evidence if item.doc == charge.passage.doc and start <= item.start and item.end <= end]
    own = [item for item in own if item.end <= charge.start or charge.end <= item.start][:2]
    for item in [item for item in own if charge.clause and IN_CHARGE.search(item.text)]:  # it says so itself of one of its things
        draft.state(statement(item))
        own.remove(item)
    draft.state(units)
    if line := leading_unit(units, index):
        draft.tell(line)
    for item in own:
        draft.state(statement(item))
    return draft


def _figure(
    found: Sequence[Evidence], retrieval: Retrieval, concepts: Sequence[Concept], index: PassageIndex, years: Sequence[int]
) -> Draft:
    """Tell a figure; where it is of a part of the place that nobody asks of, that none of the whole was found."""
    draft = tell_figure(found, concepts, index, years)
    first = next(iter(draft.citations), None)
    if first and (part := _part(first, index)) and not is_asked(part, retrieval.question):
        draft.lines.insert(0, f"资料中没有找到全{index.infos[first.doc].region[-1]}的这个数，最接近的是其中一部分的：")
    return draft


def _of_whole(found: Sequence[Evidence], question: Question, index: PassageIndex) -> Sequence[Evidence]:
    """Leave out what is told of a part of the place that nobody asks of, where something is told of the whole."""
    whole = [item for item in found if item.is_row or not (part := _part(item, index)) or is_asked(part, question)]
    return whole if any(item.coverage >= found[0].coverage for item in whole) else found


def _part(told: Evidence | Citation, index: PassageIndex) -> str:
    """The part of a place that a span of running text is of, "" where it is of the whole or of a table's row."""
    passage = index.passage_at(told.doc, told.start)
    return "" if passage and passage.row else part_told(index.texts[told.doc], told.start, told.end)


def _prose_says_as_much(evidence: Sequence[Evidence]) -> bool:
    """Tell whether a sentence holds as much of the question as the best table row does."""
    rows = max((item.coverage for item in evidence if is_figure(item)), default=0.0)
    return any(item.coverage >= rows for item in evidence if not is_figure(item))
