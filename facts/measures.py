"""Passages of a document -> the support measures it states, each with its conditions, its sums and what governs it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from facts.amounts import read_amounts
from facts.articles import Articles, read_articles
from facts.benefits import OTHER, benefit_of, is_review, kind_of
from facts.conditions import read_conditions, shared
from facts.measure import Condition, Measure
from facts.schemes import Scheme, schemes_of
from facts.sentences import Sentence, sentences_of, signs
from facts.table_measures import table_measures
from index.catalog import DocumentInfo
from index.passages import Passage

SUM = re.compile(
    r"(?:给予|奖励|补助|补贴|资助|奖补|贴息|承担|抵扣|发放)[^。；]{0,40}\d|按[^。；]{0,40}\d+(?:\.\d+)?[%％]|\d[^。；]{0,4}(?:万元|元)[^。；]{0,8}(?:奖励|补助|补贴|资助)"
)
NEW = re.compile(
    r"^(?:\s*第[一二三四五六七八九十百]+条\s*)?\s*(?:[（(]?[一二三四五六七八九十\d]+[）)、.．]\s*)?(?:对|每年|凡|鼓励|支持|推动|向|面向|为|给予|设立|探索|引导)"
)
TIER = re.compile(r"^\s*其中|^\s*(?:列入|达到|获评|评为|属于|超过|符合|认定为)[^。；]{2,30}的，")
AFTER = re.compile(r"补足差额|(?:五|三|\d)年内不得|分\S{1,2}年|每家企业|同一(?:产品|专利|项目)")
PAST = re.compile(r"^(?:截至|(?:19|20)\d{2}年(?:底|末|，|,))|\d+家[^，。；]{0,12}(?:享受|获得)|共向\d+|已(?:累计|有)")
NAMED = re.compile(r"[“\"]([^”\"]{2,14}[”\"][^，。；、]{0,6}?(?:计划|行动|工程|政策|制度|专项|券|贷|奖|机制|模式))")
TOLD = re.compile(
    r"(?:19|20)\d{2}年(?!以)[^，。；]{0,12}(?:达|增|完成|新增|实现|获)|当前|目前|亟需|共向|累计(?:发放|完成|培育)|(?:达到?|突破|超过)\d"
)
LONGEST = 300
GENERAL_PLAN = re.compile(r"\d{4}年|十[二三四五]五")


def extract_measures(info: DocumentInfo, passages: Sequence[Passage], text: str) -> list[Measure]:
    """Return the measures of a document, in its order.

    Args:
        info: the document's entry in the catalog.
        passages: its passages.
        text: its normalised text.
    """
    articles = read_articles(passages, text)
    found = [measure for group in _groups(passages, text, articles) for measure in _measures(info, group, text, articles)]
    found += [
        _governed(replace(measure, draft=info.status == "draft"), articles, lead) for measure, lead in table_measures(info, passages, text)
    ]
    return sorted(found, key=lambda measure: (measure.start, measure.end))


def _groups(passages: Sequence[Passage], text: str, articles: Articles) -> Iterator[list[Sentence]]:
    """Yield the sentences of each measure: a rule with its tiers and what is said of the same sum."""
    group: list[Sentence] = []
    for sentence in sentences_of(passages, text):
        words = re.sub(r"\s+", "", sentence.text)
        if group and group[-1].passage is sentence.passage and _goes_on(group, words):
            group.append(sentence)
            continue
        if group:
            yield group
        group = []
        if (
            sentence.start in articles.governing
            or is_review(sentence.passage.headings)
            or sentence.passage.kind in ("row", "title", "note")
        ):
            continue
        group = [sentence]
    if group:
        yield group


def _goes_on(group: Sequence[Sentence], words: str) -> bool:
    if not SUM.search(re.sub(r"\s+", "", group[0].text)):
        return False
    return bool(TIER.search(words) or (AFTER.search(words) and not NEW.match(words)))


def _measures(info: DocumentInfo, group: Sequence[Sentence], text: str, articles: Articles) -> Iterator[Measure]:
    first = group[0]
    lead = _lead(first.text)
    start, end = first.start + lead, _end(group, text)
    body = text[start:end]
    flat = re.sub(r"\s+", "", body)
    pays = bool(SUM.search(flat)) and bool(read_amounts(body))
    if PAST.search(flat) or not pays and (TOLD.search(flat) or len(flat) > LONGEST):
        return
    for scheme in schemes_of(text, start, end) if not pays else [Scheme(start, end, benefit_of(flat))]:
        benefit = scheme.benefit or benefit_of(flat)
        kind, label = kind_of(flat) if pays else (benefit.kind, benefit.label) if benefit else OTHER
        if not pays and benefit is None:
            continue
        granted = pays or (benefit.granted if benefit else False)
        words = text[scheme.start : scheme.end]
        measure = Measure(
            info.id,
            info.region,
            _name(re.sub(r"\s+", "", words), first.asked),
            kind,
            label,
            granted,
            words,
            scheme.start,
            scheme.end,
            first.passage.passage_id,
            conditions=tuple(read_conditions(text, scheme.start, scheme.end, info.region, plan=not pays)),
            amounts=read_amounts(body) if pays else (),
            duty=_duty(text, first, group[-1]),
            draft=info.status == "draft",
            period_end=info.period[-4:] if info.period[-4:].isdigit() else "",
        )
        yield _governed(measure, articles, first.asked)


def _lead(text: str) -> int:
    lead = 0
    for name in ("article", "item", "reply"):
        match = signs()[name].match(text[lead:])
        lead += match.end() if match else 0
    return lead


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


def _governed(measure: Measure, articles: Articles, lead: str) -> Measure:
    """Return a measure with what the general articles say of it."""
    words = re.sub(r"\s+", "", lead + measure.text)
    waived = signs()["waives"].search(words)
    general = [item for item in articles.conditions if _meant(item, measure)]
    if waived:
        general = [_without(item, waived["what"]) for item in general]
    always = any(shared(name, words) for name in articles.always)
    exclusions = articles.exclusions if measure.granted else ()
    return replace(
        measure,
        conditions=(*measure.conditions, *general, *exclusions),
        notes=(*measure.notes, *(item for item in articles.notes if measure.granted)),
        valid_from=articles.valid_from,
        valid_to=articles.valid_to,
        opens="" if always else articles.opens,
        closes="" if always else articles.closes,
        upgrade=measure.upgrade or "差额" in words,
        definitions=tuple(
            (term, meaning) for term, meaning in articles.definitions.items() if any(term in item.reading for item in measure.conditions)
        ),
        year_cap=articles.year_cap if measure.amounts else "",
    )


def _meant(condition: Condition, measure: Measure) -> bool:
    """Tell whether a general condition governs a measure: all, or those that it names."""
    subject, found, _ = condition.reading.partition("适用于")
    if found and subject and not signs()["whole"].search(subject):
        return shared(subject, measure.name + measure.label + measure.text) or any(shared(subject, note.text) for note in measure.notes)
    return True


def _without(condition: Condition, waived: str) -> Condition:
    return replace(condition, reading=condition.reading.replace(waived, ""))


def _name(words: str, asked: str) -> str:
    """A short name: the subject of a question above, or the first clause with its verb."""
    del asked
    named = NAMED.search(words)
    clause = re.split(r"[，。；：]", re.sub(r"^(?:对|即|并|同时|其中)", "", words))[0]
    if len(clause) <= 30:
        return clause
    return named[1].replace("”", "") if named else clause[:28] + "…"
