"""A measure and a profile -> the sum that is paid, with its formula."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from facts.base_sums import of_bases
from facts.class_caps import with_cap
from facts.judging import Judge
from facts.left_out import tells_left_out
from facts.measure import Amount, Measure
from facts.of_another import later_tier
from facts.one_scale import of_one_scale
from facts.other_standard import at_own_standard
from facts.portions import asks_whole_too, portion_asked, portion_left
from facts.received import still_due
from facts.row_sums import Sums, of_rows
from facts.several import several
from facts.spending_limits import all_levels, really_spent, share_of_spent
from facts.stages import due_for, stages_of
from facts.step_sums import steps
from facts.stretch_meant import with_stretch
from facts.sums import plain_sum
from facts.tier_sums import reckoned, scaled
from facts.tiers import is_reached, tier_of
from facts.told import in_ten_thousands
from facts.unheeded import unheeded
from facts.unit_steps import unit_steps
from facts.unreckoned import left_over
from facts.year_tiers import yearly

RELATED = re.compile(r"无关联|非关联|关联[^，。；]{0,10}不计")
OF_KIND = re.compile(r"(?:其中)?属于")
KIN = re.compile(r"股东[^,;。]{0,4}(?:开|办|的公司|控股)|母公司|子公司|旗下|关联[方企公]|兄弟公司")


@dataclass(frozen=True, slots=True)
class Worth:
    """What a measure pays a profile.

    Attributes:
        formula: how it was reckoned, or as far as it can be, with what is missing; "" for a stated sum.
        value: in `unit`, the cap kept; "" where it cannot be reckoned.
        unit: 万元 or 元, with /月 or /年 where it is paid for each.
        words: what the text pays, in short.
        capped: the formula came to more than the cap.
    """

    formula: str
    value: str
    unit: str
    words: str
    capped: bool = False


def worth(measure: Measure, judge: Judge) -> Worth | None:
    """Return what a measure pays to a profile, None where it names no sum; no sum where it is not known which cap holds."""
    measure, other = at_own_standard(measure, judge)
    one, open_ = with_cap(measure, judge)
    found = _portion(_worth(one, judge), one, judge)
    if found and other and found.formula:
        found = replace(found, formula=f"{found.formula}（未计：{other}）")
    bounded = bool(found and found.value) and not (found and _of_untold(found, measure, judge))
    if found and (meant := with_stretch(measure, judge.profile, bounded=bounded)):
        alone = worth(meant, judge)
        if (
            alone
            and alone.value
            and "×" in alone.formula
            and not later_tier(measure, judge.profile, alone.formula)
            and not _reaches_more(measure, meant, judge)
        ):
            return replace(alone, words=found.words)
    if found and found.capped and open_:
        return replace(found, value="", formula=f"{found.formula}（适用哪一上限未说明）", capped=False)
    if found and (each := left_over(measure.paying or measure.text, found.formula, found.value, found.unit)):
        return replace(found, value="", formula=f"{each}{found.value}{found.unit}（数量未说明）", capped=False)
    if found and found.value and (limited := _limited(found, measure, judge)):
        return limited
    if (
        found
        and found.value
        and unheeded(measure, judge.profile, found.formula, in_ten_thousands(Decimal(found.value), found.unit.split("/")[0]))
    ):
        return replace(found, value="", formula="", capped=False)
    if found and (due := still_due(judge.profile, found.formula, measure.name + measure.text)):
        return replace(found, formula=due[0], value="" if due[1] is None else plain_sum(due[1]))
    return found


def _of_untold(found: Worth, measure: Measure, judge: Judge) -> bool:
    """Tell whether a sum for each of something is that of a stretch which the profile tells nothing of, where another is told of."""
    meant = with_stretch(measure, judge.profile, bounded=False)
    counted = re.fullmatch(r"[\d.]+[人名位个件项台家条场次]×(?P<each>[\d.]+)万?元=.*", found.formula)
    if meant is None or counted is None:
        return False
    return Decimal(counted["each"]) not in {Decimal(one.fixed) for one in meant.amounts if one.fixed}


def _reaches_more(measure: Measure, meant: Measure, judge: Judge) -> bool:
    """Tell whether a tier is reached that the one stretch meant leaves out: 属于新型电池产业链的, of what stands before."""
    kept = {(one.fixed, one.rate) for one in meant.amounts}
    others = [one for one in measure.amounts if (one.fixed, one.rate) not in kept]
    whens = [one.when for one in meant.amounts if one.fixed]
    others = [one for one in others if OF_KIND.match(one.when) or (one.per and any(of_one_scale([when, one.when]) for when in whens))]
    return any(is_reached(measure, one, judge) == "met" for one in others)


def _limited(found: Worth, measure: Measure, judge: Judge) -> Worth | None:
    """A sum that is no more than what was really spent, or than what all levels together may pay."""
    if found.unit == "万元" and (share := share_of_spent(measure, judge.profile, found.formula, Decimal(found.value))):
        return replace(found, formula=share[0], value="" if share[1] is None else plain_sum(share[1]), capped=False)
    spent = really_spent(measure, judge.profile, Decimal(found.value), found.unit)
    limited = spent or (all_levels(measure, judge.profile, found.formula, Decimal(found.value)) if found.unit == "万元" else None)
    return replace(found, formula=limited[0], value=plain_sum(limited[1]), capped=False) if limited else None


def _portion(found: Worth | None, measure: Measure, judge: Judge) -> Worth | None:
    """The portion of a sum that is asked for, where it is paid out in several."""
    words = measure.paying or measure.text
    asked = portion_asked(judge.profile, words) if found and found.value else None
    left = portion_left(judge, words) if found and found.value and not asked else None
    name, share = asked or left or ("", None)
    if found is None or share is None:
        return found
    value = Decimal(found.value) * share
    name = name if asked else f"未达到：{name}"
    if asked and asks_whole_too(judge.profile):
        return replace(found, formula=f"{found.formula}（其中{name}{plain_sum(share * 100)}%即{plain_sum(value)}{found.unit}）")
    formula = f"{found.value}{found.unit}×{plain_sum(share * 100)}%={plain_sum(value)}{found.unit}（{name}）"
    return replace(found, value=plain_sum(value), formula=f"{found.formula}，{formula}" if found.formula else formula)


def _worth(measure: Measure, judge: Judge) -> Worth | None:
    """What a measure with one cap pays."""
    if not measure.amounts:
        return None
    words = "；".join(map(amount_words, measure.amounts))
    if _part_counts(measure, judge):
        return Worth("", "", "", words)
    if by_year := yearly(measure, judge):
        one = by_year.sum
        capped = one is not None and one.cap is not None and one.value > one.cap
        due = plain_sum(one.cap if capped and one.cap is not None else one.value) if one else ""
        return Worth(one.formula if one else "", due, "万元", words, capped)
    if stepped := steps(measure, judge) or unit_steps(measure, judge) or of_bases(measure, judge):
        capped = stepped.cap is not None and stepped.value > stepped.cap
        return Worth(stepped.formula, plain_sum(stepped.cap if capped and stepped.cap else stepped.value), stepped.unit, words, capped)
    if any(item.words for item in measure.amounts):
        sums = of_rows(measure, judge, lambda alone: _sums(worth(alone, judge)))
        return Worth(sums[0], sums[1], sums[2], words, sums[3]) if sums else Worth("", "", "", words)
    if stages := stages_of(measure):
        staged = due_for(measure, stages, judge)
        return Worth(staged.formula if staged else "", plain_sum(staged.value) if staged and staged.value else "", "万元", words)
    tier = tier_of(measure, judge)
    if whole := several(measure, judge, tier):
        return Worth(whole.formula, plain_sum(whole.value) if whole.value is not None else "", whole.unit, words, whole.capped)
    if tier is None:
        return Worth("", "", "", words)
    found = scaled(measure, reckoned(measure, tier, judge), judge)
    if found is None:
        return Worth("", "", "", amount_words(tier))
    capped = found.cap is not None and found.value > found.cap
    value = found.cap if capped and found.cap is not None else found.value
    return Worth(found.formula, plain_sum(value), found.unit, amount_words(tier), capped)


def _part_counts(measure: Measure, judge: Judge) -> bool:
    """Tell whether not all that is told counts, and how much does is not plain: what is dealt with kin, what a base leaves out."""
    terms = measure.text + "".join(item.reading for item in measure.conditions)
    return bool(RELATED.search(terms) and KIN.search(judge.profile.text)) or tells_left_out(measure, judge.profile)


def _sums(found: Worth | None) -> Sums:
    return (found.formula, found.value, found.unit, found.capped) if found else ("", "", "", False)


def amount_words(amount: Amount) -> str:
    """Return a tier in words: 研发费用的6%，最高200万元."""
    if not amount.fixed and not amount.rate:
        return (f"{amount.when}：" if amount.when else "") + f"最高{amount.cap}{amount.unit}"
    if amount.fixed:
        paid = f"{'每' + amount.per if amount.per else ''}{amount.fixed}{amount.unit}"
    elif "/" in amount.unit:
        paid = f"{amount.base}每{amount.per}{amount.rate}元"
    else:
        paid = f"{amount.base or '基数'}的{plain_sum(Decimal(amount.rate) * 100)}%"
    unit = "万元" if "/" in amount.unit else amount.unit
    each = f"每{amount.per}" if amount.per and amount.rate and "/" not in amount.unit else ""
    most = f"，{each}最高{amount.cap}{unit}" if amount.cap else ""
    return (f"{amount.when}：" if amount.when else "") + paid + most
