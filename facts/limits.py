"""Words of a measure -> what limits all that it pays: a most, a most for each item, for how long, of how many, in how many years."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from facts.quantities import find_quantities
from facts.told import in_ten_thousands

CAPPED = re.compile(
    r"(?:最高|最多|上限|封顶|限额|不超过|不高于|以(?!上|下|内|及|后|前|来|外))(?:为|达|不超过|资助|补助|奖励|给予|补贴)?[^0-9，。；]{0,6}$|(?:不超过|不高于)[^0-9，。；]{0,4}$"
)
OF_WHOM = re.compile(r"^(?:的|以内的)?(?:企业|项目|单位|规上|部分)|^(?:（含）)?(?:的)?部分|^的，")
EACH = re.compile(
    r"(?:每|单)[1一]?(?P<unit>个|家|项|件|场|次|台套?|套|笔|部|款|人|名|届|期|班|艘|辆|例|集|店|品种|产品|项目)(?P<noun>[^，。；\d]{0,10}?)(?:每?年度?)?(?:累计|合计|补[助贴]|奖励|资助|给予|支持|金额|总额|额度)*(?:最高|最多|上限|封顶|限额|不超过|不高于)"
)
APPLICANT = re.compile(r"企业|单位|主体|机构|公司|法人|申报|经营者|合作社|平台|孵化器|园区|基地|旅行社|协会|商会|每?年")
SPAN = re.compile(
    r"(?:最长|最多|不超过|期限|连续|为期|补贴期|享受|补助期|贴息期)[^，。；\d]{0,10}(?<!满)(?<!不少于)(?<!不低于)(?P<count>\d+)(?P<unit>年(?!度)|个月)(?!以上|内)|(?P<of>(?:前|首)(?P<n>\d+)(?P<u>年(?!度)|个月))"
)
TERM = re.compile(
    r"(?:期限|(?:补贴|补助|发放|享受|资助)期|连续(?:补贴|补助|发放|给予|享受)?|共(?:补贴|补助|发放)?)(?:均|共|一律)?为?(?P<count>\d+)(?P<unit>年(?!度)|个月)(?!以|内|及)"
)  # for how long something is paid, no more and no less
MOST = re.compile(
    r"(?:最多|不超过|上限|最高|限)[^，。；\d元]{0,10}?(?P<count>\d+(?:\.\d+)?)(?P<unit>人次|架次|平方米|公里|标箱|千瓦|[人名件项个台套场次亩吨家篇辆口店间艘座户头株位款期届趟列笔单处])(?!以上|的企业|的单位|月|[政作])"
)
OF_LOAN = re.compile(r"本金|贷款(?:金额|总额|额度?|规模)")
PAID_OVER = re.compile(r"分(?P<years>\d)(?:年|期|次)(?P<how>[^，。；]{0,12})(?:兑付|拨付|发放|支付|给付|到位|补助|奖励|补贴)")
SHARE = re.compile(r"(?:不超过|不高于|最高为)(?P<noun>[^，。；\d]{3,14}?)的?(?P<share>\d+(?:\.\d+)?)[%％]")
PAYS = re.compile(r"\d(?:元|万元|[%％])")
OF_ALL = re.compile(r"单个|每[个家户]|同一|一家|合计|累计|总|全年|均|都")
SHARE_OF_SPENT = re.compile(
    r"(?:上述|以上|单[个场项次][^，。；]{0,6})?(?:补[贴助]|奖[励补]|资助)(?:金?额|资金|标准|总额)?(?:最高|均|合计)?不得?(?:超过|高于)"
    r"(?P<base>[^，。；\d]{2,14}?(?:支出|投入|费用?|成本|总?额|造价|价款|投资))的?(?P<share>\d+(?:\.\d+)?)[%％]"
)  # no more than a share of what was spent
CAP_ALONE = re.compile(
    r"^(?:每|单|同一)[一1]?[家个户项件名人]?[^，。；\d]{0,18}(?:最高|不超过|不高于|上限|封顶)[^，。；\d]{0,8}\d+(?:\.\d+)?[万亿]?元(?:的?(?:奖励|补助|补贴|资助))?。?$"
)  # a sentence that says no more than the most that one applicant or one project gets
OF_SUM = re.compile(
    r"^(?:其中，?)?(?:上述|前款|本条|享受|计算|申请)*(?:(?:每|单|同一|各)[一1]?[家户个项件名人笔]?[^，。；\d]{0,10}?)?"
    r"(?:补贴|补助|奖励|贴息|资助|奖补|计息|支持|计算)[^，。；\d]{0,8}?(?:本金|期限?|面积|时间|金额|总?额度?|标准|比例|人数|年限|数量|次数|件数|贷款)"
    r"[^，。；\d]{0,10}(?:最高|最长|最多|不超过|不高于|上限|封顶|限|为|按)[^，。；\d]{0,6}\d"
)  # a sentence that says no more than how a sum is limited: 贴息本金不超过800万元，贴息期限不超过12个月
ALL_LEVELS = re.compile(
    r"^(?:以上|上述)?(?:中央|国家|上级|省级?|各级)[^，。；]{0,16}(?:之和|总和)不得?(?:超过|高于)"
)  # 中央与县级补助之和不得超过…
COUNTED_IN = re.compile(
    r"^(?:其中，?)?(?P<what>[^，。；\d]{2,14}?)(?:最多|至多|最高|不超过)?按(?:不超过)?(?P<whole>[^，。；\d]{1,10}?)的?(?P<share>\d+(?:\.\d+)?)%(?:以内)?计(?:入|算)。?$"
)  # how much of a part counts: 硬件投入最多按总投入的50%计入
MEASURED_EACH = re.compile(  # 且每人学习满120课时的，: a condition, by which nothing is counted
    r"[且并，、]?每[人名个亩][^，。；\d]{0,8}(?:满|达到?|不少于|不低于|超过)\d[^，。；]*?的，"
)
AFTER_RISE = re.compile(r"(?:上浮|上调|提高|叠加|加成)后")  # the most of what a sum comes to with all that raises it
PRINCIPAL = re.compile(
    r"(?:本金|贷款(?:金额|总额|额度?|规模)(?=[^，。；\d]{0,4}(?:不超过|最高|最多|上限)))[^，。；\d]{0,16}?(?P<sum>\d+(?:\.\d+)?)(?P<unit>万元|亿元)"
)


@dataclass(frozen=True, slots=True)
class Limits:
    """What limits a measure's sum.

    Attributes:
        whole: the most of all that it pays, in 万元.
        each: the most for each item, in 万元, with the word for the item in `item`.
        item: 个展会, 项目 …
        months: for how many months at most.
        term: for how many months exactly.
        most: of how many at most, by unit.
        years: in how many yearly parts the sum is paid, 0 where that is not said.
        principal: the most of a loan that counts, in 万元.
        eaches: the most for each item by what it is, where it differs: 境内展会每场最高1万元，境外展会每场最高3万元.
        share: no more than a share of something: 不超过总投资的30%; the noun and the share.
        least: the least of several mosts of the whole, above which it is not plain which holds.
        partial: the most of one of the parts, in 万元: 带动就业部分最高1万元.
    """

    whole: Decimal | None = None
    each: Decimal | None = None
    item: str = ""
    months: Decimal | None = None
    most: tuple[tuple[str, Decimal], ...] = ()
    years: int = 0
    principal: Decimal | None = None
    partial: Decimal | None = None
    term: Decimal | None = None
    eaches: tuple[tuple[Decimal, str], ...] = ()
    share: tuple[str, Decimal] | None = None
    least: Decimal | None = None


def read_limits(body: str) -> Limits:
    """Return what limits the sum of a measure.

    Args:
        body: its words without white space, numerals in digits.

    >>> read_limits("按展位费的50%补助，单个展会最高3万元，单个企业每年最高10万元").whole
    Decimal('10')
    """
    whole: list[Decimal] = []
    each: list[tuple[Decimal, str]] = []
    partial: list[Decimal] = []
    eaches: list[tuple[Decimal, str]] = []
    part = SHARE.search(body)
    for value, before in _caps(body):
        scope = EACH.search(re.split(r"[，。；、]", before)[-1])
        noun = (scope["unit"] + scope["noun"]) if scope else ""
        if re.search(r"部分[^，。；]{0,4}最高$|部分[^，。；\d]{0,6}$", before.removesuffix("最高")):
            partial.append(value)
        elif AFTER_RISE.search(re.split(r"[，；。、]", before)[-1]):
            whole.append(value)
        elif not whole and not each and _of_later(before):
            partial.append(value)
        elif scope and not APPLICANT.search(noun) and (scope["noun"] or scope["unit"] not in ("家", "户")):
            each.append((value, noun))
            eaches.append((value, re.split(r"[，。；、]", before)[-1]))
        else:
            whole.append(value)
    span, term = SPAN.search(body), TERM.search(body)
    months = None
    if span:
        count, unit = (span["count"], span["unit"]) if span["count"] else (span["n"], span["u"])
        months = _months(count, unit)
    over, principal = PAID_OVER.search(body), PRINCIPAL.search(body)
    return Limits(
        max(whole, default=None) if len(set(whole)) > 1 and not each else min(whole, default=None),
        each[0][0] if len({value for value, _ in each}) == 1 else None,
        each[0][1] if each else "",
        months,
        tuple((match["unit"], Decimal(match["count"])) for match in MOST.finditer(body)),
        int(over["years"]) if over else 0,
        in_ten_thousands(Decimal(principal["sum"]), principal["unit"]) if principal else None,
        min(partial, default=None),
        _months(term["count"], term["unit"]) if term else None,
        tuple(eaches) if len({value for value, _ in eaches}) > 1 else (),
        (part["noun"], Decimal(part["share"]) / 100) if part else None,
        min(whole) if len(set(whole)) > 1 and not each else None,
    )


def limits_only(sentence: str) -> bool:
    """Tell whether a sentence, without white space and with numerals in digits, says no more than what limits a sum.

    >>> limits_only("贴息本金不超过800万元，贴息期限不超过12个月。"), limits_only("对首次上规的企业奖励10万元。")
    (True, False)
    >>> limits_only("硬件投入最多按总投入的50%计入。"), limits_only("补助额不超过赛事实际支出的50%。")
    (True, True)
    """
    return any(kind.match(sentence) for kind in (CAP_ALONE, OF_SUM, ALL_LEVELS, COUNTED_IN, SHARE_OF_SPENT))


def _months(count: str, unit: str) -> Decimal:
    return Decimal(count) * (12 if unit == "年" else 1)


def _of_later(before: str) -> bool:
    """Tell whether the words before the first cap of a rule pay in two stretches, so that it is the cap of the later one alone."""
    *earlier, own = re.split(r"[；;。]", before)
    return any(map(PAYS.search, earlier)) and bool(PAYS.search(own)) and not OF_ALL.search(re.split(r"[，、]", own)[-1])


def _caps(body: str) -> Iterator[tuple[Decimal, str]]:
    end, above = -1, ""  # of the cap before, with the words that stand before it
    for item in find_quantities(body, 0, len(body)):
        goes_on = item.start - 1 == end and body[end] == "、"  # 最高分别为150万元、60万元
        before = above if goes_on else body[: item.start]
        if (
            item.unit in ("元", "万元", "亿元")
            and CAPPED.search(before)
            and not OF_WHOM.match(body[item.end :])
            and not OF_LOAN.search(before[-16:])
        ):
            end, above = item.end, before
            yield in_ten_thousands(item.value, item.unit), before + "最高"
