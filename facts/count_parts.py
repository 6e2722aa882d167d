"""Counts told, the parts they fall into, and what a rule leaves out -> those that are left to count."""

import re
from collections.abc import Sequence
from decimal import Decimal

from facts.counts_told import Count
from facts.likeness import pairs

LEFT_OUT = re.compile(
    r"(?:^|[，。；：])(?P<what>[^，。；：（]{2,30}?)(?:的|均|一律)*(?:不计入|不纳入|不计算|不予|不享受|不再|不奖励|不补[助贴]|不资助|不适用|除外)"
)
DENIED = re.compile(r"没|未|不(?!锈|同|少|等|仅|过\d)|无(?!人)")
FEWEST = 2


def without_left_out(told: Sequence[Count], about: str, others: Sequence[str] = ()) -> list[Count]:
    """Return the counts without those that name what a rule leaves out, where others are left: 3家是重新认定的.

    Args:
        told: counts that a profile tells.
        about: the words of the whole rule.
        others: what further sentences leave out.
    """
    apart = left_out_of(about, others) if len(told) >= FEWEST else frozenset()
    kept = [one for one in told if not apart & pairs(one.before + one.after)]
    return kept or list(told)


def left_out_of(about: str, others: Sequence[str] = ()) -> frozenset[str]:
    """Return the pairs of characters by which what a rule leaves out is told apart from what it speaks of else."""
    rest = re.sub(r"\s", "", about)
    phrases = [*(match["what"] for match in LEFT_OUT.finditer(rest)), *others]
    for phrase in phrases:
        rest = rest.replace(phrase, "")
    return frozenset[str]().union(*(pairs(phrase) for phrase in phrases)) - pairs(rest)


def parts_of(told: Sequence[Count], about: str = "", others: Sequence[str] = ()) -> list[Count] | None:
    """Return the parts of a whole that are told and count; None where no whole falls into parts, or all of them count.

    Those that are denied or left out do not count, nor those that share nothing with a rule where others do.

    Args:
        told: counts that a profile tells.
        about: the words of the whole rule.
        others: what further sentences leave out.

    >>> told = [Count(Decimal(n), "人", "", words, n) for n, words in ((30, ""), (22, "拿到证"), (8, "没考过"))]
    >>> [str(one.value) for one in parts_of(told)]
    ['22']
    """
    for place, whole in enumerate(told):
        rest = told[place + 1 :]
        if len(rest) >= FEWEST and sum((one.value for one in rest), Decimal(0)) == whole.value:
            apart = left_out_of(about, others)
            kept = [one for one in rest if not DENIED.search(one.before + one.after) and not apart & pairs(one.before + one.after)]
            named = [one for one in kept if pairs(about) & pairs(one.after)]
            kept = named if 0 < len(named) < len(kept) == len(rest) else kept
            return kept if len(kept) < len(rest) else None
    return None
