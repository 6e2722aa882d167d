"""Kinds that rule each other out, as a rule asks for them and as a profile tells them -> a verdict (facts/lexicon/scales.toml)."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from facts.episodes import episodes
from facts.profile import Profile
from facts.states import state
from facts.terms import LEXICON
from facts.verdict import Verdict

TO_COME = re.compile(r"申请|拟|计划|筹备|辅导")  # a rule for who is only on the way
LIST = re.compile(r"、|和|与|及|或者?")
UPWARD = re.compile(r"级?(?:\(?含\)?)?(?:及)?以上")


@dataclass(frozen=True, slots=True)
class Scale:
    """A list of kinds: what must be spoken of beside them, what must stand before them, whether they have an order.

    Of a `needed` one what is not told is not known.
    """

    id: str
    about: re.Pattern[str]
    values: tuple[re.Pattern[str], ...]
    before: re.Pattern[str] | None
    ordered: bool
    needed: bool

    def places(self, words: str) -> list[tuple[int, re.Match[str]]]:
        """Return the values that some words name, by their place in the scale; none where they are about something else."""
        if not self.about.search(words):
            return []
        found = [(place, match) for place, value in enumerate(self.values) for match in value.finditer(words)]
        return [(place, match) for place, match in found if self.before is None or self.before.search(words[: match.start()])]


@lru_cache(maxsize=1)
def load_scales() -> tuple[Scale, ...]:
    """Read the lexicon once."""
    rows = tomllib.loads((LEXICON / "scales.toml").read_text(encoding="utf-8"))["scale"]
    return tuple(
        Scale(
            row["id"],
            re.compile(row["about"]),
            tuple(re.compile(value) for value in row["values"]),
            re.compile(rf"(?:{row['before']})$") if "before" in row else None,
            row.get("ordered", False),
            row.get("needed", False),
        )
        for row in rows
    )


def kinds_listed(words: str) -> bool:
    """Tell whether a list is of kinds of one scale or of things of one kind, which is one question: 主板、科创板上市, 全日制博士、硕士."""
    first = LIST.split(words)[0]
    return any(len(scale.places(words)) > 1 or scale.places(first) for scale in load_scales())


def scales(profile: Profile, body: str, about: str) -> Iterator[Verdict]:
    """Yield, of each scale that some words ask a kind of, whether the profile tells such a kind; nothing where it tells none.

    Args:
        profile: what is told.
        body: a single thing asked for.
        about: the words of the whole rule.
    """
    for scale in load_scales():
        wanted = {place for place, _ in scale.places(body)}
        if not wanted:
            continue
        if scale.ordered and UPWARD.search(body):
            wanted = set(range(max(wanted) + 1))
        verdicts = list(_told(scale, wanted, profile.text, about or body, body))
        if not verdicts and scale.needed:
            yield "unknown"
        if verdicts:
            yield "met" if "met" in verdicts else "unknown" if "unknown" in verdicts else "not_met"


def told_besides(profile: Profile, body: str) -> bool:
    """Tell whether a profile tells, of a scale of which some words name kinds, one of these and another: 实用新型 and 发明专利."""
    for scale in load_scales():
        named = {place for place, _ in scale.places(body)}
        told = {place for place, match in scale.places(profile.text) if state(profile.text, *match.span()) == "met"}
        if named & told and told - named:
            return True
    return False


def _told(scale: Scale, wanted: set[int], text: str, about: str, body: str) -> Iterator[Verdict]:
    """What each value told comes to; one that is denied, and not asked for, says nothing."""
    for episode in episodes(text, about):
        words = text[episode.start : episode.end]
        for place, match in scale.places(words):
            so = state(words, *match.span())
            if place in wanted:
                yield "met" if TO_COME.search(body) and so == "not_met" else so
            elif so == "met":
                yield "not_met"
