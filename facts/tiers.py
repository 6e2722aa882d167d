"""A measure that pays by tiers, and a profile -> the tier that it reaches."""

import re
from decimal import Decimal

from facts.dated_tiers import in_time
from facts.graded_tables import GRADE
from facts.grades import grades_told
from facts.judging import Judge
from facts.legal_forms import SOLE_TOLD
from facts.likeness import overlap
from facts.measure import Amount, Measure
from facts.openings import OF_BASE
from facts.other_tiers import OTHERS, for_others
from facts.profile import Profile
from facts.side_by_side import FIRST, among, in_list
from facts.told import in_ten_thousands
from facts.trait_lexicon import load_traits
from facts.traits import plain, said_in
from facts.verdict import Verdict, either

ONCE = re.compile(r"就高|不重复|择高|差额|只奖|最高等次")  # but one of several sums is paid
MORE = re.compile(r"入统后|再|另|次年|连续")  # what comes on top later
LESSER_NAME = 5  # characters of 获提名奖
LESSER_PRIZE = re.compile(r"提名|入围|优秀奖|[二三]等奖|银奖|铜奖")  # who has it has not the prize itself
ONLY_MORE = re.compile(r"属于|其中|部分|\d|由.{2,6}(?:升|晋)")  # more for those who have the first
SAME = 0.9  # share of the words of a tier that its conditions hold, from which it asks for nothing more
LEAD = 8  # characters between the stop and what a sum is for: 新获得, 首次被认定为
OWN_WORDS = re.compile(r"(?:对|支持)?(?P<when>[^；。]{4,60}?)的?[，,]?(?:一次性)?(?:给予|奖励|补助|资助)")
PAID = re.compile(r"\d(?:万|亿)?元(?:的?(?:一次性)?(?:奖励|补助|补贴|资助|奖金))?，")  # after which another sum can follow
FIGURES = re.compile(r"(?P<noun>[^\d，。；]{0,8}?)(?P<figures>(?:达到?|超过|不足|不低于)?\d.*)$")
RAISED = re.compile(r"[^，。；]*，?(?:另|再(?!次)|[^，。；\d]{0,10}(?:提高|提升|上浮|上调|增加))")  # more of the same sum
GRADUATED = re.compile(
    r"按照?(?:其)?(?:上年度|年度|实际)?(?P<noun>[^，。；：按\d]{2,16}?)(?:的)?(?:规模|总额|金额|大小)?(?:分档|分段|分级|分别|给予(?:一次性)?奖励：)"
)
NOUNS = re.compile(
    r"(?P<noun>[^\d，。；、]{2,20}?)(?:（[^）]*）)?(?:达到?|超过|不低于)?\d+(?:\.\d+)?(?:(?:万|亿)?美?元|[%％](?=的|以上|$))"
)
YEAR = re.compile(r"^(?:\d{4}年度?|上[1一]?年度|当年度?)")
RECOGNISED = re.compile(r"(?:首次|新)?(?:通过|获得|被)?认定的?$")
SOLE = re.compile(r"个体(?:工商)?户")
SINCE = re.compile(r"\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:以来|以后|之后|起)[^，。；的]{0,6}的")
HOW = re.compile(r"重新|复审|再次|期满|^(?:首次|第一次|新)(?:认定|通过|获评|入库|入选|备案|评定)?的?$")  # how one is what the rule names
RENEWED = re.compile(r"重新|复审|再次|期满")  # a tier for those who are again what the first one names


def reached(measure: Measure, judge: Judge) -> Verdict | None:
    """Return whether the profile reaches any tier of a measure that pays by tiers alone; None where it has a ground tier or none."""
    if not measure.amounts or any(not amount.when or "部分" in amount.when for amount in measure.amounts):
        return None
    if all(not one.when or OF_BASE.fullmatch(one.when) for one in measure.amounts):
        return None
    asked = "".join(item.reading for item in measure.conditions if item.kind == "clause")
    if len(measure.amounts) == 1 and overlap(measure.amounts[0].when, asked) >= SAME:
        return None  # its conditions say it already
    return either(is_reached(measure, amount, judge) for amount in measure.amounts)


