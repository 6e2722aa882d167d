"""Question and evidence -> an answer in the documents' own words, without a language model."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from answer.answer import MAX_ANSWER, MAX_CITATION, MAX_FACT
from answer.charge import asks_charge, find_charge
from answer.definition import definition
from answer.draft import Draft, Statement
from answer.evidence import SHORT_ROW, Evidence, bodies_of, readable
from answer.listing import listing
from answer.provisions import validity
from answer.reckon import asks_sum
from answer.wording import row_words, sentence_words, shorten
from index.store import PassageIndex
from retriever.concepts import Concept, coverage
from retriever.names import named_documents
from retriever.plans import plans_told_apart
from retriever.question import Question
from retriever.retrieve import Retrieval

SECOND_FACT = 0.6  # share of the best score from which on another piece of evidence is told as well
SECOND_COVERAGE = 0.5  # share of the best coverage that it must have too
SECOND_SCOPE = 0.65
READ_FIGURES, MOST_FIGURES = 8, 4
NOVEL = 1.0  # weight of what was not told yet, in choosing the next figure
MOST_CLAUSES = 4
ON_TITLE = 0.5  # share of the question's concepts in a clause's title from which on all of it is to the point
OWN_SHARE = 0.4  # share of the best sentence's coverage that another one must hold itself
LONG_SENTENCE = 150
PROSE_FIRST = 0.8  # share of the best row's score from which prose is told instead, where no figure is asked for
MOST_VALID = 2  # sentences on its validity that are told of a document
OF_PERIOD = re.compile(
    r"规划期|征求意见|有效期|期限|印发|施行|实施方案|十[一二三四五]五|(?:19|20)\d{2}\s*年?\s*[-—–~～至到]\s*(?:19|20)\d{2}"
)
DOCUMENT_QUOTE = 160  # characters quoted of what a document says of itself
SEVERAL = re.compile(r"后|底子|基数|原来|原先|现在|目前|从|变|增|涨|提|升|比|各|分别|和|与")  # more than one year's figure may be wanted
SUPPORT = re.compile(r"支持|补贴|补助|扶持|优惠|奖励|政策|措施|怎么|如何|怎样|帮|support|subsid|measure|how ", re.I)
MANY = re.compile(
    (
        r"哪些|哪几(?!年|个月)|几个方面|列|什么支持|怎么|如何|措施|办法|政策|支持|扶持|补贴|优惠|分别|有何|怎样|做法|途径|渠道|"
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
        return _document(retrieval, evidence, index, today)
    groups = _groups(retrieval, evidence, index)
    if len(groups) > 1:
        return _each(groups, index, per_group=2 if len(groups) <= 2 else 1)
    if asks_charge(question.text) and (draft := _responsible(retrieval, evidence, concepts, index)):
        return draft
    if asks_sum(question.text) and _prose_says_as_much(evidence):
        return _clauses(question, evidence, concepts, index, MAX_ANSWER - 60)
    if question.wants_number and not MANY.search(question.text):
        one_year = len(question.years) == 1 and not SEVERAL.search(question.text)
        return _figure(evidence, concepts, index, question.years if one_year else ())
    return _clauses(question, evidence, concepts, index, MAX_ANSWER - 60)


def _document(retrieval: Retrieval, evidence: Sequence[Evidence], index: PassageIndex, today: date | None) -> Draft:
    """Say of each document meant what the catalog knows of it, and quote its title page and the words on its period."""
    draft = Draft(index, MAX_ANSWER)
    named = retrieval.regions or tuple(index.infos[item.doc].region for item in evidence[:1])
    asked = f"{retrieval.question.text} {retrieval.question.query}"  # with the Chinese of an English question
    own = tuple(info for info in index.documents if info.region in named)
    meant = plans_told_apart(retrieval.question.text, own) or named_documents(asked, index.documents) or own
    for info in meant:
        said = [item for item in evidence if item.doc == info.id]
        said = [item for item in said if item.passage.kind == "title" or OF_PERIOD.search(item.text)] or said[:1]
        if not said:
            continue
        known = [f"规划期{info.period}年" if info.period else "", "征求意见稿" if info.status == "draft" else "正式文件"]
        if today and info.years and info.years[1] < today.year:
            known.insert(1, "已经期满")
        known += [_spoken_day(info.date), info.number, info.issuer]
        draft.say(f"《{info.title}》：{'，'.join(part for part in known if part)}。")
        for told in [
            *validity(info, index)[: MOST_VALID if len(meant) == 1 else 0],
            *(statement(item, "", DOCUMENT_QUOTE) for item in said[: 2 if len(meant) == 1 else 1]),
        ]:
            draft.state(told)
    return draft


def _spoken_day(day: str) -> str:
    """Return a day of the catalog as people write it: 2021-05 -> 2021年5月."""
    parts = [str(int(part)) for part in day.split("-")] if re.fullmatch(r"\d{4}(?:-\d{2}){0,2}", day) else []
    return "".join(part + unit for part, unit in zip(parts, "年月日", strict=False)) or day


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


def statement(item: Evidence, lead: str = "", limit: int = MAX_CITATION, years: Sequence[int] = ()) -> Statement:
    """Return a piece of evidence as a statement: a short row with the headers of the years asked for, a sentence in its own words."""
    passage = item.passage
    if passage.row and len(passage.text) <= SHORT_ROW:
        return Statement(row_words(passage.row, years), passage, passage.start, passage.end, lead)
    words = sentence_words(item.text)
    if passage.row:
        rest = re.sub(r"^\d{1,2}\s+", "", words).removeprefix(passage.row.label).strip()
        words = f"{passage.row.label}：{rest}" if rest else passage.row.label
    return Statement(shorten(words, limit), passage, item.start, item.end, lead)


def _figure(evidence: Sequence[Evidence], concepts: Sequence[Concept], index: PassageIndex, years: Sequence[int]) -> Draft:
    """Quote the piece that fits best, then those that speak of what is not told yet."""
    draft = Draft(index, MAX_FACT)
    best = evidence[0]
    region = index.infos[best.doc].region
    left = list(concepts)
    rest = list(evidence[:READ_FIGURES])
    while rest and len(draft.citations) < MOST_FIGURES:
        item = max(rest, key=lambda one: one.score + NOVEL * _novel(one, left) * bool(draft.citations))
        rest.remove(item)
        if item.score < SECOND_FACT * best.score or item.coverage + _novel(item, left) < SECOND_COVERAGE * best.coverage:
            continue
        first = not draft.citations
        lead = region if first else "" if index.infos[item.doc].region == region else index.infos[item.doc].region
        draft.state(statement(item, lead, MAX_FACT - 40 if first else LONG_SENTENCE, years))
        left = [concept for concept in left if not coverage([concept], *readable(item.text))]
    return draft


def _novel(item: Evidence, left: Sequence[Concept]) -> float:
    """The share of a question that a piece speaks of and that was not told before."""
    return sum(concept.weight for concept in left if coverage([concept], *readable(item.text)))


def _each(groups: Sequence[tuple[str, list[Evidence]]], index: PassageIndex, per_group: int) -> Draft:
    draft = Draft(index, MAX_ANSWER)
    share = (MAX_ANSWER - 40) // len(groups) // per_group
    for name, items in groups:
        for place, item in enumerate(items[:per_group]):
            if not place or item.score >= SECOND_FACT * items[0].score:
                told = statement(item, "", share)
                draft.state(told if place or told.words.startswith(name) else replace(told, lead=name))
    return draft


def _responsible(retrieval: Retrieval, evidence: Sequence[Evidence], concepts: Sequence[Concept], index: PassageIndex) -> Draft | None:
    """Quote the units in charge, with the sentences of their clause that fit best."""
    charge = find_charge(retrieval, concepts, index)
    if charge is None:
        return None
    draft = Draft(index, MAX_ANSWER)
    start, end = charge.passage.scope[0], charge.start
    draft.state(Statement(charge.units, charge.passage, charge.start, charge.end, charge.title))
    own = [item for item in evidence if item.doc == charge.passage.doc and start <= item.start and item.end <= end]
    for item in own[:2]:
        draft.state(statement(item))
    return draft


def _clauses(question: Question, evidence: Sequence[Evidence], concepts: Sequence[Concept], index: PassageIndex, limit: int) -> Draft:
    """Quote the best clause in its own order, then the best sentences of others."""
    draft = Draft(index, limit)
    told = [item for item in evidence if not _is_figure(item)]
    prose = told if told and (SUPPORT.search(question.text) or told[0].score >= PROSE_FIRST * evidence[0].score) else list(evidence)
    best = prose[0]
    scopes: dict[tuple[str, int, int], list[Evidence]] = {}
    for item in prose:
        scopes.setdefault((item.doc, *item.passage.scope), []).append(item)
    lead = index.infos[best.doc].region
    for place, (key, items) in enumerate(list(scopes.items())[:MOST_CLAUSES]):
        if place and (items[0].score < SECOND_SCOPE * best.score or items[0].coverage < SECOND_SCOPE * best.coverage):
            continue
        allowance = min(draft.room() - 30, int(limit * (0.6 if not place else 0.35)))
        for run in _runs(_telling(items, concepts, best), index, allowance):
            name = lead if not draft.citations else "" if index.infos[key[0]].region == lead else index.infos[key[0]].region
            draft.state(Statement(run.words, run.passage, run.start, run.end, name))
    return draft


def _prose_says_as_much(evidence: Sequence[Evidence]) -> bool:
    """Tell whether a sentence holds as much of the question as the best table row does."""
    rows = max((item.coverage for item in evidence if _is_figure(item)), default=0.0)
    return any(item.coverage >= rows for item in evidence if not _is_figure(item))


def _is_figure(item: Evidence) -> bool:
    return item.passage.row is not None and len(item.passage.text) <= SHORT_ROW


def _telling(items: Sequence[Evidence], concepts: Sequence[Concept], best: Evidence) -> list[Evidence]:
    """Sentences of a clause that speak to the question: all where its title does, else those that do themselves or stand by the best."""
    title = readable("\n".join(items[0].passage.headings[-1:]))
    if not _is_figure(items[0]) and coverage(concepts, *title) >= ON_TITLE:
        return list(items)
    return [item for item in items if item.own >= OWN_SHARE * best.own or item.passage == best.passage] or [items[0]]


def _runs(items: Sequence[Evidence], index: PassageIndex, allowance: int) -> list[Statement]:
    """Choose the best sentences of one clause within an allowance and join those that stand together in a paragraph."""
    chosen: list[Evidence] = []
    for item in items:
        if sum(len(other.text) for other in chosen) + len(item.text) <= allowance or not chosen:
            chosen.append(item)
    chosen.sort(key=lambda item: item.start)
    runs: list[Statement] = []
    for item in chosen:
        text = index.texts[item.doc]
        joins = runs and not item.passage.row and runs[-1].passage.doc == item.doc and item.end - runs[-1].start <= MAX_CITATION
        if joins and text[runs[-1].end : item.start].strip(" \u3000") == "":
            start = runs[-1].start
            runs[-1] = Statement(sentence_words(text[start : item.end]), runs[-1].passage, start, item.end)
        else:
            runs.append(statement(item, "", min(MAX_CITATION, max(allowance, 80))))
    return runs
