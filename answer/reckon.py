"""A question that tells an amount, and a quoted measure that pays a rate of one -> a line with the sum and its formula."""

import re
from collections.abc import Iterable, Sequence

from answer.answer import MAX_ANSWER, MAX_CITATION
from answer.draft import Draft, Statement
from answer.wishes import TELLS
from facts.attributes import wanted
from facts.match import match_profile
from facts.matched import Match
from facts.measure import Measure
from facts.profile import Profile

SUM = re.compile(
    r"(?:补|奖|贴|(?<!支)配(?!备|置|套)|给|拿|领|退|返|减|免|抵|资助|报销|到手)[^，。？?家个名件项]{0,6}(?:多少(?![家个名件项套间台户亩位])|(?<!哪)几(?:万(?!吨)|成|块|百|个点|个百分点))|"
    r"多少(?:补贴|补助|奖励|资助)|[补奖贴]几|申[请领报](?:到|得)?(?:多少|几)(?:钱|万|块|资金)|"
    r"能[补拿领得贴报][^，。？?]{0,6}(?:多少|几)|how much (?:money|subsid|support|can)",
    re.I,
)
PAID = re.compile(r"(?:补[助贴]?|奖[励补金]?|资助|贴息|配套|抵扣?|报销|给)(?:多少(?![家个名件项套间台户亩位人])|几(?:万(?!吨)|成|块))")
IS_THERE = re.compile(
    r"有没有[^，。？?]{0,8}(?:补贴|补助|奖励|资助)|(?:有|给|发)[^，。？?]{0,8}(?:补贴|补助|奖励|奖金|资助)(?:可[拿领]|拿)?[吗么没]"
)
LESSER = re.compile(r"不是|并非|只是|不属|没有牵头|参与|参加|第[二三四五]|跟着|配合")
CHANGED = re.compile(r"减半|折半|下浮|提高[到至]|降[低至到为]|另行|加倍|翻倍|部分的?按|超出部分")
KNOWN = re.compile(
    r"(?:^|\+)[^+]*\d[^+（]*(?:\+[^+]*（未说明）)|（未说明）[^+]*\+[^+（]*\d[^+（]*(?:$|\+)"
)  # a part is told, another is not
NOT_OF = re.compile(r"(?:不是|不属于?|并非)(?P<what>[\u4e00-\u9fff]{4,12})")
RISES = re.compile(r"上浮|上调|提高|增加")
KNOWN_BY = 4  # characters of a name
QUOTED = 2  # citations whose measures are reckoned


def asks_sum(text: str) -> bool:
    """Tell whether a sum of money or a rate is asked for that somebody gets, so that its conditions belong to the answer.

    >>> asks_sum("评上高企奖多少钱"), asks_sum("高企有多少家")
    (True, False)
    """
    return bool(SUM.search(text)) or any(kind.name in ("金额", "比例") for kind in wanted(text))


def asks_support(text: str) -> bool:
    """Tell whether a sum is asked for, or whether one is given at all.

    >>> asks_support("买保险有补贴吗"), asks_support("补贴什么时候发")
    (True, False)
    """
    return asks_sum(text) or bool(IS_THERE.search(text))


def asks_own_sum(text: str) -> bool:
    """Tell whether somebody asks what they themselves get, which no figure of a plan answers.

    >>> asks_own_sum("我们公司首次评上高企能拿多少"), asks_own_sum("2025年高企要有多少家")
    (True, False)
    """
    return asks_sum(text) and bool(TELLS.search(text))


def answers_sum(text: str, units: Iterable[str]) -> bool:
    """Tell whether figures in some units may answer a question: where a sum or a rate is asked for, money or shares do.

    >>> answers_sum("数字化改造能补多少", ["家"]), answers_sum("数字化改造能补多少", ["万元"]), answers_sum("要改造多少家", ["家"])
    (False, True, True)
    >>> answers_sum("评上高企市里给多少", ["家"])
    False
    """
    return not PAID.search(text) or any("元" in unit or "%" in unit for unit in units)


def sum_words(item: Match) -> str:
    """Return what a match pays with its formula, "" where no sum was reckoned or the profile does not get it."""
    paid = item.worth
    over = item.group == "not_met" and bool(item.closed) and all(one.verdict != "not_met" for one in item.judged)
    if paid is None or not paid.formula or (item.group not in ("applies", "conditional") and not over):
        return ""
    if not paid.value:
        return f"还不能算出，缺少的以“未说明”标出：{paid.formula}" if KNOWN.search(paid.formula) else ""
    lead = "按所述情况可得" if item.group == "applies" else "条件都符合时可得"
    lead = "按所述情况（申报期或有效期已过，仅供参考）可得" if over else lead
    formula, left_out, remark = paid.formula.partition("（未计")
    return f"{lead}{paid.value}{paid.unit}（{formula}）{left_out}{remark}{'，以上限为准' if paid.capped else ''}"


def tell_sums(draft: Draft, measures: Sequence[Measure], profile: Profile) -> None:
    """Add to an answer what the measures that it quotes first pay on the amounts told.

    Nothing is added where that is not plain: where the question denies something or speaks of a lesser part, where the
    paragraph changes the rate for some, or where several measures in it pay.
    """
    for citation in draft.citations[:QUOTED]:
        if CHANGED.search(citation.text):
            continue
        quoted = [one for one in measures if one.doc == citation.doc and citation.start < one.end and one.start < citation.end]
        whole = [one for one in quoted if not (citation.start <= one.start and one.end <= citation.end)]  # its tiers stand outside too
        if LESSER.search(_without_denied_rises(profile.text, quoted)):
            continue
        matching = match_profile(profile, quoted, sorted({one.region for one in quoted}))
        sums = [words for item in matching.matches if (words := sum_words(item))]
        start, end = (whole[0].start, whole[0].end) if len(whole) == 1 else (citation.start, citation.end)
        passage = draft.index.passage_at(citation.doc, start)
        if len(sums) == 1 and passage:
            draft.limit = MAX_ANSWER
            if draft.tell([sums[0], Statement("", passage, start, min(end, start + MAX_CITATION)), "。"]):
                at = next(place for place, line in enumerate(draft.lines) if f"[{citation.n}]" in line)
                draft.lines.insert(at + 1, draft.lines.pop())
            return


def _without_denied_rises(text: str, measures: Sequence[Measure]) -> str:
    """A question without what it says not to be of, where that only raises the sums of some measures."""
    rising = [part for one in measures for part in re.split(r"[，。；]", one.text) if RISES.search(part)]
    return NOT_OF.sub(lambda found: "" if any(found["what"][:KNOWN_BY] in part for part in rising) else found.group(), text)
