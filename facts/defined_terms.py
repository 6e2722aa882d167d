"""Terms that a document defines and a profile -> what is known of those by which words say who applies."""

import re
from collections.abc import Callable, Mapping

from facts.applicant import speaker_of
from facts.held import Holding
from facts.listed_kinds import LISTED
from facts.moments import PLACE, places
from facts.named_kinds import one_of
from facts.profile import Profile
from facts.traits import plain, said_in
from facts.verdict import Verdict, every

WHO = re.compile(
    r"(?:企业|单位|人员|机构|个人|管理人|人才|空间|主体|经营户|高校|研究生|毕业生)(?P<but>[,，][^,，]*除外)?$"
)  # a definition of somebody
FIRM_MEANT = re.compile(r"(?:企业|公司)$")
OTHER_THAN = re.compile(r"除(?P<but>[^,，]{2,40}?)(?:以外|之外|外)的?[\u4e00-\u9fff]{0,6}(?:企业|单位|公司)")
BESIDE = r"(?:纳入|列入|进入|成为|升为|认定为|入驻|进驻|租用|在|租在|(?:为|向|对)[^,;的]{0,12})"  # a term behind these is not who applies


def terms_in(definitions: Mapping[str, str], body: str) -> list[tuple[str, str]]:
    """The defined terms by which words say who applies, not whom it deals with or what it comes to be."""
    named = [(term, meaning) for term, meaning in definitions.items() if plain(term) in body and WHO.search(meaning)]
    return [pair for pair in named if not re.search(BESIDE + re.escape(plain(pair[0])), body)]


def ranked(profile: Profile, definitions: Mapping[str, str], body: str, about: str) -> tuple[list[Verdict], str]:
    """What is told of a rank that a defined term means (主导制定，是指排名前三位), and the words without that term."""
    found: list[Verdict] = []
    for term, meaning in definitions.items():
        if plain(term) in body and PLACE.search(plain(meaning)):
            found += places(profile, plain(meaning), plain(about))
            body = body.replace(plain(term), "")
    return found, body


def of_defined(profile: Profile, term: str, meaning: str, judge: Callable[[str], Verdict]) -> Verdict:
    """A definition of somebody, and whom it leaves out; what is told of the term itself decides where the meaning does not."""
    but = WHO.search(meaning)
    own = every(Holding(profile, {}, judge).verdicts(term)) if said_in(term) else "unknown"
    if own == "not_met" or (speaker_of(profile) == "person" and FIRM_MEANT.search(meaning)):
        return own  # what a person tells in figures is none of the enterprise that one works for
    if other := OTHER_THAN.match(meaning):
        grounds = [judge(part) for part in LISTED.split(other["but"])]
        return "not_met" if "met" in grounds or one_of(profile, other["but"]) else own
    if but and but["but"]:
        grounds = [judge(part) for part in LISTED.split(but["but"].strip("，,").removesuffix("除外"))]
        if "met" in grounds:
            return "not_met"
        meaning = meaning[: but.start("but")]
    verdict = judge(meaning)
    return own if verdict == "unknown" else verdict
