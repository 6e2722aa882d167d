"""A sentence and its quantities -> the words that name what each of them is a figure of."""

import re
from collections.abc import Sequence
from dataclasses import replace

from facts.jurisdictions import PART
from facts.named import FUNCTION, SHORTEST, Named, clean_name, squeezed
from facts.quantities import Quantity
from facts.scope import entity_of
from facts.spreads import RISE, spread_names

BORDER = re.compile(r"[，。；：:、,;！？!?\n]|(?<=[^\d])和(?=[^\d]*\d)|其中")
BRACKETS = re.compile(r"[（(][^（()）]{1,20}[)）]")
LISTED = re.compile(r"、|和|及|与|以及")
TIMES = ("分钟", "小时")
COUNTS = ("家", "个", "项", "所", "座", "条", "类")
OPENS = "“‘（(《"  # what is cut off there is no whole name
AFTER_NAME = re.compile(
    r"^\s*(?:以上|左右|以下|以内|多|余|及以上|的)*\s*([^\d，。；：:、,;！？!?\n（(]{2,24}(?:(?<=[级板类型期])[、和及][^\d，。；：:、,;！？!?\n（(]{2,16})*)"
)
FROM = re.compile(r"(?:从|由|自(?!来|然|主|动|治|身|有|营|筹|愿|贸|建))[^，。；]{0,16}$")
# a figure of a clause between, in a unit that is not known
UNREAD = re.compile(r"(?<![\d.])(?!(?:19|20)\d{2}年)\d+(?:\.\d+)?(?=[^\d年])[^，；]*[，；]")
INTENSITY = ("投入强度", "经费投入强度")  # of what the figure before it is of
NEAR = 60  # characters before a sentence that can say of what an intensity is
RESEARCH = re.compile(r"研发|R&D|研究与试验发展")
CONTRAST = re.compile(r"^(?:而|但|其中)+")
SHARE_NAME = re.compile(r"^占(.+)比重$")
PART_SHARE = re.compile(r"(?:[\u4e00-\u9fff]{2,3}占比|总?面积)")
BROUGHT = re.compile(r"((?:新|累计)?(?:引进|引育|建设|共建|培育|集聚|新增|新建|孵化|认定|入驻)+)$")  # what is counted is only what came so
LEVEL = re.compile(r"[\u4e00-\u9fff]{1,6}级(?:及?以上)?")
SHARE_OF = re.compile(
    r"\s*占\s*(?:全[市区县省]\s*)?([^，。；\d]{2,20}?)(?:总数|数量|总量|的?比重|的?比例)?"
    r"(?:(?:由|从)(?:\s*(?:19|20)\d{2}\s*年的?)?|的|达到?|为|超过|约|近|\s)*$"
)
ON = re.compile(  # a clause that only goes on with the figures of what was named before
    r"(?:\s|其中|(?:到|至|预计|力争)*(?:19|20)\d{2}\s*年(?:底|末)?的?|[三五两]年|[“\"]?十[一二三四五六]五[”\"]?(?:期间|时期|末)?|期间|规划期末|(?:比|较)(?:(?:19|20)\d{2}\s*年|上年|“?十[一二三四五]五”?末)|是(?=(?:19|20)\d{2}年)|"
    r"总数|总量|总额|总规模|规模|总共|累计|合计|共计|安排|投入|完成|实现|力争|争取|有望|预计|将|已|达到?|突破|超过|为|同比|年均|每年|年|保持|稳定|控制|"
    r"增长|增速|增幅|提高|提升|上升|下降|增加|增至|增|净增|翻|以上|左右|不低于|不少于|约|近|到|至|在|了|的|第)+"
)
STANDS = re.compile(r"[均都也]?(?:位?居|位?列|排名?|排在|跃居)[^，。；]{0,14}")  # of what was told before
RATIO = re.compile(r"(?:是|为|相当于)(?:19|20)\d{2}年的?\s*$")  # how many times a former figure it is
DOUBLED = re.compile(
    r"(?P<name>[^，。；：]+?)(?:基本|力争|再)?(?:实现)?了?[“\"]?(?:翻一番|翻番|倍增|翻两番|[零“”]{1,3}的?突破|从无到有)(?:以上|左右)?[”\"]?，$"
)
MULTIPLIED = re.compile(
    r"(?:(?:比|较|在)(?:19|20)\d{2}年(?:底|末)?(?:的?基础上)?)?(?:基本|力争|再)?(?:实现)?(?:翻一番|翻番|倍增|翻两番)(?:以上|左右)?，$"
)
RATED = re.compile(r"增长|增速|增幅|提高|提升|上升|下降|增加|净增|翻|年增")
AVERAGE = re.compile(r"平均(?:的|水平|值)?\s*[（(]?(?:为|是|约)?\s*$|^\s*[）)]?的?\s*平均")
HOLDS = re.compile(r"(?:贡献|集中|集聚|聚集|拥有|吸纳|创造|承担)了?(?:全[市区县省国])?[^，。；]*$")
TOP = "前第"  # 前15%: a rank of a list, no share
QUOTED = re.compile(r"[“\"]\s*$")
PRODUCING = re.compile(r"年?产$")
EACH = re.compile(r"分别[\u4e00-\u9fff]{0,4}$")  # of which of several is not plain
GIVEN = re.compile(r"(?:给予|给与|资助额度)[^，]{0,8}$")
PAID = re.compile(r"奖励|补助$|补贴$|资助$")


