"""A sentence and its quantities -> the words that name what each of them is a figure of."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from facts.quantities import Quantity
from facts.scope import entity_of

BORDER = re.compile(r"[，。；：:、,;！？!?\n]|(?<=[^\d])和(?=[^\d]*\d)|其中")
COMPARING = re.compile(
    r"(?:\s|已|均|都|将|则|也|共|总数|预计|有望|力争|争取|确保|努力|累计|合计|基本|稳定|持续|逐步|分别|年均|每年|平均)*"
    r"(?:达到?|为|是|突破|超过|超|逾|不低于|不少于|不超过|不高于|至少|高于|低于|大于|年均增长|年均|实现倍增|倍增|翻番|实现翻番|提高|提升|增加|增长|增|上升|升|降低|下降|降|减少|扩大|翻|保持|控制|稳定|约|近|接近|占|位居|居|位列|列|排名|跃居|到|至|在|了|共|有|>|＞|≥|<|＜|≤|～|第|以|的|由|从|全国|全省|全市|前列|仅|只|还|(?:到|至|截至)(?:19|20)\d{2}年(?:底|末)?|\s)*$"
)
LEADING = re.compile(
    r"^(?:\s|\*|[一二三四五六七八九十]是|目前|年度|每年|到|至|截至|截止|在(?!孵|研|建项目|校|站|册|库|岗)|自|从|由|以|为|使|的|了|均|都|已|并|且|和|与|及|并且|同时|其中|基本|初步|全面|全力|积极|大力|着力|加快|推动|推进|促进|实现|力争|争取|确保|努力|预计|计划(?!单列)|有望|累计|共|共计|总计|年|年底|末|底|期间|期末|时期|以来|"
    r"建成|建设|建立|建有|新建|新增|新引进|引进|引育|引入|培育|培养|集聚|聚集|拥有|现有|已有|形成|打造|创建|争创|获批|认定|入选|获得|取得|完成|实施|组织|支持|扶持|带动|孵化(?!面积|基地|器|载体|场地|空间|育成)|设立|成立|布局|发展(?!指数|专项|资金)|新培育|新引育|新认定|吸引|发放|投入(?!强度|产出|占比|总[量额])|授权(?!量)|转化(?!率)|推广(?!面积|应用面积)|"
    r"全市|全区|全县|我市|我区|本市|(?:19|20)\d{2}年?|[“\"]?十[一二三四五]五[”\"]?|规划期末|规划期|，|。|、|：|不断|持续|进一步|稳步|各类(?=人才)|超过|不少于|至少|突破|达到|达)+"
)
AFTER_NAME = re.compile(r"^\s*(?:以上|左右|以下|以内|多|余|及以上|的)*\s*([^\d，。；：:、,;！？!?\n（(]{2,24})")
SPREAD = re.compile(
    r"(?:分别|依次|各)(?:从|由|(?:19|20)\d{2}\s*年的?|\s|为|是|达到?|突破|超过|增长|提高|接近|不低于|到|至|有望|力争|约|控制在|增加|提升)*$"
)
JOINED = re.compile(r"\s*(?:、|和|与|及|以及|，)\s*")
RISE = re.compile(r"(?:提高|提升|增加|增长|上升|扩大|跃升|升|下降|降低|降|减少|攀升|跃居|增)\s*(?:到|至|为)")
FROM = re.compile(r"(?:从|由|自)[^，。；]{0,16}$")
FUNCTION = re.compile(r"^(?:个|家|名|项|以上|左右|其中|分别|等|的|和|及|或|前|倍|年|以内|之一)+$")
INTENSITY = ("投入强度", "经费投入强度")  # of what the figure before it is of
RESEARCH = re.compile(r"研发|R&D|研究与试验发展")
LEVEL = re.compile(r"[\u4e00-\u9fff]{1,6}级(?:及?以上)?")
NO_NAME = re.compile(r"^(?:低于|高于|占|同比|仅|比|只|相当于|高达|较)|(?:升级到|政策以来已对|提供|遴选)$|[“”]$")
SHARE_OF = re.compile(r"\s*占\s*(?:全[市区县省]\s*)?([^，。；\d]{2,20}?)(?:总数|数量|总量|的?比重|的?比例)?(?:的|达到?|为|超过|约|近|\s)*$")
SHORTEST, LONGEST = 2, 40


@dataclass(frozen=True, slots=True)
class Named:
    """The name of a quantity.

    Attributes:
        name: the indicator's words.
        start: first code point of the name in the text.
        end: one past the last.
        words: name, verbs and comparing words before the figure.
        subject: the park or body that the clause is about, or "".
        earlier: the figure is the earlier one of two ("由45.2%提高到71.6%").
        since: where the earlier figure of two stands, for the later one; else -1.
    """

    name: str
    start: int
    end: int
    words: str
    subject: str = ""
    earlier: bool = False
    since: int = -1


def name_quantities(text: str, start: int, end: int, quantities: Sequence[Quantity]) -> list[Named | None]:
    """Return the name of each quantity of a sentence, None where nothing names it.

    Args:
        text: the document's text.
        start: first code point of the sentence.
        end: one past the last.
        quantities: those of the sentence, in order.
    """
    found: list[Named | None] = [None] * len(quantities)
    whole: Named | None = None
    spread = _spread(text, start, quantities)
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
        own = _own(text, start, low, quantity, end, quantities[place + 1].start if place + 1 < len(quantities) else end, previous)
        if own and own.name in INTENSITY and previous is not None and RESEARCH.search(previous.name):
            own = replace(own, name=f"研发{own.name}")
        if own and LEVEL.fullmatch(own.name) and whole:
            own = replace(own, name=own.name + whole.name.removeprefix("各级"))
        else:
            whole = own or whole
        found[place] = own
    return found


def _own(text: str, start: int, low: int, quantity: Quantity, end: int, following: int, previous: Named | None) -> Named | None:
    """The words before a figure back to the last border, those after it where there are none, or the clause before."""
    borders = [match.end() for match in BORDER.finditer(text, low, quantity.start)]
    left = borders[-1] if borders else low
    words = text[left : quantity.start]
    if previous is not None and quantity.unit == "%" and (share := SHARE_OF.match(words)):
        name = f"{previous.name}占{share.group(1)}比重"
        return replace(previous, name=_squeezed(name), words=words, earlier=False, since=-1)
    if named := _clean(text, left, quantity.start, words):
        return named
    if match := AFTER_NAME.match(text[quantity.end : min(end, following)]):
        name = re.sub(r"(?:等|以上|左右)$", "", match.group(1).strip())
        if len(name) >= SHORTEST and not FUNCTION.match(name):
            at = quantity.end + match.start(1)
            return Named(_squeezed(name), at, at + len(name), words + name, entity_of(text[start:left]))
    earlier = [border for border in borders[:-1] if border < left]
    before = earlier[-1] if earlier else low
    if before < left and not re.search(r"[。；\n]", text[before:left]):
        return _clean(text, before, left - 1, text[before : quantity.start])
    return None


def _clean(text: str, left: int, right: int, words: str) -> Named | None:
    """The name in text[left:right]: verbs before it and comparing words behind it left out."""
    body = text[left:right]
    cut = COMPARING.search(body)
    stop = cut.start() if cut else len(body)
    lead = LEADING.match(body[:stop])
    first = lead.end() if lead else 0
    if from_ := re.search(r"(?:从|由)\s*(?:(?:19|20)\d{2}\s*年的?)?\s*$", body[first:stop]):
        stop = first + from_.start()
    name = body[first:stop].strip(" \n\t的“”*")
    if (
        not SHORTEST <= len(name) <= LONGEST
        or not re.search(r"[\u4e00-\u9fffA-Za-z]{2}", name)
        or FUNCTION.match(name)
        or NO_NAME.search(name)
    ):
        return None
    at = left + body.find(name, first)
    subject = entity_of(name) if not name.endswith(tuple("院所区园室心镇")) else ""
    return Named(_squeezed(name), at, at + len(name), words, subject)


def _spread(text: str, start: int, quantities: Sequence[Quantity]) -> dict[int, Named]:
    """Names of lists that share a verb: A、B和C分别达到X、Y和Z."""
    found: dict[int, Named] = {}
    for place, quantity in enumerate(quantities):
        if place in found or not SPREAD.search(text[start : quantity.start]):
            continue
        run = [place]
        while run[-1] + 1 < len(quantities) and JOINED.fullmatch(_between(text, quantities[run[-1]], quantities[run[-1] + 1])):
            run.append(run[-1] + 1)
        low = quantities[place - 1].end if place else start
        head = text[low : quantity.start]
        stop = SPREAD.search(head)
        head = head[: stop.start()] if stop else head
        clause = re.split(r"[。；;：:]", head)[-1]
        parts = [part for part in re.split(r"、|和|与|及|以及", re.split(r"，", clause)[-1] or clause) if part.strip()]
        if len(parts) < len(run):
            parts = [part for part in re.split(r"，|、|和|与|及|以及", clause) if part.strip()]
        parts = _with_shared_end(parts[-len(run) :])
        if len(parts) != len(run):
            continue
        for index, part in zip(run, parts, strict=True):
            at = text.find(part[:4].strip(), low, quantity.start)
            at = at if at >= 0 else low
            if named := _clean(part, 0, len(part), head):
                found[index] = Named(named.name, at, min(at + len(part), quantity.start), head, named.subject)
        _repeat(text, quantities, run, found)
    return found


def _repeat(text: str, quantities: Sequence[Quantity], run: Sequence[int], found: dict[int, Named]) -> None:
    """Give a run of later figures the names of the earlier ones: 甲、乙分别从A、B增长至C和D."""
    later = [run[-1] + 1 + step for step in range(len(run))]
    if later[-1] >= len(quantities) or not RISE.search(text[quantities[run[-1]].end : quantities[later[0]].start]):
        return
    for early, late in zip(run, later, strict=True):
        if early in found:
            found[late] = replace(found[early], since=quantities[run[0]].start)
            found[early] = replace(found[early], earlier=True)


def _between(text: str, one: Quantity, other: Quantity) -> str:
    gap = text[one.end : other.start]
    return re.sub(r"以上|左右|超过|突破|不低于|第|约|近", "", gap)


def _with_shared_end(parts: Sequence[str]) -> list[str]:
    """Give names of a list the end that only the last one has: 甲产业、乙产业增加值占比 -> 甲产业增加值占比 …"""
    if len(parts) < 2:
        return list(parts)
    end = re.search(r"(?:增加值|营业收入|投资额?|产值|销售收入|经费|专利|占)[^、]*$", parts[-1])
    if not end:
        return list(parts)
    return [
        part if re.search(r"增加值|营业收入|投资|产值|收入|经费|专利|占|数|量|额|率", part) else part + end.group() for part in parts[:-1]
    ] + [parts[-1]]


def _squeezed(name: str) -> str:
    return re.sub(r"\s+", "", name)
