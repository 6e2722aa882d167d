"""Words that ask a person to work in a place (在本区企业就业), and a profile -> whether it tells of an employer."""

import re

from facts.applicant import NOT_YET
from facts.profile import Profile
from facts.verdict import Verdict

ASKED = re.compile(
    r"(?:在|于)?[\u4e00-\u9fff]{0,6}[市区县](?:内|域)?(?:的)?(?:企业|单位|用人单位|各类企业)?(?:全职)?(?:就业|工作|任职)(?:的)?"
)
EMPLOYER = re.compile(
    r"(?:来|进|在|到)了?[^,;。，；]{0,14}(?:公司|企业|单位|厂)|上班|入职|(?:公司|厂里|单位)的?[\u4e00-\u9fff]{2,4}(?=[,，])"
)
LEFT = re.compile(r"离职|辞职|没上班|待业|失业|没工作|没找到")


def employed(profile: Profile, body: str) -> Verdict | None:
    """Return "met" where a person tells of an employer, None where words do not ask for one or nothing is told."""
    if not ASKED.fullmatch(body) or LEFT.search(profile.text) or NOT_YET.search(profile.text):
        return None
    return "met" if EMPLOYER.search(profile.text) else None