def name_quantities(text: str, start: int, end: int, quantities: Sequence[Quantity], region: str = "") -> list[Named | None]:
    """Return the name of each quantity of a sentence, None where nothing names it.

    Args:
        text: the document's text.
        start: first code point of the sentence.
        end: one past the last.
        quantities: those of the sentence, in order.
        region: the document's own region.
    """
    found: list[Named | None] = [None] * len(quantities)
    whole: Named | None = None
    spread = spread_names(text, start, quantities, region)
    for place, quantity in enumerate(quantities):
        if place in spread:
            found[place] = spread[place]
            continue
        low = max(start, quantities[place - 1].end if place else start)
        rise = place > 0 and RISE.search(text[low : quantity.start]) and FROM.search(text[start : quantities[place - 1].start])
        previous = found[place - 1] if place else None
        if rise and previous is not None:
            found[place] = replace(previous, since=quantities[place - 1].start)
            found[place - 1] = replace(previous, earlier=True)
            continue
        following = quantities[place + 1].start if place + 1 < len(quantities) else end
        clause = text[max(_borders(text, start, low, quantity.start), default=low) : quantity.start]
        if ON.fullmatch(clause) and (doubled := DOUBLED.search(text, low, quantity.start - len(clause))):
            found[place] = clean_name(text, doubled.start(), doubled.end("name"), clause)
            continue
        if place and UNREAD.search(text, low, quantity.start - len(clause)) and ON.fullmatch(clause):
            continue  # it goes on with a figure that is not read
        if place and ON.fullmatch(clause) and _turned(text[low : quantity.start - len(clause)]):
            continue  # of what the clause between speaks of
        if place and (ON.fullmatch(clause) or (quantity.unit == "位" and STANDS.fullmatch(clause))):
            found[place] = _held(quantities, found, place, clause)
            continue
        own = None if _is_aside(text, clause, quantity, end) else _own(text, start, low, quantity, end, following, previous)
        if own and previous and own.name == f"{previous.name}占{previous.name}比重" and (deed := BROUGHT.search(_before_name(previous))):
            found[place - 1] = replace(previous, name=deed[1] + previous.name)  # 引进49家研究院，占全市研究院数量的70%: no count of all
            own = replace(own, name=f"{deed[1]}{own.name}")
        own = _of_previous(own, previous, text[max(0, start - NEAR) : quantity.start]) if own else None
        if own and LEVEL.fullmatch(own.name) and whole:
            own = replace(own, name=own.name + whole.name.removeprefix("各级"))
        else:
            whole = own or whole
        found[place] = own
    return found


def _turned(between: str) -> bool:
    """Tell whether a clause between two figures speaks of something else than the first of them.

    >>> _turned("以上，种子市场日益繁荣，"), _turned("以上，位居全省前列，"), _turned("以上，")
    (True, False, False)
    """
    clauses = [BRACKETS.sub("", clause).strip() for clause in between.split("，")[1:]]
    return any(clause and not ON.fullmatch(clause) and not STANDS.fullmatch(clause) for clause in clauses)


def _of_previous(own: Named, previous: Named | None, before: str) -> Named:
    """A name with what it leaves to the figure before: what an intensity is of, a part has a share of, another county counts."""
    if own.name in INTENSITY and RESEARCH.search(before):
        own = replace(own, name=f"研发{own.name}")
    if previous and PART_SHARE.fullmatch(own.name):  # R&D人员9500人年，其中企业占比75%
        own = replace(own, name=previous.name + own.name)
    if previous and PART.fullmatch(previous.subject) and PART.fullmatch(bare := CONTRAST.sub("", own.name)):
        own = replace(own, name=SHARE_NAME.sub(r"\1", previous.name), subject=bare)  # 甲县有54家高企，而乙县只有23家
    return own


def _before_name(named: Named) -> str:
    """The words of a clause before the name that a figure has in it."""
    return squeezed(named.words).removesuffix(named.name)


