"""A question on what a policy rules for all its measures (when to apply, who is excluded, the cap) -> the articles that rule it."""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from answer.answer import MAX_ANSWER, MAX_CITATION
from answer.article_charge import article_of
from answer.draft import Draft, Statement
from answer.evidence import Evidence
from answer.opened_lists import list_end
from answer.pieces import is_whole, whole_sentences
from answer.rows_meant import rows_meant
from answer.ruled_rows import ruled_rows
from answer.wording import row_words, sentence_words, shorten
from facts.attributes import Attribute, load_provisions, provisions_asked
from facts.label_headings import titles_of
from facts.measure import Measure
from facts.parts import parts_in
from index.catalog import DocumentInfo, of_one_place
from index.markers import parse_marker
from index.passages import Passage
from index.store import PassageIndex
from retriever.retrieval import Retrieval

CAP, VALIDITY, OFFICE = "总额限制", "有效期", "受理单位"  # provisions.toml
MOST, LISTED = 3, 10  # sentences told of each rule, and items of one list
READ = 3  # pieces of evidence among which the measure is looked for that a question names
GENERAL = re.compile(r"奖补|补贴|补助|奖励|政策|资金|企业|公司|单位|项目|科技|扶持|支持|优惠|申[报请领]|受理|规定")
PLAN = re.compile(r"(?:科技|创新|发展|行动|实施)*(?:规划|计划|纲要|方案)")
THIS = re.compile(r"(?:这[个份项]|该)[\u4e00-\u9fff]{0,4}(?:政策|新政|办法|细则)")  # 这个智改政策: the whole document
YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})年")
NAMED = 0.5  # share of a question from which on the best piece of evidence is of its matter
OWN_LABEL = re.compile(r"^【[^】\n]{2,10}】(?=\S)", re.M)  # 【申报时间】5月6日至6月10日
TO_STOP = re.compile(r"[^。\n]{4,80}。")
QUOTED = 90  # characters quoted of that measure


def provisions(
    retrieval: Retrieval, evidence: Sequence[Evidence], measures: Sequence[Measure], index: PassageIndex, *, charged: bool = False
) -> Draft | None:
    """Return the answer, None where no such rule is asked for or the policy has none.

    Args:
        retrieval: question and hits.
        evidence: pieces found in the hits, best first.
        measures: all support measures; what stands in the paragraph of one that pays is its own rule.
        index: where they come from. Plans rule nothing.
        charged: who handles the very measure that is asked about is told elsewhere.
    """
    kinds = tuple(kind for kind in provisions_asked(retrieval.question.text) if not (charged and kind.name == OFFICE))
    if _of_plan(retrieval, index):
        kinds = tuple(kind for kind in kinds if kind.name != VALIDITY)
    info = _policy(retrieval, evidence, index) if kinds else None
    if info is None:
        return None
    if rows := ruled_rows(kinds, info, retrieval.question.text, index):
        draft = Draft(index, MAX_ANSWER)
        for place, row in enumerate(rows[:MOST]):
            draft.state(row if place else replace(row, lead=info.region))
        return draft
    paying = _offers(info, measures, index)
    meant = next((item for item in evidence[:READ] if item.passage.passage_id in paying and _names(item, info, retrieval, kinds)), None)
    if meant:  # its own cap is told where it is told
        kinds = tuple(kind for kind in kinds if kind.name != CAP)
    offer = paying.get(meant.passage.passage_id) if meant else None
    item = _item_of(meant, paying, index) if meant and not offer else ()
    own_ids = {passage for passage, title in paying.items() if offer and title == offer} | ({meant.passage.passage_id} if meant else set())
    paying = {passage: title for passage, title in paying.items() if passage not in own_ids}
    ruled = [statement for kind in kinds for statement in _first(_ruled(kind, info, paying, index), offer or item, retrieval, evidence[0])]
    if not ruled or (offer and _of_other_years(ruled, retrieval)):
        return None
    ruled = _referring(ruled, meant, index) if meant else ruled
    own = [
        one
        for one in ruled
        if meant
        and (
            one.passage == meant.passage or (offer and titles_of(one.passage.headings) == offer) or (item and one.passage.headings == item)
        )
    ]
    itself = [one for one in own if meant and (one.start, one.end) == (meant.start, meant.end)]
    if itself:  # the best piece rules it; others beside it rule it of their own offers
        own, ruled = itself, [one for one in ruled if one not in own or one in itself]
    ruled = own if (offer or item) and own else ruled
    named = meant and not offer and (own or any(parts_in(one.words) for one in ruled))
    told = [*([_measure(meant, index)] if meant and named and not itself else []), *own]
    draft = Draft(index, MAX_ANSWER)
    for statement in dict.fromkeys([*told, *ruled, *rows_meant(retrieval.question.text, ruled, index)]):
        first = not draft.citations
        of = f"（{offer[-1]}）" if offer and statement in own else statement.lead
        draft.state(replace(statement, lead=f"{info.region}{of}" if first else statement.lead))
    return draft if draft.citations else None


