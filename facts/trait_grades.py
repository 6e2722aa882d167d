"""Words beside a trait -> the grades it is told with: 国家级, 省级; of fairs, abroad or at home."""

import re

from facts.fairs import FAIRS, fair_grade

GRADES = {
    "国家": "国家级",
    "国内": "国家级",
    "全国": "国家级",
    "省": "省级",
    "全省": "省级",
    "全市": "市级",
    "市": "市级",
    "区": "区级",
    "县": "县级",
    "中华": "国家级",
    "中国": "国家级",
}
SPOKEN_GRADE = re.compile(  # 市里的政府质量奖; 省、市、区政府质量奖
    r"(?:^|[、和或及是为获得评上拿了过定到入的])(?P<grades>(?:(?:国家|省|市|区|县)(?:级|里|内)?[、和或及]?)+)(?:评|发)?的?$"
)
SPOKEN = re.compile("国家|省|市|区|县")
AFTER_GRADE = re.compile(r"(?:认定|评|升|备案|获批)[^,，;。]{0,3}(?:成|为|上)了?(?P<grade>国家|省|市|区|县)级")  # 众创空间认定成市级了
BOTH = re.compile(r"[境国]内外")


def grades_of(clause: str, low: int, start: int, end: int, *, named: str, fair: bool, graded: bool) -> tuple[str, ...]:
    """Return the grades named just before a trait, else just after it; 境外 and 境内 are those of fairs alone.

    Args:
        clause: the words it stands in.
        low: from where on grades may stand before it.
        start: its first code point.
        end: one past its last.
        named: the pattern of the words for grades.
        fair: the trait is taking part in fairs.
        graded: grades may be told in everyday words.
    """
    stretch = clause[low : end if re.match(r"[、和或及与]", clause[end:]) else end + 4]
    found = [(low + match.start(), match.group()) for match in re.finditer(named, stretch, re.I)]
    if listed := re.match(rf"(?:(?:{named})(?:、|和|或|及)?)+", clause[end:], re.I):
        found += [(end, match.group()) for match in re.finditer(named, listed.group(), re.I)]
    if graded and not fair and (spoken := SPOKEN_GRADE.search(clause[low:start])):
        found += [(low, grade) for grade in SPOKEN.findall(spoken["grades"])]
    if graded and not found and (late := AFTER_GRADE.search(clause[end:])):
        found.append((end, late["grade"]))
    if fair and BOTH.search(clause):
        return ()
    before = [word for at, word in found if at < end]
    after = [word for at, word in found if at >= end]
    names = [GRADES.get(word, word.upper()) for word in before or after]
    if fair and (place := fair_grade(stretch)):
        names.append(place)
    return tuple(dict.fromkeys(name for name in names if (name in FAIRS) == fair))
