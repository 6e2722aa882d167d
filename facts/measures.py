"""Passages of a document -> the support measures it states, each with its conditions, its sums and what governs it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from facts.amounts import read_amounts
from facts.articles import Articles, read_articles
from facts.benefits import OTHER, benefit_of, is_review, kind_of
from facts.conditions import read_conditions
from facts.governing import governed
from facts.keyed_measures import keyed_measures
from facts.keyed_more import further, with_more
from facts.keyed_parts import keyed_parts
from facts.keyed_rows import keyed_rows
from facts.labelled_measures import labelled_blocks, labelled_measures, starts_of
from facts.measure import Measure
from facts.numerals import arabic
from facts.schemes import Scheme, schemes_of
from facts.sentences import Sentence, sentences_of, signs
from facts.table_measures import table_measures
from facts.traits import load_traits, said_in
from index.catalog import DocumentInfo
from index.passages import Passage

SUM = re.compile(
    r"(?:给予|奖励|补助|补贴|资助|奖补|贴息|承担|抵扣|发放|发给|津贴)[^。；]{0,40}\d|按[^。；]{0,40}\d+(?:\.\d+)?(?:[%％]|个百分点)|\d[^。；]{0,4}(?:万元|元)[^。；]{0,16}(?:奖励|补助|补贴|资助)"
)
NEW = re.compile(
    r"^(?:\s*第[一二三四五六七八九十百]+条\s*)?\s*(?:[（(]?[一二三四五六七八九十\d]+[）)、.．]\s*)?(?:对|每年|凡|鼓励|支持|推动|向|面向|为|给予|设立|探索|引导)"
)
TIER = re.compile(
    r"^\s*其中|^\s*[^。；，]{2,20}的，(?:次年|第二年)?再?(?:另外?|再)(?:奖|给|补)|^\s*(?:再|另)|^\s*(?:列入|达到|获评|评为|属于|超过|符合|认定为)[^。；]{2,30}的，"
)
AFTER = re.compile(
    r"补足差额|按差额|差额补足|(?:奖励|给予|补)差额|(?:五|三|\d)年内不得|分\S{1,2}年|每家企业|单个(?:项目|企业)[^，。；]{0,6}(?:最高|不超过)|同一(?:产品|专利|项目)"
)
PAST = re.compile(
    r"^(?:截至|(?:19|20)\d{2}年(?:底|末|，|,))|\d+家[^，。；]{0,12}(?:享受|获得)|共向\d+|已(?:累计|有)|^(?:上述|所需|以上)资金|制定本|印发给你们"
)
NAMED = re.compile(r"[“\"]([^”\"]{2,14}[”\"][^，。；、]{0,6}?(?:计划|行动|工程|政策|制度|专项|券|贷|奖|机制|模式))")
TOLD = re.compile(r"(?:19|20)\d{2}年(?!以)[^，。；]{0,12}(?:达|增|完成|新增|实现|获)|当前|目前|亟需|共向|累计(?:发放|完成|培育)")
REACHED = re.compile(r"(?:达到?|突破|超过|不少于|增长)\d")  # a clause that tells or plans a figure gives nothing
FUND = re.compile(r"(?:设立|组建|发起)[^，。；]{0,16}基金，?力争")  # how large a fund is to be
GAINED = re.compile(r"^\s*(?:新|首次)?(?:获得|获评|获|取得|荣获)(?P<what>[^，。；]{4,40})的，(?:分别|一次性|再)?(?:奖励|给予|资助|补助)")
LONGEST = 300
OWN_RULE = re.compile(
    r"^[^，。；]{4,60}(?:企业|单位|机构|人才|人员|项目)[^，。；]{0,60}的，(?:按|给予|一次性|每|分别|奖励|补助)"
)  # who, and what they get
PREMIUM = re.compile(r"(?:补助|奖励|补贴|资助)(?:标准|比例|金额)[^，。；]{0,10}(?:上浮|提高|增加)(?!到|至)\d|上浮\d+[%％]")
OTHERS = re.compile(r"^\s*(?P<who>[\u4e00-\u9fff]{2,8}?(?:机构|综合体|平台|协会))(?=[^，。；]{4,60}的，)")  # another kind of applicant
ANNOUNCES = re.compile(
    r"(?:按(?:照)?(?:下列|以下|如下)|分段|分档|分级|如下|下列标准)[^。；]{0,16}[：:]$"
)  # the items below it are its tiers
OF_RESULT = re.compile(r"按(?:上述|前款|上款|以上)[^，。；]{0,12}\d+[%％](?:执行|兑现|给予|计算|拨付)")
OPENING = 12  # characters within which a sentence says that it goes on
TITLE = 26  # characters of a title that a rule opens with


def extract_measures(info: DocumentInfo, passages: Sequence[Passage], text: str) -> list[Measure]:
    """Return the measures of a document, in its order.

    Args:
        info: the document's entry in the catalog.
        passages: its passages.
        text: its normalised text.
    """
    every = list(sentences_of(passages, text))
    parts = keyed_parts(passages, every)
    keyed = {sentence.start for part in parts for sentence in (*part.lines.sentences, *part.paid.sentences)}
    sentences = [sentence for sentence in every if sentence.start not in keyed]
    blocks = list(labelled_blocks(sentences))
    inside = starts_of(blocks)
    plain = [sentence for sentence in sentences if sentence.start not in inside]
    articles = read_articles(plain)
    found = [measure for group in _groups(plain, articles) for measure in _measures(info, group, text, articles)]
    for block in blocks:
        lead = "".join(block.gives[0].passage.headings[-2:])
        found += [
            governed(measure, articles, lead, place=" ".join(block.gives[0].passage.headings))
            for measure in labelled_measures(info, block, text)
        ]
    rows = {row.passage.start for part in parts for row in (*part.rows, *part.terms)}
    apart = [passage for passage in passages if passage.start not in rows]
    found += [governed(measure, articles, lead, place=lead) for measure, lead in table_measures(info, apart, text)]
    found += keyed_measures(info, parts, text, articles)
    if more := further(keyed_rows(passages)):
        above = {passage.passage_id: passage.headings[-1:] for passage in passages}
        numbers = {sentence.passage.passage_id: sentence.article for sentence in every}
        found = [with_more(one, (one.name, *above[one.passage_id]), numbers.get(one.passage_id, ""), more) for one in found]
    ends = info.period[-4:] if info.period[-4:].isdigit() else ""
    found = [replace(measure, draft=info.status == "draft", period_end=ends) for measure in found]
    return sorted(found, key=lambda measure: (measure.start, measure.end))


def _groups(sentences: Sequence[Sentence], articles: Articles) -> Iterator[list[Sentence]]:
    """Yield the sentences of each measure: a rule with its tiers and what is said of the same sum."""
    group: list[Sentence] = []
    for place, sentence in enumerate(sentences):
        if group and (_listed(group, sentence) or (group[-1].passage is sentence.passage and _goes_on(group, sentence))):
            group.append(sentence)
            continue
        if group:
            yield group
        group = []
        kind = sentence.passage.kind
        if _titled(sentence):
            continue
        if sentence.start in articles.governing or is_review(sentence.passage.headings) or kind in ("row", "title", "note"):
            continue
        if not _opens(sentence, sentences[place + 1 : place + 2]):
            group = [sentence]
    if group:
        yield group


def _listed(group: Sequence[Sentence], sentence: Sentence) -> bool:
    """Tell whether a sentence is an item of the list of tiers that a rule announces, or says of what comes of them."""
    first = group[0]
    if sentence.passage.headings != first.passage.headings or sentence.article != first.article:
        return False
    if not ANNOUNCES.search(re.sub(r"\s", "", first.text)):
        return False
    words = _squeezed(sentence)
    tier = signs()["item"].match(sentence.text) is not None and "部分" in words
    return tier or bool(len(group) > 1 and (OF_RESULT.search(words) or (AFTER.search(words) and not OWN_RULE.match(words))))


def _opens(sentence: Sentence, after: Sequence[Sentence]) -> bool:
    """Tell whether a sentence is the short title of the rule that follows it: 支持技术改造。对…给予补助。"""
    if len(re.sub(r"\s+", "", sentence.text)) > TITLE or not after or after[0].passage.headings != sentence.passage.headings:
        return False
    own, following = _squeezed(sentence), _squeezed(after[0])
    return not SUM.search(own) and bool(SUM.search(following)) and sentence.text.rstrip().endswith("。")


def _titled(sentence: Sentence) -> bool:
    """Tell whether a sentence is only the heading that stands above its passage, said again."""
    title = re.sub(r"\W", "", sentence.passage.headings[-1]) if sentence.passage.headings else ""
    words = re.sub(r"\W", "", sentence.text)
    return bool(title) and "，" not in sentence.text and words.endswith(title) and len(words) <= min(TITLE, len(title) + 4)


def _goes_on(group: Sequence[Sentence], sentence: Sentence) -> bool:
    """Tell whether a sentence goes on with the rule before it."""
    words = _squeezed(sentence)
    if not any(SUM.search(_squeezed(item)) for item in group):
        return bool(SUM.search(words)) and not NEW.match(words) and not signs()["item"].match(sentence.text) and bool(sentence.article)
    listed = signs()["item"].match(sentence.text) is not None
    if group[-1].text.rstrip().endswith(("；", ";")) and not listed and not NEW.match(words):
        return not _of_another(group, words)
    if group[-1].text.rstrip().endswith(("；", ";")) and not listed and _of_same(group, words):
        return True
    if PREMIUM.search(words) and not NEW.match(words) and not re.search(r"第[\d一二三四五六七八九十]+[项条]", words):
        return True
    after = AFTER.search(words)
    return bool(TIER.search(words) or (after and not NEW.match(words) and not (OWN_RULE.match(words) and after.start() > OPENING)))


def _of_another(group: Sequence[Sentence], words: str) -> bool:
    """Tell whether a clause pays for the gain of something else than the clauses before it: ；获得中国专利金奖的，奖励50万元."""
    opens = OTHERS.match(words)
    if opens and not any(opens["who"][-2:] in _squeezed(item) for item in group):
        return True
    gained = GAINED.match(words)
    before = {said.id for item in group for said in said_in(_squeezed(item))}
    own = {said.id for said in said_in(gained["what"])} if gained else set()
    return bool(own and before and not own & before)


def _of_same(group: Sequence[Sentence], words: str) -> bool:
    """Tell whether a clause pays another case of one of the recognitions before it: ；对通过复核的小巨人企业，给予20万元奖励."""
    ids = load_traits().statuses
    before = {said.id for item in group for said in said_in(_squeezed(item))} & ids
    own = {said.id for said in said_in(words)} & ids
    return bool(own and own < before and words.startswith("对") and SUM.search(words))


def _squeezed(sentence: Sentence) -> str:
    return arabic(re.sub(r"\s+", "", sentence.text))


def _measures(info: DocumentInfo, group: Sequence[Sentence], text: str, articles: Articles) -> Iterator[Measure]:
    first = group[0]
    lead = _lead(first.text)
    start, end = first.start + lead, _end(group, text)
    body = text[start:end]
    flat = arabic(re.sub(r"\s+", "", body))
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
        if not pays and not FUND.search(words) and REACHED.search(arabic(re.sub(r"\s+", "", words))):
            continue
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
        )
        yield governed(measure, articles, first.asked, first.article, " ".join(first.passage.headings))


def _lead(text: str) -> int:
    lead = 0
    for name in ("article", "item", "reply", "title"):
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


def _name(words: str, asked: str) -> str:
    """A short name: the subject of a question above, or the first clause with its verb."""
    del asked
    named = NAMED.search(words)
    clause = re.split(r"[，。；：]", re.sub(r"^(?:对|即|并|同时|其中)", "", words))[0]
    if len(clause) <= 30:
        return clause
    return named[1].replace("”", "") if named else clause[:28] + "…"
