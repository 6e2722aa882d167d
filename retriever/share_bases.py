"""Shares that a question asks for and the indicators it names -> those whose share is of the same whole: 研发支出占营业收入, no 占GDP."""

import re
from collections.abc import Iterable, Mapping, Sequence

from facts.indicators import why_apart
from facts.likeness import shared_run

Named = tuple[tuple[str, ...], int, int]  # ids of indicators, where their name starts and ends

WHOLES = {
    "gdp": r"gdp|(?:地区|国内)?生产总值|经济总量",
    "revenue": r"(?:主营)?(?:业务|营业)?收入|营收|营业额|销售(?:收入|额)?",
    "budget": r"(?:一般公共预算|公共预算|财政)(?:总?支出|预算)?|政府(?:总?支出|预算)",
}
OPENS = r"(?:了|到|整个|全部|全年|当年|地方|本地|全市|全区|全县|本级|同期|自己|企业|一般|主营业务)*"
SHARE = re.compile(rf"占{OPENS}(?:{'|'.join(f'(?P<{one}>{words})' for one, words in WHOLES.items())})(?:的?(?:比重|比例|比))?")
WHOSE = re.compile(r"(?:规(?:模以)?上)?(?:工业)?企业$")  # 企业研发支出占营业收入: whose all of these shares are
HEAD = re.compile(r"占.*$")
BETWEEN = 4  # characters between the name of a thing and 占: 研发(经费支出)占
LIKE = 2  # characters that two names share for their shares to be of one kind


def whole_of(words: str) -> str:
    """Return which whole a share is of, "" where none is named.

    >>> whole_of("研发支出占企业营业收入"), whole_of("研发经费占GDP比重".lower()), whole_of("高企数")
    ('revenue', 'gdp', '')
    """
    match = SHARE.search(words)
    return (match.lastgroup or "") if match else ""


def by_whole(text: str, mentions: Sequence[Named], names: Mapping[str, Iterable[str]]) -> Iterable[Named]:
    """Yield the mentions of a text; those of a share by the whole that is asked about, none where no indicator has it.

    Args:
        text: as questions are spoken.
        mentions: ids with where they are named.
        names: id -> how it is called.
    """
    covered = 0
    for ids, start, end in mentions:
        if start < covered:
            continue  # 占gdp: the whole, and nothing that is asked for by itself
        match = SHARE.search(text, end - 1, end + BETWEEN + 8)
        asked = (match.lastgroup or "") if match and match.start() <= end + BETWEEN else ""
        wholes = {whole for one in ids for name in names[one] if (whole := whole_of(name))}
        if match is None or not asked:
            yield ids, start, end
            continue
        covered = match.end()
        whose = WHOSE.search(text[:start]) if asked == "revenue" else None
        start = whose.start() if whose else start
        if asked in wholes:
            yield ids, start, covered
            continue
        fitting = _fitting(HEAD.sub("", text[start:end]), asked, names)
        if fitting or wholes:
            yield fitting, start, covered
        else:
            yield ids, start, end
            covered = 0


def _fitting(head: str, asked: str, names: Mapping[str, Iterable[str]]) -> tuple[str, ...]:
    """The indicators of shares of a whole that are named most like a head, without those told beside the first with the reason."""
    likeness = {
        one: max((len(shared_run(HEAD.sub("", name), head)) for name in called if whole_of(name) == asked), default=0)
        for one, called in names.items()
    }
    most = max(likeness.values(), default=0)
    best = [one for one, like in likeness.items() if like == most]
    return tuple(one for one in best if one == best[0] or not why_apart(best[0], one)) if most >= LIKE else ()