def alternative(measure: Measure, judge: Judge) -> bool:
    """Tell whether the profile reaches a sum that stands beside the first, for something else: 在新三板挂牌的，奖励80万元."""
    text = re.sub(r"\s+", "", measure.paying or measure.text)
    for amount in measure.amounts[1:]:
        if OTHERS.match(amount.when) and not measure.amounts[0].when and is_reached(measure, amount, judge) == "met":
            return True
        apart = len(amount.when) >= 4 and not ONLY_MORE.search(amount.when) and not MORE.match(amount.when)
        at = text.find(amount.when[:8]) if apart else -1
        opens = max(text.rfind("；", 0, at), text.rfind("。", 0, at))
        if RENEWED.search(amount.when) or {said.id for said in said_in(amount.when)} & load_traits().statuses:
            opens = max(opens, *(match.end() - 1 for match in PAID.finditer(text, 0, max(at, 0))), -1)
        if at < 0 or opens < 0 or at - opens > LEAD or "其中" in text[opens:at] or RAISED.match(text[at:]):
            continue
        since = SINCE.match(asked) if text[opens] == "，" and (asked := _first_clause(measure)) else None
        if is_reached(measure, amount, judge) == "met" and (not since or judge.verdict(since.group() + amount.when, amount.when) == "met"):
            return True
    return False


def _first_clause(measure: Measure) -> str:
    """What stands before the first sum, whose time holds for the sums after it in the sentence as well."""
    return next((item.reading for item in measure.conditions if item.kind == "clause"), "")


def tier_of(measure: Measure, judge: Judge) -> Amount | None:
    """Return the tier that the profile reaches: the highest whose words hold, else the ground tier; None where grades are not told."""
    amounts = measure.amounts
    if not any(amount.when for amount in amounts):
        return amounts[0]
    told = among(measure, judge)
    if told and any(is_reached(measure, one, judge) == "met" for one in amounts[in_list(measure) :] if one.when):
        told = []  # it is another case that stands behind the list: 通过复核的
    if len(told) == 1 or (told and (ONCE.search(measure.text) or all(GRADE.search(one.when) for one in told))):
        return max(told, key=_size)
    if told:
        return None  # they are different things, and whether all of them are paid is not plain
    old = [one for one in among(measure, judge, fresh=False) if one not in told]  # one has had it for long
    met = [one for one in amounts if one.when and one not in old and is_reached(measure, one, judge) == "met"]
    met = [amount for amount in met if not _again(measure, amount, judge)] or met
    met = [amount for amount in met if not _is_lesser(amount, judge.profile)] or met
    met += [one for one in amounts if one not in met and _names_lesser(one, judge.profile)]
    met = [amount for amount in met if _bare(amount.when) in judge.profile.text] or met  # of kin names, the one that is told
    if sole := [one for one in met if SOLE.search(one.when)]:
        return sole[0]  # who is one is nothing else
    if met:
        best = max(met, key=_size)
        return amounts[0] if _size(amounts[0]) > _size(best) and _is_ground(measure, best, judge) else best
    open_ = any(amount.when and is_reached(measure, amount, judge) == "unknown" and not MORE.match(amount.when) for amount in amounts[1:])
    return amounts[0] if not amounts[0].when and not open_ else None


def _is_lesser(amount: Amount, profile: Profile) -> bool:
    """Tell whether a prize that a tier names is told only as its lesser form: 中国质量奖的提名 is no 中国质量奖."""
    name = re.sub(r"^(?:获得?|获评|荣获|取得)", "", amount.when)
    if not name.endswith("奖") or LESSER_PRIZE.search(name):
        return False
    told = list(re.finditer(re.escape(plain(name)), profile.text))
    return bool(told) and all(LESSER_PRIZE.match(profile.text[match.end() :].lstrip("的")) for match in told)


def _names_lesser(amount: Amount, profile: Profile) -> bool:
    """Tell whether a tier is of nothing but the lesser form of the prize before it, and a profile tells of that: 获提名奖的."""
    lesser = LESSER_PRIZE.search(amount.when)
    return lesser is not None and len(plain(amount.when)) <= LESSER_NAME and lesser.group() in profile.text


def _is_ground(measure: Measure, best: Amount, judge: Judge) -> bool:
    """Tell whether the first sum, whose words are not set apart, is of another recognition than a tier, which a profile tells too."""
    first = OWN_WORDS.match(re.sub(r"\s", "", measure.text)) if not measure.amounts[0].when else None
    if first is None or judge.verdict(first["when"]) != "met":
        return False
    own, other = ({said.id for said in said_in(words)} & load_traits().statuses for words in (first["when"], best.when))
    return bool(own and other and not own & other)


