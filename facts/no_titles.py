"""Words that ask for a title, a certificate of skill or a full-time degree, and a profile -> whether it says to have none."""

import re

from facts.profile import Profile

TITLE = re.compile(r"(?:[正副]?高级?|中级|初级)(?:以上)?(?:职称|专业技术)|职称")
SKILL = re.compile(r"技师|高级工(?!程)|中级工(?!程)|初级工(?!程)|技能等级|职业资格")
DENIES = r"(?:没有?|未|无)(?:评过?|有|考过?|拿过?|取得)?[^,;。，；\d]{0,6}?"
NO_TITLE = re.compile(DENIES + r"职称")
NO_SKILL = re.compile(DENIES + r"(?:技能|资格|职业)[^,;。，；]{0,4}证|(?:没有?|无)(?:证书?)(?=[,;。，；]|$)")

RATED = re.compile(r"等级|星级")
NOT_RATED = re.compile(
    r"(?:等级|星级|评级|评星)(?:评定|评估)?(?:也|都|还|一直|目前|暂时)*(?:没有?|未)(?:来得及|去)?(?:[评定申办参]|$|[,;。])"
    r"|(?:没有?|未)评(?:过)?(?:等级|星级|级)"
)

FULL_TIME = re.compile(r"(?<!非)全日制[^,;、]{0,6}?(?P<degree>博士|硕士|本科|大专)")
BESIDE_WORK = "(?:在职|非全日制|函授|自考|成人教育|夜大)[^,;。，；]{0,6}?"


def has_none(profile: Profile, body: str) -> bool:
    """Tell whether a profile denies the kind of title or certificate that words ask for.

    Args:
        profile: what is told.
        body: a single thing asked for.
    """
    full = FULL_TIME.search(body)
    return bool(
        (TITLE.search(body) and NO_TITLE.search(profile.text))
        or (SKILL.search(body) and NO_SKILL.search(profile.text))
        or (RATED.search(body) and NOT_RATED.search(profile.text))
        or (full and _beside_work(profile.text, full["degree"]))
    )


def _beside_work(text: str, degree: str) -> bool:
    """Tell whether a degree is told to have been taken beside work, and none of its kind in full time."""
    full = re.search(rf"(?<!非)全日制[^,;。，；]{{0,6}}?{degree}|{degree}[^,;。，；]{{0,4}}(?<!非)全日制", text)
    return bool(re.search(BESIDE_WORK + degree, text)) and full is None
