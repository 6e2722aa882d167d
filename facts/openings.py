"""Words of a rule with several sums -> the words that open each: 国家级, 列入目录的, 博士."""

import re
from collections.abc import Sequence

EACH = re.compile(r"(?:分别|依次)")
ITEM_LEAD = re.compile(r"^(?:对|新(?![建办设上购开引注])|被|已|经)*(?:认定为?|获评|获得|评为|获批|列入|通过|新认定的?|首次)*(?:的)?")
BEFORE_COMMA = re.compile(r"(?:^|[，：])(?:其中)?(?P<when>[^，：]{2,40}?)的，[^，：]*$")
OWN_GRADE = re.compile(
    r"(?:^|[，：])(?P<when>(?:达到|获评|评为|评定为|认定为|属于)[^，：、\d]{1,12})的按$"
)  # 达到二级及以上的，达到二级的按20%
BEFORE_VERB = re.compile(r"(?:^|[，：、])(?:其中)?(?P<when>[^，：、]{2,40}?)的?(?:按[^，]*|奖励|给予|补助|补贴|资助|补|奖)$")
VERB = re.compile(r"(?:再|另|一次性|分别|可|均)*(?:奖励|给予|补助|补贴|资助)(?:一次性)?")
HOW_PAID = re.compile(r"(?:再|另|一次性|分别|可|均|各)+")
AFORE = re.compile(r"(?:^|[；。])(?:对)?(?P<when>[^，；。\d]{6,50})，[^，]*$")
FIRST_FIGURE = re.compile(r"\d(?!\d*年)")
BY = re.compile(r"(?:按照?|给予)?")
WHOSE_RATE = re.compile(r"(?:^|[；。])(?:对)?(?P<when>[^，；。]{4,40}?的(?:企业|单位|机构|项目))，[^，]*$")
OF_WHOM = re.compile(
    r"^(?P<when>[^，；。]{0,16}\d[^，；。]{0,12}(?:以上|以下|以内)的(?:企业|单位|机构|项目))，按[^，]*$"
)  # 300万元以上的企业，按
RANGE = re.compile(r"\d[^，：；]{0,30}(?:以上|以下|以内|不足|不超过)[^，：；]{0,16}的，[^，]{0,6}$")
AMONG = re.compile(r"其中(?P<when>[^，：；]{2,30})，按[^，]*$")
STAGE = re.compile(
    r"，(?P<when>[^，：、\d]{2,16}?)后?再(?:奖励|给予|补助)$|的，(?P<first>(?:完成|通过|取得|成功)[^，：、\d]{2,16}?)后?(?:奖励|给予|补助)$"
)
GRADED = re.compile(r"(?P<grades>(?:(?:国际|国家|省|市|区|县)级[、和]){1,3}(?:国家|省|市|区|县)级)(?P<noun>[^、，；或]{2,16})")
_BASE = r"(?:(?!达到|超过|增长|以上)[^，。；\d、和与及]){2,12}?(?:投入|费用?|额|支出|投资|利息|租金|保费)"
OF_BASE = re.compile(
    rf"(?:按照?|和|与|及|、|并|的)*{_BASE}(?:的?\d+(?:\.\d+)?%?(?:和|、|与|及|，)(?:并?按)?{_BASE})?"
)  # what shares are of, no tiers
SUBJECT = re.compile(r"^.*(?:企业|单位|机构|公司|院所)(?=[^、]{2,})")
GRADE_LIST = re.compile(r"(?:(?:国际|国家|省|市|区|县)级[、和])+(?:国家|省|市|区|县)级")
KIND_LIST = re.compile(r"[\u4e00-\u9fff“”\"]{2,12}(?:、[\u4e00-\u9fff“”\"]{2,12})+")
KIND_LEAD = re.compile(r"^.*(?:全日制|新引进|引进|年内|取得|获得|的)(?=[\u4e00-\u9fff]{2})")
IN_LIST = re.compile(r"[\d.]*(?:万?元|[%％])[、和]")
WHOSE = re.compile(r"(?:的(?:第[一1])?(?:专利权人|获奖者|完成人|单位|企业|个人|申请人|发明人))?(?:，每[项件个家人])?$")


