"""An exclusion of what has had other public money, and a profile -> whether this very matter has had it."""

import re

from facts.likeness import core, overlap, pairs
from facts.profile import Profile
from facts.traits import CLAUSE, plain, said_in

ASKED = re.compile(
    r"^-?已(?:经)?(?:享受|获得|取得)[^，。；]{0,12}(?:财政|同类|其他|上级)[^，。；]{0,12}(?:贴息|补助|补贴|资助|奖补|资金|支持)|"
    r"(?:同一(?:事项|项目|奖项|人员|设备|笔?贷款|笔?费用|笔?支出|展会|合同)|攻关项目|该项目|该笔贷款)[^，。；]{0,12}?(?:已|曾)[^，。；]{0,4}(?:获|享受|取得)[^，。；]{0,16}(?:资金|资助|补助|奖补|支持|贴息|补贴)"
)
LEVELS = ("区", "县", "市", "省", "国家")
UPWARD = re.compile(r"(市|省)级(?:及)?以上")
GIVEN = re.compile(
    r"(?P<level>区|县|市|省|国家|中央)(?:里|级|科技[厅局]|经信[厅局])?(?:[^，。；,;没未不]{0,6}|[^，。；,;没未不区县市省国]{0,16})(?:补了|奖了|给了?|拨了|补过|奖过|给过|给?贴过|贴了|补贴过|拿到?了|领到?了|享受过?了|\d+(?:\.\d+)?万)"
)
DENIED = re.compile(r"元?(?:[^，。；,;]{0,4})(?:没|未)")  # 市里那15万还没去申请
OPEN = re.compile(
    r"(?P<level>区|县|市|省|国家)(?:里|级)?的?[^，。；,;]{0,4}(?:贴息|补助|补贴|奖补|资助|钱)[^。；;]{0,16}(?:有没有|拿没拿|是不是|不清楚|不知道|没弄清|记不|要问|要查|在查)"
)
SENTENCE = re.compile(r"[。？?！!]")
MATTERS = re.compile(r"贷款|设备|租金|保费|展会|展位费|项目|厂房")
LIKE = 0.5  # share of a clause's pairs of characters that stand in the measure's words
LEAST = 3


def asked(reading: str) -> bool:
    """Tell whether an exclusion is of a matter that has had other public money."""
    return ASKED.search(reading) is not None


def funded(profile: Profile, reading: str, subject: str) -> bool:
    """Tell whether a profile says that the matter of a measure has had money of a level that excludes it.

    Args:
        profile: who asks.
        reading: the exclusion.
        subject: the measure's words.
    """
    upward = UPWARD.search(reading)
    levels = set(LEVELS[LEVELS.index(upward[1]) :]) if upward else {level for level in LEVELS if level in reading}
    levels = levels or set(LEVELS)
    ids, words = {said.id for said in said_in(subject)}, plain(subject)
    quoted = re.findall(r"[“\"]([^“”\"]{2,12})[”\"]", words)
    for sentence in SENTENCE.split(profile.text):
        given = [match for match in GIVEN.finditer(sentence) if match["level"].replace("中央", "国家") in levels]
        given = [match for match in given if not DENIED.match(sentence, match.end())]
        if not given:
            continue
        clauses = [match.group() for match in CLAUSE.finditer(sentence[: given[0].end()])]
        if any(name in sentence for name in quoted) or any({said.id for said in said_in(clause)} & ids for clause in clauses):
            return True
        if any((match := MATTERS.search(clause)) and match.group() in words for clause in clauses):
            return True
        if any(len(pairs(core(clause))) >= LEAST and overlap(core(clause), words) >= LIKE for clause in clauses):
            return True
    return False


def open_whether(profile: Profile, reading: str, subject: str) -> bool:
    """Tell whether a profile does not know if the matter of a measure has had money of a level that an exclusion names."""
    levels = {level for level in LEVELS if level in reading} or set(LEVELS)
    words = plain(subject)
    for sentence in SENTENCE.split(profile.text):
        match = OPEN.search(sentence)
        if match and match["level"] in levels:
            near = sentence[: match.end()]
            if any(one.group() in words for one in MATTERS.finditer(near)) or overlap(core(near), words) >= LIKE:
                return True
    return False
