"""A sentence of the program that counts or compares what stands below it -> what bears it out: the lines, the documents, the lexicon."""

import re
from collections.abc import Sequence
from decimal import Decimal

from answer.arithmetic import formulas
from answer.claims import Claim
from answer.kinship import kin_words
from answer.plain import plain
from answer.support import Source
from answer.tasks_of_unit import TASKS_TOLD, task_counts
from facts.indicators import why_apart

BOUND = r"(?:目标|增幅|提高)(?P<how>达到|超过|不到)(?:基期数)?(?P<bound>\d+(?:\.\d+)?)(?:倍|%|个百分点)"
RISEN = re.compile(
    rf"[^，。:]{{2,10}}的指标表里,?(?P<none>没有)?(?:{BOUND}|目标低于基期数)的指标(?:有(?P<count>\d+)项\(按表中基期数和目标数计算\)|,最接近的是):?"
)
PICKED = re.compile(r"[^，。:]{2,10}的指标表里,(?:[^。:\d]{2,20}的指标|没有列基期数、只有目标的指标)有(?P<count>\d+)项:?")
HOLDING = re.compile(r"[^，。:]{2,10}的(?:“.{2,60}”|表)里,“[^”]{1,24}”一栏有“[^”]{2,40}”的有(?P<count>\d+)项:?")
OVER_ONES = re.compile(r"(?:已经期满的：)?(?P<which>《[^。]+）)[。；]?")
NONE_COVERS = re.compile(r"资料中没有(?P<region>[^，。]{2,10})规划期涵盖(?P<year>(?:19|20)\d{2})年的文件。?")
KIN = re.compile(r"“(?P<one>[^”]{2,24})”与“(?P<other>[^”]{2,24})”是不同的指标[:：].*")


def lead_stated(claim: Claim, told: Sequence[Claim], source: Source) -> str:
    """Return by what a sentence without a citation is borne out: "count", "documents" or "lexicon"; "" where by nothing.

    Args:
        claim: the sentence.
        told: all sentences of the answer.
        source: the documents.
    """
    text = plain(claim.text).replace("，", ",").replace("：", ":")
    below = [other for other in told if other.line > claim.line and other.marks]
    if risen := RISEN.fullmatch(text):
        return "count" if _rises(risen, below) else ""
    if picked := PICKED.fullmatch(text) or HOLDING.fullmatch(text):
        return "count" if len({other.line for other in below}) == int(picked["count"]) else ""
    if kin := KIN.match(claim.text.strip()):
        reason = why_apart(kin["one"], kin["other"])
        return "lexicon" if reason and plain(claim.text.strip().rstrip("。")) == plain(kin_words(kin["one"], kin["other"], reason)) else ""
    if tasks := TASKS_TOLD.fullmatch(claim.text.strip()):
        counts = (int(tasks["led"] or 0), int(tasks["joined"] or 0))
        unit, other = tasks["unit"] or tasks["other"] or "", tasks["other"] or tasks["unit"]
        return "documents" if unit == other and any(task_counts(doc, unit, source) == counts for doc in source.infos) else ""
    return "catalog" if _over(claim.text, source) or _none_covers(claim.text, source) else ""


def _none_covers(sentence: str, source: Source) -> bool:
    """Tell whether no document of the region that a sentence names is of a period with the year in it."""
    found = NONE_COVERS.fullmatch(sentence.strip())
    if not found:
        return False
    year, own = int(found["year"]), [info for info in source.infos.values() if info.region == found["region"]]
    return bool(own) and not any(info.years and info.years[0] <= year <= info.years[1] for info in own)


def _over(sentence: str, source: Source) -> bool:
    """Tell whether a sentence names documents of a period that is over, each with its own period."""
    found = OVER_ONES.fullmatch(sentence.strip())
    known = {f"《{info.title}》（{info.period}年）" for info in source.infos.values()}
    return bool(found) and all(one in known for one in found["which"].split("；"))  # type: ignore[index]


def _rises(risen: re.Match[str], below: Sequence[Claim]) -> bool:
    """Tell whether the formulas below a lead are as many as it counts, and each result lies on the side of the bound it tells."""
    results = [found[0].result for other in below if (found := formulas(plain(other.text)))]
    if risen["count"] and len(results) != int(risen["count"]):
        return False
    if not risen["bound"]:
        return True
    bound, how = Decimal(risen["bound"]), risen["how"]
    held = [_side(result, bound, how) for result in results]
    return not any(held) if risen["none"] else all(held)


def _side(result: Decimal, bound: Decimal, how: str) -> bool:
    return result < bound if how == "不到" else result > bound or (result == bound and how == "达到")
