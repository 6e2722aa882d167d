"""Words that ask for applicants of a legal form (个体工商户, 社会组织), and a profile -> whether it is of one of them."""

import re

from facts.profile import Profile
from facts.states import state
from facts.verdict import Verdict

SOLE_TOLD = re.compile(r"个体(?:工商)?户|个体(?:经营|执照|户口|小?店|的?小)|夫妻店")
FORMS = {
    "sole": (r"个体(?:工商)?户|个体经营者|经营户", SOLE_TOLD.pattern),
    "society": (r"社会组织|社会团体|民办非企业(?:单位)?|社会服务机构", r"社会(?:组织|团体|服务机构)|民办非企业|民非|协会|学会|商会|基金会"),
    "public": (r"事业单位", r"事业单位|事业编"),
    "company": (r"", r"有限(?:责任)?公司|股份(?:有限)?公司|(?:我们?|本|这家?)公司|(?:我们?|是)[1一]?家?(?:公司|企业)"),
    "cooperative": (r"", r"合作社"),
}
LIST = re.compile(r"、|以及|或者?|和|与|及")
WHOSE = re.compile(
    r"(?:和|跟|与|给|向|从|为|帮|找|委托|服务|卖给|对接|像|比|有|卖)[^,;。，；是]{0,8}$|(?:从|原来?|以前|之前|本来)[^,;。，；]{0,6}$"
)


def of_form(profile: Profile, body: str) -> Verdict | None:
    """Return whether a profile tells to be of one of the legal forms asked for, None where words ask for more or for none.

    Args:
        profile: who asks.
        body: a single thing asked for.
    """
    asked = {name for part in LIST.split(body) for name, (rule, _) in FORMS.items() if rule and re.fullmatch(rule, part)}
    if not asked or len(asked) < len(LIST.split(body)):
        return None
    told = {name for name, (_, words) in FORMS.items() for match in re.finditer(words, profile.text) if _own(profile.text, match)}
    if not told:
        return "unknown"
    return "met" if told & asked else "not_met"


def only_forms(words: str) -> bool:
    """Tell whether words name nothing but legal forms, so that not every applicant is meant."""
    return all(any(rule and re.fullmatch(rule, part) for rule, _ in FORMS.values()) for part in LIST.split(words))


def _own(text: str, match: re.Match[str]) -> bool:
    """Tell whether words say what the speaker is: not whom it deals with, nor what it was or is not."""
    return not WHOSE.search(text[: match.start()]) and state(text, *match.span()) == "met"
