"""A list in a condition -> its members, and whether one of them is enough."""

import re

from facts.applicant import speaker_of
from facts.figures import ENOUGH
from facts.likeness import overlap
from facts.profile import Profile
from facts.verdict import Verdict

EITHER = re.compile(r"或者|或|之一|任一|任意")
FIELDS = re.compile(r"(?:等)?(?:[一二三四五六七八九十\d]大)?(?:重点)?(?:领域|产业|行业)$")
LISTED = re.compile(r"、|以及|或者?|和|与|及")
KINDS = re.compile(
    r"(?:企业|单位|公司|机构|院所|高校|学校|人才|人员|毕业生|个人|主体|团队|平台|合作社|农场|大户|军人|组织|协会|学会|团体|法人|医院|主体|企业法人)(?=$|[、和与及以或])"
)
ANY_FIRM = re.compile(r"(?:各类|相关|符合条件的)?(?:企业|企业法人|法人企业|法人)")
NEWLY = re.compile(
    r"(?:上[1一]?年度|\d{4}年度?)?(?:首次|新)(?:被|通过|获得)?(?:认定|评定|获评|评为|获批|入选|备案|认证)(?:的|为)?|首次(?:获得?|取得)|(?:上[1一]?年度|\d{4}年度?)(?:被|经)?(?:认定|评定?|获得|取得)(?:为|的)?"
)
OWN_HOW = re.compile(r"\d{4}年|上[1一]?年度|首次|新|有效期|重新|再次|通过|期满|复")  # a member of a list that says itself how it is one


def each(parts: list[str]) -> list[str]:
    """The members of a list, each with the words before the first that say how it is such a one: 首次认定的甲企业、乙企业."""
    how = NEWLY.match(parts[0])
    return [part if not how or OWN_HOW.match(part) else how.group() + part for part in parts] if how else parts


def of_tests(body: str) -> bool:
    """Tell whether words say that one of several things is enough, and not only name two kinds of one: …小微企业或者个体工商户."""
    parts = EITHER.split(body)
    return len(parts) > 1 and (not parts[-1] or KINDS.fullmatch(parts[-1]) is None)


def of_fields(profile: Profile, body: str) -> Verdict:
    """A list of fields of work: one of them told is enough; none told decides nothing."""
    parts = re.split(r"、|和|与|及", FIELDS.sub("", body))
    return "met" if any(len(part) > 1 and overlap(part, profile.text) >= ENOUGH for part in parts) else "unknown"


def open_to_all(profile: Profile, body: str) -> bool:
    """Tell whether words list kinds of applicants, any enterprise among them, and an enterprise speaks."""
    kinds = LISTED.split(body)
    firms = len(kinds) > 1 and all(KINDS.search(kind) for kind in kinds) and any(ANY_FIRM.fullmatch(kind) for kind in kinds)
    return firms and speaker_of(profile) == "enterprise"