def _borders(text: str, start: int, low: int, stop: int) -> list[int]:
    """Where the clauses of text[low:stop] begin; marks in brackets part none."""
    inside = [match.span() for match in BRACKETS.finditer(text, start, stop)]
    found = (match.end() for match in BORDER.finditer(text, low, stop))
    return [at for at in found if not any(left < at < right for left, right in inside)]


def _lists(words: str, quantity: Quantity) -> bool:
    """Tell whether words list as many names as the figure counts: 大唐袜艺、店口铜加工2家产业创新服务综合体."""
    names = LISTED.split(re.split(r"[，。；：:,;]|其中", words)[-1])
    return len(names) > 1 and quantity.value == len(names) and quantity.unit in COUNTS


def _is_aside(text: str, clause: str, quantity: Quantity, end: int) -> bool:
    """Tell whether a figure is another's: an average that something is set against, how many times a former one, a sum that is paid."""
    after = text[quantity.end : min(end, quantity.end + 8)]
    ordinal = text[quantity.start] == "第" and quantity.unit not in ("位", "名")  # 第58次会议
    if ordinal or (quantity.unit == "%" and text[quantity.start] in TOP) or (QUOTED.search(clause) and after[:1].isdigit()):
        return True
    return bool(AVERAGE.search(clause) or AVERAGE.match(after) or (quantity.unit == "倍" and RATIO.search(clause)) or GIVEN.search(clause))


def _held(quantities: Sequence[Quantity], found: Sequence[Named | None], place: int, clause: str) -> Named | None:
    """The name that a clause without one goes on with: that of the figure before for a rate, of the last one of its unit otherwise."""
    quantity = quantities[place]
    if quantity.unit == "倍" and RATIO.search(clause):
        return None
    rated = RATED.search(clause) is not None and quantity.unit in ("%", "百分点", "倍")
    for at in range(place - 1, -1, -1):
        named = found[at]
        if named is None or (named.earlier and at != place - 1):
            continue
        of_rate = RATED.search(named.words) or "年均" in named.words
        if rated or quantity.unit in ("位", quantities[at].unit) or (of_rate and quantities[at].unit in ("%", "百分点")):
            return replace(named, words=clause, earlier=False, since=-1)
        if rated:
            return None
    return None


def _own(text: str, start: int, low: int, quantity: Quantity, end: int, following: int, previous: Named | None) -> Named | None:
    """The words before a figure back to the last border, those after it where there are none, or the clause before."""
    borders = _borders(text, start, low, quantity.start)
    left = borders[-1] if borders else low
    words = text[left : quantity.start]
    if previous is not None and quantity.unit == "%" and (share := SHARE_OF.match(words)):
        name = f"{previous.name}占{share.group(1)}比重"
        return replace(previous, name=squeezed(name), words=words, earlier=False, since=-1)
    after = AFTER_NAME.match(text[quantity.end : min(end, following)])
    after = after if quantity.unit not in TIMES else None  # 15分钟服务圈 is a name
    of_what = bool(re.match(r"\s*的", text[quantity.end :]))
    counted = after and not of_what and _lists(text[low : quantity.start], quantity)
    holds = after and of_what and quantity.unit == "%" and HOLDS.search(words)  # 集中了全市71%的高新技术企业
    if not (counted or holds or EACH.search(words)) and (named := clean_name(text, left, quantity.start, words)):
        return named
    if PRODUCING.search(words) or words.startswith("对") or EACH.search(words):
        return None
    if match := after:
        name = re.sub(r"(?:等|以上|左右|和|与|及|的?基础上)$", "", match.group(1).strip())
        if len(name) >= SHORTEST and name[-1] not in OPENS and not FUNCTION.match(name) and not RISE.match(name) and not PAID.match(name):
            at = quantity.end + match.start(1)
            body = entity_of(text[start:left])
            if quantity.unit == "%" and HOLDS.search(text[start : quantity.start]):
                holder = HOLDS.split(words)[0].strip() if HOLDS.search(words) else previous.subject if previous else ""
                held_by = holder if PART.fullmatch(holder) else entity_of(holder)
                name, body = f"{'' if held_by else holder}占{name}比重", held_by or body
            return Named(squeezed(name), at, at + len(match.group(1).strip()), words + name, body)
    earlier = [border for border in borders[:-1] if border < left]
    before = earlier[-1] if earlier else low
    if before < left and not re.search(r"[。；\n]", text[before:left]):
        multiple = MULTIPLIED.search(text, before, left)
        named = clean_name(text, before, multiple.start() if multiple else left - 1, text[before : quantity.start])
        share = SHARE_OF.match(words) if multiple and quantity.unit == "%" else None
        return replace(named, name=squeezed(f"{named.name}占{share[1]}比重")) if named and share else named
    return None