def openings(text: str, starts: Sequence[int], *, alone: bool) -> list[str]:
    """The words that open each tier: items in order before 分别, or the clause before each."""
    run = _run(text, starts)
    if 1 < run < len(starts) and EACH.search(text[: starts[0]]):
        rest = zip(starts[run - 1 : -1], starts[run:], strict=True)  # paid beside the list: 分别给予10万元、30万元，其中…再给予5万元
        return openings(text[: starts[run]], starts[:run], alone=alone) + [_when(text[low:], at - low) for low, at in rest]
    if len(starts) > 1 and not EACH.search(text[: starts[0]]) and (kinds := _kinds(text, starts)):
        return kinds
    if len(starts) > 1 and (each := EACH.search(text[: starts[0]])):
        if graded := _graded(text[: each.start()], len(starts)):
            return graded
        if grades := _grades(text[: each.start()], len(starts)):
            return grades
        listed = _listed(text[: each.start()].strip("，"), len(starts))
        if len(listed) >= len(starts):
            names = [ITEM_LEAD.sub("", item).strip("的，") for item in listed[-len(starts) :]]
            names = [*names[:-1], WHOSE.sub("", names[-1])]
            if all(re.match(r"\d", name) for name in names[1:]) and (number := FIRST_FIGURE.search(names[0])):
                noun = SUBJECT.sub("", names[0][: number.start()])  # who it is stands before the noun of the figures
                return [noun + names[0][number.start() :], *(noun + name for name in names[1:])]
            grade = re.match(r".{1,2}级", names[-1])
            return [*names[:-1], grade.group()] if grade and all(re.fullmatch(r".{1,2}级", name) for name in names[:-1]) else names
    if len(starts) == 1:
        return ["" if alone and not RANGE.search(text[: starts[0]]) else _when(text, starts[0])]
    ends = [0, *starts]
    return [_when(text[low:], at - low) for low, at in zip(ends, starts, strict=False)]


def _run(text: str, starts: Sequence[int]) -> int:
    """How many of several sums or shares stand in one list with the first: 10万元、30万元、80万元."""
    gaps = [text[one:other] for one, other in zip(starts, starts[1:], strict=False)]
    return 1 + next((place for place, gap in enumerate(gaps) if not IN_LIST.fullmatch(gap)), len(gaps))


def _listed(words: str, count: int) -> list[str]:
    """The items of the list of so many: in all the words, else in the last clause that has it; else whatever they list."""
    for marks in ("、", "、|和|或者?|以及"):
        lists = [re.split(marks, stretch) for stretch in (words, *reversed(words.split("，")))]
        fits = [listed for listed in lists if len(listed) == count]
        if fits:  # rather one of things of a kind: 全国首店、省内首店
            return next((listed for listed in fits if len({item.removesuffix("的")[-2:] for item in listed}) == 1), fits[0])
    return re.split("、|和|或者?|以及", words)


def _kinds(text: str, starts: Sequence[int]) -> list[str]:
    """Of sums in one list, 按每人每月1500元、800元、300元, the kinds of the one list of as many before them: 博士、硕士、本科毕业生."""
    joined = _run(text, starts) == len(starts)
    lists = [match.group().split("、") for match in KIND_LIST.finditer(text[: starts[0]])] if joined else []
    fits = [names for names in lists if len(names) == len(starts)]
    return [KIND_LEAD.sub("", name) for name in fits[0]] if len(fits) == 1 else []


def _grades(words: str, count: int) -> list[str]:
    """Grades that are listed before the nouns they are of: 国家级、省级、市级重点实验室、工程研究中心."""
    match = next((one for one in GRADE_LIST.finditer(words) if one.group().count("级") == count), None)
    return re.findall(r"[\u4e00-\u9fff]{1,2}级", match.group()) if match else []


def _graded(words: str, count: int) -> list[str]:
    """One noun of several grades, each grade with it: 国家级、省级企业技术中心 -> 国家级企业技术中心, 省级企业技术中心."""
    match = GRADED.search(words)
    grades = re.findall(r"[\u4e00-\u9fff]{1,2}级", match["grades"]) if match else []
    return [grade + match["noun"] for grade in grades] if match and len(grades) == count and "或" in words else []


def _when(text: str, at: int) -> str:
    """The clause that says when a tier is paid, without the words for how it is paid."""
    words = re.sub(r"(?:^|，)(?:一次性|分别|均|各)+$", "", _opening(text, at))
    words = re.sub(r"的?(?:补助|奖励|补贴|资助)?(?:比例|标准)(?:提高|提升|上调)(?:到|至|为)?$", "", words)
    return "" if OF_BASE.fullmatch(words) else words


def _opening(text: str, at: int) -> str:
    """The clause that says when a tier is paid: 列入省级重点技术改造项目的，按; 完成辅导备案的奖励; 首年."""
    before = text[:at]
    if stage := STAGE.search(before):
        return stage["when"] or stage["first"]
    for pattern in (OWN_GRADE, AMONG, BEFORE_COMMA, BEFORE_VERB):
        if (match := pattern.search(before)) and not HOW_PAID.fullmatch(match["when"]):
            return ITEM_LEAD.sub("", match["when"]).removesuffix("的")
    if whole := OF_WHOM.search(before):
        return ITEM_LEAD.sub("", whole["when"])
    last = re.split(r"[，、：；]", before)[-1]
    if VERB.fullmatch(last) and (whole := AFORE.search(before)):
        return ITEM_LEAD.sub("", whole["when"]).removesuffix("的")
    if BY.fullmatch(last) and (whole := WHOSE_RATE.search(before)):
        return ITEM_LEAD.sub("", whole["when"])
    last = re.sub(r"(?:一次性|分别|均|各)+$", "", last)
    return ITEM_LEAD.sub("", re.sub(r"(?:奖励|给予|补助|补贴|资助|每人|每月|每年|一次性)+$", "", last)).removesuffix("的")