def _again(measure: Measure, amount: Amount, judge: Judge) -> bool:
    """Tell whether a tier is for who has something the first time, and the profile has it again."""
    text = re.sub(r"\s+", "", measure.text)
    part = next((part for part in re.split("[；。]", text) if amount.when in part), "")
    return bool(FIRST.search(part.partition(amount.when)[0])) and judge.verdict(f"首次认定的{amount.when}") == "not_met"


def _bare(name: str) -> str:
    """A name without its grade: 省级数字化车间 -> 数字化车间."""
    return re.sub(rf"^(?:{GRADE.pattern})", "", name)


def _size(amount: Amount) -> Decimal:
    """What tiers are compared by: their sums in 万元, or their rates."""
    return in_ten_thousands(Decimal(amount.fixed), amount.unit) if amount.fixed else Decimal(amount.rate or 0)


def is_reached(measure: Measure, amount: Amount, judge: Judge) -> Verdict:
    """Return whether a profile reaches a tier, by the words that open it."""
    if (other := for_others(measure, amount, judge, lambda one: is_reached(measure, one, judge))) is not None:
        return other
    if (when := in_time(measure, amount, judge.profile)) is not None:
        return when
    if GRADE.fullmatch(amount.when):
        return "met" if amount.when in _grades_held(measure, judge.profile) else "unknown"
    if SOLE.search(amount.when):
        return "met" if SOLE_TOLD.search(judge.profile.text) else "not_met"
    verdict = judge.verdict(amount.when)
    if verdict == "unknown" and (bare := FIGURES.match(YEAR.sub("", amount.when))) and (noun := _noun(measure, bare["noun"])):
        verdict = judge.verdict(noun + bare["figures"])
    if verdict == "unknown" and (rest := RECOGNISED.sub("", amount.when)) != amount.when and said_in(rest):
        verdict = judge.verdict(rest)  # 规上企业首次通过认定: of what its condition names already
    if verdict == "unknown" and HOW.search(amount.when) and not said_in(amount.when):
        first = next((said for said in said_in(_named(measure)) if load_traits().statuses & {said.id}), None)
        verdict = judge.verdict(f"{amount.when}的{load_traits().traits[first.id].label}") if first else verdict
    return verdict


def _named(measure: Measure) -> str:
    """What a measure is for: its name, its own conditions, its words."""
    return "，".join([measure.name, *(item.reading for item in measure.conditions if item.kind == "clause"), measure.text])


def _noun(measure: Measure, own: str) -> str:
    """What the figures of tiers are of, where a tier says it in short or not at all: 按研发费用规模分档：100万元以上的."""
    texts = [re.sub(r"\s", "", measure.text), *(item.reading for item in measure.conditions if item.kind == "clause")]
    if not own:
        found = next((match["noun"] for text in texts if (match := GRADUATED.search(text))), "")
        asked = {YEAR.sub("", match["noun"]) for text in texts[1:] for match in NOUNS.finditer(text)}
        own = next((match["noun"] for one in measure.amounts if (match := FIGURES.match(YEAR.sub("", one.when))) and match["noun"]), "")
        return found or own or (next(iter(asked)) if len(asked) == 1 else "")
    return next(
        (
            match["noun"]
            for text in [*(one.when for one in measure.amounts), *texts]
            for match in NOUNS.finditer(text)
            if match["noun"] != own and match["noun"].endswith(own)
        ),
        "",
    )


def _grades_held(measure: Measure, profile: Profile) -> set[str]:
    """The grades that a profile tells of what a measure is for: by its traits, or by the name that a table's row gives it."""
    named = re.finditer(rf"(?P<grade>{GRADE.pattern})[^，,。；;、]{{0,4}}{re.escape(measure.name.partition('·')[0])}", profile.text)
    if measure.name and (grades := {match["grade"] for match in named}):
        return grades
    if grades := grades_told(profile, measure.text):
        return grades
    kinds = {said.id for said in said_in(measure.name + measure.text)}
    return {grade for said in profile.traits if said.holds and (said.id in kinds or not kinds) for grade in said.grades}
