"""The sentences of a rule -> its measures: what, who, conditions, amount, granted or intended."""

import re
from collections.abc import Iterator, Sequence

from facts.amounts import read_amounts
from facts.articles import Articles
from facts.benefits import OTHER, benefit_of, kind_of
from facts.conditions import read_conditions
from facts.governing import governed
from facts.item_terms import without_announcing
from facts.limits import SHARE_OF_SPENT, limits_only
from facts.list_leads import lead_of
from facts.measure import Condition, Measure
from facts.numerals import arabic
from facts.referred import lead_in, with_referred
from facts.rule_groups import SUM
from facts.schemes import Scheme, schemes_of
from facts.sentences import Sentence, signs
from index.catalog import DocumentInfo

PAST = re.compile(
    r"^(?:截至|(?:19|20)\d{2}年(?:底|末|，|,))|\d+家[^，。；]{0,12}(?:享受|获得)|共向\d+|已(?:累计|有)|^(?:上述|所需|以上)资金|制定本|印发给你们"
)
NAMED = re.compile(r"[“\"]([^”\"]{2,14}[”\"][^，。；、]{0,6}?(?:计划|行动|工程|政策|制度|专项|券|贷|奖|机制|模式))")
TOLD = re.compile(r"(?:19|20)\d{2}年(?!以)[^，。；]{0,12}(?:达|增|完成|新增|实现|获)|当前|目前|亟需|共向|累计(?:发放|完成|培育)")
REACHED = re.compile(r"(?:达到?|突破|超过|不少于|增长)\d")  # a clause that tells or plans a figure gives nothing
AT_MOST = re.compile(r"的，(?:按|给予|可)[^。；]*(?:最高|不超过|上限)[^，。；\d]{0,4}\d[\d.]*万?元")  # …的，按券面值抵扣，最高60万元
OFFICIAL = re.compile(
    r"^(?:为|根据|按照)[^。；]*(?:印发|制定|编制|[如以]下|通知|起草[^，。；]{0,8}|出台)[^，。；]{0,8}$|^[^，。；]{2,16}(?:局|委|办|部门|中心)(?:牵头|会同[^，。；]*)?组织[^。；]*(?:评审|审核|核查|验收)"
    r"|(?:^|[；。])[^；。]{0,12}(?:资金|经费)[^，。；]{0,6}(?:由|按)[^。；]{2,30}(?:承担|负担|分担)|预拨[^，。；]{0,6}\d"
)  # how a document came about, what an office does, who bears the cost, when it is paid
BULLET_MARK = re.compile(r"\s*[-*•·●◆○]\s+(?=\S)")
FUND = re.compile(r"(?:设立|组建|发起)[^，。；]{0,16}基金，?力争")  # how large a fund is to be
PAYING = re.compile(r"(?:补[贴助]|奖[励补]|资助)(?:标准)?[：:]\s*$")  # a title that says that what follows is paid
OPENED = re.compile(
    r"(?:^|\n)\s*(?:[（(][一二三四五六七八九十\d]+[)）]|\d{1,2}[.、．])\s*(?P<title>[^，。；：\n\d]{2,16}(?:补[贴助]|奖[励补]|资助|津贴|贴息|支持|补偿))。\s*$"
)
COUPLES = re.compile(r"(?:夫妻|配偶)(?:双方)?(?:均|都|同时|双方)[^。]*(?:按|只|可)")  # what two of them get together of the sum before
PAID_BELOW = re.compile(
    r"(?:补[贴助]|奖[励补]|资助|津贴)标准(?:是|为)?(?:多少|什么|怎样的?|如何)?[？?]?$|(?:补[贴助]?|奖[励补]?|资助|津贴)(?:是|有|能)?(?:多少|怎么算)[？?]?$"
)  # a heading that says so
PAYS_BELOW = re.compile(
    r"(?:给予|奖励|补助|补贴|资助|可以?(?:申[请领]|享受))[^。；，]{0,12}[：:]$"
)  # above a list of what is paid for each
BARE_ITEM = re.compile(
    r"(?:[^。；\d]{2,40}?[，、：:]?|[^。；]{4,40}?[，：:])(?:每[^，。；\d]{1,6}|一次性)?\d[\d.]*[万亿]?元(?:[，。；（(]|$)"
)
BASE_ABOVE = re.compile(r"按照?(?P<base>(?!下列|以下|如下)[^，。；：按]{2,12}?)(?:的一定比例)?(?:给予|予以)[^，。；]{0,8}[：:]$")
BARE_SHARE = re.compile(r"(?:按)?(?P<pays>补贴|补助|奖励|资助)(?P<share>\d+(?:\.\d+)?[%％])")
NAME_BEFORE = re.compile(
    r"(?P<name>[^。；]{2,40}?)[，、：:\s]+(?:每[^，。；\d]{1,6}|一次性)?\d[\d.]*[万亿]?元|(?P<bare>[^。；\d]{2,40}?)(?:每[^，。；\d]{1,6}|一次性)?\d"
)
EACH = re.compile(r"(?:每[^，。；\d]{1,6}|[的级位者])\d+(?:\.\d+)?万?元")
FREE = re.compile(
    r"(?:免除|免收|免交|免缴|减收|减免|减半)[^，。；税]{0,8}(?:租金?|房租|场租|费)|(?:租金|房租|场租|费)[^，。；]{0,6}(?:全免|减半|免除|免收|减免)"
)  # what one need not pay
OPENING = re.compile(r"\s*[（(](?P<number>[一二三四五六七八九十]{1,3})[）)]")
LONGEST = 300


