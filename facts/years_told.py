"""Sums told of two years -> which is of which, and that of the last year before that of the year before it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from facts.told import Told

BACK = {"今年": 0, "去年": 1, "上年": 1, "前年": 2, "前1年": 2}
YEARS = re.compile(r"今年|去年|前年|前1年|(?<!比)(?<!较)上年|20\d{2}(?=年)")
BARE = re.compile(
    r"(?:今年|去年|前年|20\d{2}年?|正好|大概|大约|约|是|到了?|只有|才|又|[涨增升]到了?|[降跌减]到了?|差不多|为|的|[一共总]+)*"
)  # it names no noun of its own
DIFFERENCE = re.compile(r"(?:比|较)(?:前年|去年|上[1一]?年|20\d{2}年)[^,;。]{0,4}(?:多|少|高|低|涨|增加?|减少?|降)[了出长]*$")
MARK = re.compile(r"(?:第一次|首次|头1?一?[回次]|终于)(?:突?破|过|超过?|达到?|[上迈跨]上?)了?$")
FILLER = re.compile(r"约|是|到了?|才|只有|一共|总共|[的了]")
SHORTEST = 2
LABELS = re.compile(r"今年|去年|前年|20\d{2}年|正好|大概|大约")


def pairs_of_years(told: Sequence[Told], today: date) -> list[tuple[Told, Told]]:
    """Return sums of a year with those of the year before, told next to each other: 去年研发400万,前年300万."""
    sums: list[Told] = []
    for item in told:
        if DIFFERENCE.search(item.words) or MARK.search(item.words):
            continue  # by how much it rose, or which mark it passed, is the sum of no year
        if item.unit in ("万元", "万美元") and not (sums and sums[-1].value == item.value):
            sums.append(item)
    found = []
    for one, other in zip(sums, sums[1:], strict=False):
        first, second = year_of(one.words, today), year_of(other.words, today)
        if first is None or second is None:
            first, second = first or today.year - 1, second or today.year - 1
        if abs(first - second) == 1 and one.unit == other.unit:
            found.append((one, other) if first > second else (other, one))
    return found


def year_of(words: str, today: date) -> int | None:
    """Return the year that some words name, the last one where they name two; None where they name none."""
    if "上1年" in words or "上一年" in words:
        return today.year - 2
    found = list(YEARS.finditer(words))
    return today.year - BACK[found[-1].group()] if found and found[-1].group() in BACK else int(found[-1].group()) if found else None


def last_year_first(told: Sequence[Told], today: date) -> list[Told]:
    """Return what is told with the sum of the last year before that of the year before, under the same noun.

    研发费用前年1000万,去年1100万: rules ask for the last year's, and the first that is told of a noun is taken.
    """
    found = list(told)
    for item, earlier in pairs_of_years(told, today):
        if item not in found or earlier not in found:
            continue  # one of the two has changed places with another already
        late, early = found.index(item), found.index(earlier)
        noun = LABELS.sub("", earlier.words)
        same = BARE.fullmatch(item.words.removeprefix(noun))
        if early > late or late != early + 1 or not same or year_of(item.words, today) not in (None, today.year - 1):
            continue
        found[early : late + 1] = replace(item, words=f"去年{noun}"), replace(earlier, words=f"前年{noun}")
    return found


def same_noun(words: str, other: str) -> str:
    """Return the noun under which sums of two years are told, "" where they tell different ones: 2025年零售额, 零售额2024年 -> 零售额.

    >>> same_noun("2025年零售额", "零售额2024年"), same_noun("去年合同额", "前年租金")
    ('零售额', '')
    """
    one, two = (FILLER.sub("", LABELS.sub("", item)) for item in (words, other))
    return one if one == two and len(one) >= SHORTEST else ""
