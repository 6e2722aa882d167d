"""Passages of a document -> the support measures it states, each with its conditions, its sums and what governs it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from facts.amounts import read_amounts
from facts.articles import Articles, read_articles
from facts.benefits import OTHER, benefit_of, kind_of
from facts.conditions import read_conditions
from facts.defined import letters_in
from facts.full_width import literal, widened, widened_passages
from facts.governing import governed
from facts.item_numbers import numbers_of
from facts.item_terms import ItemTerms, without_announcing
from facts.keyed_measures import keyed_measures
from facts.keyed_more import further, with_more
from facts.keyed_parts import keyed_parts
from facts.keyed_rows import keyed_rows
from facts.keys import place_of
from facts.label_blocks import labelled_blocks, number_of, starts_of
from facts.label_headings import with_labels_below
from facts.labelled_measures import in_time, labelled_measures
from facts.labels import labels_of
from facts.letter_classes import letters_of, spelled_out
from facts.list_leads import lead_of
from facts.measure import Condition, Measure
from facts.numerals import arabic
from facts.referred import lead_in, with_referred
from facts.rule_groups import SUM, rule_groups
from facts.schemes import Scheme, schemes_of
from facts.sentences import Sentence, sentences_of, signs
from facts.standard_shares import with_standards
from facts.table_measures import table_measures
from facts.table_notes import table_notes
from facts.title_terms import of_brackets
from index.catalog import DocumentInfo
from index.passages import Passage

PAST = re.compile(
    r"^(?:截至|(?:19|20)\d{2}年(?:底|末|，|,))|\d+家[^，。；]{0,12}(?:享受|获得)|共向\d+|已(?:累计|有)|^(?:上述|所需|以上)资金|制定本|印发给你们"
)
NAMED = re.compile(r"[“\"]([^”\"]{2,14}[”\"][^，。；、]{0,6}?(?:计划|行动|工程|政策|制度|专项|券|贷|奖|机制|模式))")
TOLD = re.compile(r"(?:19|20)\d{2}年(?!以)[^，。；]{0,12}(?:达|增|完成|新增|实现|获)|当前|目前|亟需|共向|累计(?:发放|完成|培育)")
REACHED = re.compile(r"(?:达到?|突破|超过|不少于|增长)\d")  # a clause that tells or plans a figure gives nothing
AT_MOST = re.compile(r"的，(?:按|给予|可)[^。；]*(?:最高|不超过|上限)[^，。；\d]{0,4}\d[\d.]*万?元")  # …的，按券面值抵扣，最高60万元
OFFICIAL = re.compile(
    r"^(?:为|根据|按照)[^。；]*(?:印发|制定|编制|[如以]下|通知|起草[^，。；]{0,8}|出台)[^，。；]{0,8}$|^[^，。；]{2,16}(?:局|委|办|部门|中心)(?:牵头|会同[^，。；]*)?组织[^。；]*(?:评审|审核|核查|验收)"
    r"|(?:资金|经费)[^，。；]{0,6}(?:由|按)[^。；]{2,30}(?:承担|负担|分担)|预拨[^，。；]{0,6}\d"
)  # how a document came about, what an office does, who bears the cost, when it is paid
THOSE = re.compile(
    r"\s*其中|\s*(?:对|凡)?(?:上述|前款|前述|以上|此类|上款|前项)(?:所?规定|所列|所述|所指|中)?的?[^，。；\d]{0,16}?(?:企业|单位|机构|人才|人员|个人|主体|项目|平台|团队|园区|基地)"
)  # for those of the measure before
BULLET_MARK = re.compile(r"\s*[-*•·●◆○]\s+(?=\S)")
FUND = re.compile(r"(?:设立|组建|发起)[^，。；]{0,16}基金，?力争")  # how large a fund is to be
PLANNED = re.compile(r"规划|计划|纲要|方案")
OPENING = re.compile(r"\s*[（(](?P<number>[一二三四五六七八九十]{1,3})[）)]")
LONGEST = 300


def extract_measures(info: DocumentInfo, passages: Sequence[Passage], text: str) -> list[Measure]:
    """Return the measures of a document, in its order.

    Args:
        info: the document's entry in the catalog.
        passages: its passages.
        text: its normalised text, which is read as if its marks were full-width.
    """
    wide = widened(text)
    read = with_labels_below(widened_passages(passages, wide))
    return [literal(measure, text) for measure in _extracted(info, read, wide)]


def _extracted(info: DocumentInfo, passages: Sequence[Passage], text: str) -> list[Measure]:
    """The measures of a document with full-width marks."""
    every = list(sentences_of(passages, text))
    parts = keyed_parts(passages, every)
    keyed = {sentence.start for part in parts for sentence in (*part.lines.sentences, *part.paid.sentences)}
    sentences = [sentence for sentence in every if sentence.start not in keyed]
    blocks = list(labelled_blocks(sentences, labels_of(_lines(every))))
    inside = starts_of(blocks)
    rows = {row.passage.start for part in parts for row in (*part.rows, *part.terms)}
    apart = [passage for passage in passages if passage.start not in rows]
    notes = table_notes(apart, every, text)
    plain = [sentence for sentence in sentences if sentence.start not in inside | notes.starts]
    titles = {title for passage in passages for title in (*passage.headings[-2:], passage.row.caption if passage.row else "") if title}
    articles = read_articles(plain, titles)
    groups = list(rule_groups(plain, articles))
    terms = ItemTerms(plain, groups, articles.governing)
    numbers_of_rules = numbers_of(groups)
    found: list[Measure] = []
    before: Sentence | None = None  # the first of the measure before
    for group in groups:
        beside = [*terms.of(group[0].start), *(_carried(before, group[0], found) if before else [])]
        own = [] if PLANNED.search(info.title) and not info.is_policy else beside  # beside what a plan supports stand its goals
        known = len(found)
        found += _measures(info, group, text, articles, plain, own, numbers_of_rules.get(group[0].start, ""))
        before = group[0] if len(found) > known else before
    for block in blocks:
        lead = "".join(block.gives[0].passage.headings[-2:])
        place = " ".join([*block.gives[0].passage.headings, place_of("", number_of(block))])
        found += [in_time(governed(measure, articles, lead, place=place), block) for measure in labelled_measures(info, block, text)]
    numbers_of_rows = {row.passage.start: row.number for row in keyed_rows(apart)}
    found += [
        governed(measure, articles, lead, place=f"{lead} {place_of('', numbers_of_rows.get(measure.start, 0))}")
        for bare, lead in table_measures(info, apart, text)
        for measure in (replace(bare, conditions=(*bare.conditions, *notes.of(bare.start))),)
    ]
    found += keyed_measures(info, parts, text, articles)
    if more := further(keyed_rows(passages)):
        above = {passage.passage_id: passage.headings[-1:] for passage in passages}
        numbers = {sentence.passage.passage_id: sentence.article for sentence in every}
        found = [with_more(one, (one.name, *above[one.passage_id]), numbers.get(one.passage_id, ""), more) for one in found]
    above_of = {passage.passage_id: passage for passage in passages}
    letters = letters_of(passages) | letters_in(articles.definitions)
    ends = info.period[-4:] if info.period[-4:].isdigit() else ""
    found = [
        replace(spelled_out(measure, letters), draft=info.status == "draft", period_end="" if info.is_policy and measure.valid_to else ends)
        for measure in found
    ]
    found = [replace(one, conditions=(*of_brackets(above_of[one.passage_id], text), *one.conditions)) for one in found]
    return list(with_standards(sorted(found, key=lambda measure: (measure.start, measure.end))))


def _lines(sentences: Sequence[Sentence]) -> Iterator[str]:
    """The words of sentences, and above them the heading that each stands below, once."""
    above = ""
    for sentence in sentences:
        heading = sentence.passage.headings[-1] if sentence.passage.headings else ""
        if heading != above and heading:
            yield heading
        above = heading
        yield sentence.text


def _measures(
    info: DocumentInfo,
    group: Sequence[Sentence],
    text: str,
    articles: Articles,
    plain: Sequence[Sentence],
    own: Sequence[Condition],
    number: str,
) -> Iterator[Measure]:
    first = group[0]
    above = lead_of(first, plain)
    lead = _lead(first)
    titled = first.passage.headings[-1] if lead > _number(first.text) else ""
    start, end = first.start + lead, _end(group, text)
    body = text[start:end]
    flat = arabic(re.sub(r"\s+", "", body))
    pays = bool(SUM.search(flat)) and (bool(read_amounts(body)) or bool(AT_MOST.search(flat)))
    if PAST.search(flat) or OFFICIAL.search(flat) or not pays and (TOLD.search(flat) or len(flat) > LONGEST):
        return
    for scheme in schemes_of(text, start, end) if not pays else [Scheme(start, end, benefit_of(flat))]:
        benefit = scheme.benefit or benefit_of(flat)
        kind, label = kind_of(flat) if pays else (benefit.kind, benefit.label) if benefit else OTHER
        if not pays and benefit is None:
            continue
        granted = pays or (benefit.granted if benefit else False)
        words = text[scheme.start : scheme.end]
        if granted and not pays and words.endswith(("：", ":")):
            continue  # it says for whom what is listed below it is
        if not pays and not FUND.search(words) and REACHED.search(arabic(re.sub(r"\s+", "", words))):
            continue
        measure = Measure(
            info.id,
            info.region,
            titled or _name(re.sub(r"\s+", "", words), first.asked),
            kind,
            label,
            granted,
            words,
            scheme.start,
            scheme.end,
            first.passage.passage_id,
            conditions=(
                *(one for item in above for one in read_conditions(text, item.start + lead_in(item.text), item.end, info.region)),
                *without_announcing([*read_conditions(text, scheme.start, scheme.end, info.region, plan=not pays), *own]),
            ),
            amounts=read_amounts(body) if pays else (),
            duty=_duty(text, first, group[-1]),
        )
        item = OPENING.match(first.text)
        inside = f"{first.article}第（{item['number']}）项" if first.article and item else ""
        measure = with_referred(measure, plain, text)
        yield governed(
            measure, articles, first.asked, first.article, " ".join([inside, *first.passage.headings, first.number, number]).strip()
        )


def _carried(before: Sentence, first: Sentence, found: Sequence[Measure]) -> list[Condition]:
    """The conditions of the measure before, where one is for those that it is for: 上述企业…的，加奖15万元."""
    beside = (before.article, before.passage.headings) == (first.article, first.passage.headings)
    if not beside or not THOSE.match(first.text[_number(first.text) :]):
        return []
    return [one for one in found[-1].conditions if one.kind == "clause"]


def _number(text: str) -> int:
    """How many characters of a sentence are its bullet and its number."""
    bullet = match.end() if (match := BULLET_MARK.match(text)) else 0
    return bullet + lead_in(text[bullet:])


def _lead(sentence: Sentence) -> int:
    """How many characters of a sentence are its number and a title that is the heading it stands under."""
    lead = _number(sentence.text)
    title = sentence.passage.headings[-1] if sentence.passage.headings else ""
    match = re.match(rf"\s*{re.escape(title)}[：:]\s*(?=\S)", sentence.text[lead:]) if title else None
    return lead + (match.end() if match else 0)


def _end(group: Sequence[Sentence], text: str) -> int:
    """Where the words of a measure end: before the stop and the office in charge."""
    last = group[-1]
    body = text[last.start : last.end]
    duty = re.search(r"[（(](?:责任|牵头|负责|实施|主管)", body)
    cut = last.start + (duty.start() if duty else len(body))
    return cut - (len(text[last.start : cut]) - len(text[last.start : cut].rstrip("。；;，, \n")))


def _duty(text: str, first: Sentence, last: Sentence) -> str:
    """The offices named in brackets at the end of the passage, or in the sentence."""
    for stretch in (text[first.start : last.end + 60], first.passage.text):
        match = signs()["duty"].search(re.sub(r"\s+", "", stretch))
        if match:
            return match[1] or match[2] or ""
    return ""


def _name(words: str, asked: str) -> str:
    """A short name: the subject of a question above, or the first clause with its verb."""
    del asked
    named = NAMED.search(words)
    clause = re.split(r"[，。；：]", re.sub(r"^(?:对|即|并|同时|其中)", "", words))[0]
    if len(clause) <= 30:
        return clause
    return named[1].replace("”", "") if named else clause[:28] + "…"
