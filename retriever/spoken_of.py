"""Turns of a chat -> what they spoke of: the last place, the indicator, the years."""

import re
from collections.abc import Sequence

from facts.indicators import link
from facts.quantities import find_quantities
from facts.regions import Gazetteer
from retriever.rest import plain_rest
from retriever.turns import recent_turns
from retriever.years import years_named

OPENS = r"^(?:那么?|而)?"
SINCE = re.compile(rf"{OPENS}(?:比|较|相比|对比|跟|和|与)(?P<since>(?:19|20)\d{{2}})年?(?:底|末)?(?:相?比|比起来)?(?:的时候)?呢?$")
ENDS = re.compile(r"[吗呢]?[\s，。？?！!]*$")
TRAILING = re.compile(r"(?:(?:要|会|能|得)[\u4e00-\u9fff]?|有|是|到|为)?$")  # 研发经费要投(多少)


class SpokenOf:
    """What the turns before spoke of."""

    def __init__(self, earlier: Sequence[str], gazetteer: Gazetteer) -> None:
        """Read the turns, oldest first, as `normalise` returns them; there must be one."""
        self.last = ENDS.sub("", earlier[-1])
        self.recent = tuple(recent_turns(earlier, gazetteer))
        opening = self.recent[0]
        told = next((places for turn in reversed(earlier) if (places := gazetteer.places(turn))), ())
        self.places = tuple(dict.fromkeys(place.stem for place in told))
        self.place = "" if gazetteer.places(self.last) else "、".join(self.places)
        self.opening = _unmeasured(opening)
        self.matter = TRAILING.sub("", plain_rest(self.opening, gazetteer.places(opening)).replace(" ", ""), count=1)
        self.matter += "比" * (self.matter.endswith("占") and f"{self.matter}比" in self.opening)  # no word of comparing
        self.years = tuple(dict.fromkeys(year for turn in self.recent for year in years_named(turn)))
        self.year = next((years[-1] for turn in reversed(self.recent) if not SINCE.search(turn) and (years := years_named(turn))), None)

    def of(self, places: str) -> str:
        """The indicator of the year spoken of, asked of places."""
        return f"{self.named(places)}是多少"

    def named(self, places: str) -> str:
        """The indicator of the year spoken of, named with places."""
        return f"{places}{f'{self.year}年' if self.year else ''}{self.matter}"

    @property
    def subject(self) -> str:
        """The place and the indicator, "" where the turns spoke of no one indicator."""
        named = len(self.places) <= 1 and self.matter and link(self.matter)
        return f"{''.join(self.places)}{self.matter}" if named else ""


def _unmeasured(turn: str) -> str:
    """A turn without the figures that it tells itself: 高企380家, 2025年要多少."""
    body = turn
    for one in reversed(list(find_quantities(turn, 0, len(turn)))):
        body = f"{body[: one.start]} {body[one.end :]}"
    return body
