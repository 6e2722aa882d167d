"""An exclusion of who has been fined from a sum on, and a profile -> whether such a fine is told."""

import re
from decimal import Decimal

from facts.days import moment_in
from facts.profile import Profile
from facts.quantities import find_quantities
from facts.told import in_ten_thousands
from facts.verdict import Verdict

SUM = r"(?:单[次笔])?\d[\d.]*万?元"
LEAST = r"(?:[（(]含[）)])?(?:及)?以上"
LIMIT = re.compile(
    rf"(?P<field>[^，。；、,;]{{0,16}}?)(?:(?:被?处以?|罚款(?:金额)?|被罚)(?P<sum>{SUM}){LEAST}|(?:受到?|被处以?)(?P<of>[^，。；、,;\d]{{0,14}})(?P<before>{SUM}){LEAST}的?(?P<kind>[^，。；、,;\d]{{0,8}})(?:行政)?(?:罚款|处罚|罚金))"
)
FINED = re.compile(r"罚(?:了|过|款|没|金)*(?:[^，。；,;\d]{0,6}|[一1\d]?[次回笔][，,])(?P<sum>\d[\d.]*万?元?)")
BARE = re.compile(r"(?<![没未过])(?:被|挨|吃|受)[^，。；,;没未]{0,12}?罚(?![^，。；,;]{0,4}\d)")
FIELDS = ("环境|环保|生态|废气|污水|排污|废水", "安全|应急|事故", "税", "消防", "质量|市场监[管督]|价格", "劳动|社保|工资", "统计", "海关")
SENTENCE = re.compile(r"[^。；;？?！!]+")
LAST_YEAR = re.compile(r"上[一1]?年度|上年")


def fined(profile: Profile, reading: str) -> Verdict | None:
    """Return whether a profile tells of a fine of the field, the year and at least the sum that an exclusion names.

    None where it tells of none; of one whose sum is not told it is not known.
    """
    found: list[Verdict] = []
    for limit in LIMIT.finditer(reading):
        least = _sum(limit["sum"] or limit["before"])
        fields = [words for words in FIELDS if re.search(words, limit["field"] + (limit["of"] or "") + (limit["kind"] or ""))]
        for sentence in SENTENCE.finditer(profile.text):
            for match in FINED.finditer(sentence.group()):
                before = sentence.group()[: match.end()]
                if re.search(r"没|未|不", before[max(0, match.start() - 4) : match.start()]):
                    continue
                day = moment_in(before, profile.today)
                elsewhen = LAST_YEAR.search(reading) and day is not None and day.year != profile.today.year - 1
                of_field = not fields or any(re.search(words, sentence.group()) for words in fields)
                if of_field and not elsewhen:
                    found.append("met" if _sum(match["sum"]) >= least else "not_met")
            if (
                BARE.search(sentence.group())
                and not FINED.search(sentence.group())
                and any(re.search(words, sentence.group()) for words in fields)
            ):
                found.append("unknown")
    return next((so for so in ("met", "unknown", "not_met") if so in found), None)


def _sum(words: str) -> Decimal:
    """A sum of money in 万元; one told in bare 万 as well."""
    words = re.sub(r"^\D+", "", words)
    found = next(find_quantities(words if words.endswith("元") else f"{words}元", 0, len(words) + 1))
    return in_ten_thousands(found.value, found.unit)