def _offers(info: DocumentInfo, measures: Sequence[Measure], index: PassageIndex) -> dict[str, tuple[str, ...]]:
    """The passages that measures which pay stand in, and those under labels of the same title; each with that title, () for none."""
    spans = [(one.start, one.end) for one in measures if one.doc == info.id and one.amounts]
    own = [passage for passage in index.passages if passage.doc == info.id]
    paying = {one.passage_id for one in own if any(start < one.end and one.start < end for start, end in spans)}
    titles = {titles_of(passage.headings) for passage in own if passage.passage_id in paying and _is_labelled(passage)}
    labelled = {passage.passage_id: title for passage in own if _is_labelled(passage) and (title := titles_of(passage.headings)) in titles}
    return {**dict.fromkeys(paying, ()), **labelled}


def _of_plan(retrieval: Retrieval, index: PassageIndex) -> bool:
    """Tell whether a question names a plan and no policy, where there is such a plan: 这个规划管到哪年."""
    text = retrieval.question.text
    own = [info for info in index.documents if not retrieval.regions or info.region in retrieval.regions]
    return bool(PLAN.search(text)) and not GENERAL.search(PLAN.sub("", text)) and any(info.years and not info.is_policy for info in own)


def _item_of(meant: Evidence, paying: Collection[str], index: PassageIndex) -> tuple[str, ...]:
    """The headings of the item that a measure is, () where others that pay stand under them as well."""
    under = {one.passage_id for one in index.passages if one.doc == meant.doc and one.headings == meant.passage.headings}
    alone = under & set(paying) <= {meant.passage.passage_id} and bool(meant.passage.headings)
    return tuple(meant.passage.headings) if alone else ()


def _referring(ruled: list[Statement], meant: Evidence, index: PassageIndex) -> list[Statement]:
    """Rules, where one of them names the meant measure by its article those alone that name articles or stand with it."""
    parts = parts_in(article_of(meant, index))
    naming = [one for one in ruled if parts & parts_in(one.words)]
    return [one for one in ruled if one in naming or parts_in(one.words) or one.passage == meant.passage] if naming else ruled


def _of_other_years(ruled: Sequence[Statement], retrieval: Retrieval) -> bool:
    """Tell whether a year is asked about in so many words and rules name others alone: next year's window is not this year's."""
    asked = {str(year) for year in retrieval.question.years if str(year) in retrieval.question.text}
    named = {year for one in ruled for year in YEAR.findall(one.words)}
    return bool(asked and named) and not asked & named


def _is_labelled(passage: Passage) -> bool:
    return len(titles_of(passage.headings)) < len(passage.headings)


def _first(ruled: Sequence[Statement], offer: tuple[str, ...] | None, retrieval: Retrieval, best: Evidence) -> Sequence[Statement]:
    """A few of some rules: first those of the offer meant, of a year or the matter asked about, of articles that rule little else."""
    years = [str(year) for year in retrieval.question.years if str(year) in retrieval.question.text]

    def weight(one: Statement) -> tuple[bool, bool, bool, float]:
        own = bool(offer) and offer in (titles_of(one.passage.headings), one.passage.headings)
        named = best.coverage >= NAMED and one.passage.doc == best.doc and one.start < best.end and best.start < one.end
        return not own, not any(year in one.words for year in years), not named, -(one.end - one.start) / len(one.passage.text)

    listed = len({one.passage.headings for one in ruled}) == 1 and len(ruled) > MOST  # papers, counted off below their heading
    return sorted(sorted(ruled, key=weight)[: LISTED if listed else MOST], key=lambda one: (weight(one)[0], one.start))