def measures_of_rule(
    info: DocumentInfo,
    group: Sequence[Sentence],
    text: str,
    articles: Articles,
    plain: Sequence[Sentence],
    own: Sequence[Condition],
    number: str,
) -> Iterator[Measure]:
    """Yield the measures that the sentences of a rule state, one for each scheme that they support."""
    first = group[0]
    above = lead_of(first, plain)
    lead = _lead(first)
    titled = first.passage.headings[-1] if lead > number_length(first.text) else _opened(text, first)
    start, end = first.start + lead, _end(group, text)
    body = text[start:end]
    flat = arabic(re.sub(r"\s+", "", body))
    below = any(PAID_BELOW.search(title) for title in first.passage.headings[-2:])
    told = SUM.search(flat) or (bool(EACH.search(flat)) and (below or bool(PAYING.search(text[first.start : start]))))
    listed = any(PAYS_BELOW.search(re.sub(r"\s+", "", one.text)) for one in above) and BARE_ITEM.match(flat)
    told = told or bool(listed)  # what is paid stands above the list: 按下列标准给予奖励：（一）载人航空器，1500万元
    bare = (below or bool(listed)) and not read_amounts(body)  # it stands in the heading: 补助标准 … 达到二级的按20%
    pays = bool(told) and (bool(read_amounts(body, cell=bare)) or bool(AT_MOST.search(flat)))
    if COUPLES.match(flat) or PAST.search(flat) or OFFICIAL.search(flat) or not pays and (TOLD.search(flat) or len(flat) > LONGEST):
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
        paying = "。".join([_with_base(words, above), *_limiting(group, plain)]) if pays else ""
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
                *without_announcing([*_own(text, scheme, info, flat, pays=pays, listed=bool(listed)), *own]),
            ),
            amounts=read_amounts(paying, cell=bare or not SUM.search(flat)) if pays else (),
            duty=_duty(text, first, group[-1]),
            paying="" if paying == words else paying,
        )
        item = OPENING.match(first.text)
        inside = f"{first.article}第（{item['number']}）项" if first.article and item else ""
        measure = with_referred(measure, plain, text)
        yield governed(
            measure, articles, first.asked, first.article, " ".join([inside, *first.passage.headings, first.number, number]).strip()
        )


def _named(text: str, start: int, end: int) -> Iterator[Condition]:
    """What an item of a list pays for, before the sum: 大型无人驾驶航空器，500万元."""
    if match := NAME_BEFORE.match(text[start:end]):
        name = match["name"] or match["bare"]
        yield Condition(name, start, start + len(name), "clause", re.sub(r"\s+", "", name))


def _own(text: str, scheme: Scheme, info: DocumentInfo, flat: str, *, pays: bool, listed: bool) -> Iterator[Condition]:
    """The conditions that a rule's own words state; of an item of a list that only names what it pays for, that name."""
    read = list(read_conditions(text, scheme.start, scheme.end, info.region, plan=not (pays or FREE.search(flat))))
    named = [] if not listed or SUM.search(flat) else list(_named(text, scheme.start, scheme.end))
    yield from (one for one in named if not any(other.kind == "clause" and other.text in one.text for other in read))
    yield from read


def _with_base(words: str, above: Sequence[Sentence]) -> str:
    """What is paid with the base that the lead of its list names for all: 按改造实际费用给予补贴：（一）低保家庭，补贴80%."""
    named = next((match for one in above if (match := BASE_ABOVE.search(re.sub(r"\s+", "", one.text)))), None)
    return BARE_SHARE.sub(rf"按{named['base']}的\g<share>\g<pays>", words, count=1) if named else words


def _limiting(group: Sequence[Sentence], plain: Sequence[Sentence]) -> Iterator[str]:
    """The sentences that stand behind a rule in its passage and say what limits its sum, up to the next that pays."""
    for sentence in plain:
        if sentence.start <= group[-1].start or sentence.passage is not group[-1].passage:
            continue
        words = arabic(re.sub(r"\s+", "", sentence.text))
        if SHARE_OF_SPENT.match(words):
            continue  # no share is paid by it
        if limits_only(words):
            yield sentence.text.strip().rstrip("。；;")
        elif SUM.search(words):
            return


def number_length(text: str) -> int:
    """How many characters of a sentence are its bullet and its number."""
    bullet = match.end() if (match := BULLET_MARK.match(text)) else 0
    return bullet + lead_in(text[bullet:])


def _lead(sentence: Sentence) -> int:
    """How many characters of a sentence are its number and a title that is the heading it stands under."""
    lead = number_length(sentence.text)
    title = sentence.passage.headings[-1] if sentence.passage.headings else ""
    match = re.match(rf"\s*{re.escape(title)}[：:]\s*(?=\S)", sentence.text[lead:]) if title else None
    return lead + (match.end() if match else 0)


def _opened(text: str, sentence: Sentence) -> str:
    """The title of its own that the paragraph of a sentence opens with, just before it: （二）运营补助。, "" for none."""
    match = OPENED.search(text[sentence.passage.start : sentence.start])
    return match["title"] if match else ""


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
