"""Regions asked about and documents cited -> whether an answer speaks of another place."""

from collections.abc import Mapping

from eval.answers import AnswerRow
from eval.gold import GoldQuestion


def same_region(asked: str, region: str) -> bool:
    """Tell whether two names stand for one region, with or without 市, 区, 县 at the end.

    >>> same_region("澄湾", "澄湾市"), same_region("临沙", "澄湾市")
    (True, False)
    """
    return asked == region or (len(region) > 1 and region[:-1] == asked) or (len(asked) > 1 and asked[:-1] == region)


def wrong_jurisdiction(gold: GoldQuestion, row: AnswerRow, regions: Mapping[str, str]) -> float | None:
    """Return 1 when an answer cites documents of other regions only; None where no region is asked or nothing cited.

    Args:
        gold: the question, with the regions it asks about.
        row: the answer.
        regions: region of each document by its id; a document that is not named counts as of another region.
    """
    if not gold.region or not regions or row.abstained or not row.citations:
        return None
    cited = {regions.get(item.doc, "") for item in row.citations}
    return float(not any(same_region(asked, region) for asked in gold.region for region in cited))