def validity(info: DocumentInfo, index: PassageIndex) -> list[Statement]:
    """Return what a document says of when it holds."""
    return [told for kind in load_provisions() if kind.name == VALIDITY for told in _ruled(kind, info, (), index)]


def _names(item: Evidence, info: DocumentInfo, retrieval: Retrieval, kinds: Sequence[Attribute]) -> bool:
    """Tell whether a question names what evidence is about, besides a place, the policy's own matter and the rule it asks for."""
    text = retrieval.question.text
    for place in retrieval.question.places:
        text = text.replace(place.stem, " ")
    for kind in kinds:
        text = kind.left_of(text)
    pieces = re.findall(r"[\u4e00-\u9fffA-Za-z]{2,}", GENERAL.sub(" ", THIS.sub(" ", text)))
    said = item.passage.text + "".join(titles_of(item.passage.headings)[-1:])
    pairs = {piece[at : at + 2] for piece in pieces for at in range(len(piece) - 1)}
    return any(pair in said and pair not in info.title for pair in pairs)


def _policy(retrieval: Retrieval, evidence: Sequence[Evidence], index: PassageIndex) -> DocumentInfo | None:
    """The policy that is asked about: of the place named, the one with the best evidence."""
    own = [info for info in index.documents if info.is_policy and (not retrieval.regions or info.region in retrieval.regions)]
    if len(own) == 1 and THIS.search(retrieval.question.text):
        return own[0]
    found = [index.infos[item.doc] for item in evidence]
    one_place = bool(retrieval.regions) or of_one_place(index.documents)
    if not one_place and found and not found[0].is_policy:
        return None
    return next((info for info in found if info in own), own[0] if one_place and len(own) == 1 else None)


def _ruled(kind: Attribute, info: DocumentInfo, paying: Collection[str], index: PassageIndex) -> list[Statement]:
    """The sentences that rule a matter, in the document's order, each with the list that it opens; none of the passages left out."""
    text = index.texts[info.id]
    own = [one for one in index.passages if one.doc == info.id and one.kind in ("clause", "note")]
    found: list[Statement] = []
    for at, passage in enumerate(own):
        begin = _begin(passage, passage.passage_id in paying, text)
        if begin is None:
            continue
        headed = bool(kind.headed and passage.headings and kind.headed.search(passage.headings[-1]))
        for start, end in _with_lists(text, whole_sentences(text, begin, passage.end)):
            if (headed or kind.stated_in(text[start:end])) and sentence_words(text[start:end]):
                last = list_end(own, at, text) if end >= passage.end else end
                last = last if last - start <= MAX_CITATION else end
                found.append(Statement(shorten(sentence_words(text[start:last]), MAX_CITATION), passage, start, last))
    return found


def _begin(passage: Passage, pays: bool, text: str) -> int | None:
    """From where on a passage may rule for all: of one that pays, from the first line behind the sum that has a label of its own."""
    if not pays:
        return passage.start
    label = next((one for one in OWN_LABEL.finditer(text, passage.start, passage.end) if one.start() > passage.start), None)
    return label.start() if label else None


def _with_lists(text: str, spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sentences, a list of items that semicolons part as one."""
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and text[joined[-1][0] : joined[-1][1]].endswith(("；", ";")):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _measure(item: Evidence, index: PassageIndex) -> Statement:
    """The measure that is asked about, by the number that rules refer to it by."""
    paragraph = index.texts[item.doc][item.passage.start : item.passage.end]
    marker = parse_marker(paragraph)
    number = paragraph[: marker.end].strip() if marker and marker.style == "article" else ""
    stop = TO_STOP.match(index.texts[item.doc], item.end, item.passage.end) if item.text.rstrip().endswith(("；", ";")) else None
    end = stop.end() if stop else item.end  # the tiers behind a semicolon are its own
    words = sentence_words(index.texts[item.doc][item.start : end])
    return Statement(
        shorten(
            row_words(item.passage.row) if item.passage.row and is_whole(item.passage) else words, QUOTED if end == item.end else 2 * QUOTED
        ),
        item.passage,
        item.start,
        end,
        f"所问的措施（{number}）" if number else "所问的措施",
    )
