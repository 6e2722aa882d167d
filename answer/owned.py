"""A figure behind a place's name -> the citations that can state it: those of that place."""

from collections.abc import Sequence

from answer.figures import Figure
from answer.support import Support

SHARED = "分别"  # several places before several figures: which is whose, their order tells


def of_place(text: str, figure: Figure, cited: Sequence[Support]) -> Sequence[Support]:
    """Return the citations that can state a figure, those of another place than it is told of left out.

    Args:
        text: the plain sentence, formulas left out.
        figure: one of its figures.
        cited: what the sentence cites.

    Returns:
        All of them where the sentence cites one place only, or names no place of theirs before the figure.
    """
    before = text[: figure.start]
    named = {support.region: before.rfind(support.region) for support in cited if support.region and support.region in before}
    if len({support.region for support in cited}) < 2 or not named or SHARED in before:
        return cited
    place = max(named, key=lambda stem: named[stem])
    return [support for support in cited if support.region == place or any(place in line for line in support.lines)]
