"""A window that has closed, and a profile -> whether it says that the papers of the matter were handed in before."""

import re

from facts.episodes import episodes
from facts.likeness import overlap, pairs
from facts.profile import Profile
from facts.states import clause_of, doubtful, following

FILED = re.compile(
    r"(?:材料|申请|申报)[^,;。]{0,14}?(?:交|报|递|提交|填)(?:上去|上|到[^,;。]{0,6})?了|(?:已经?|早就|按时|都)(?:申报|提交|递交|报上)"
)
NOT = re.compile(r"没|未|不|忘|错过")
ALL_OF = re.compile(r"这(?:些|[一二两三四五\d]项|个)|都")


def filed(profile: Profile, about: str) -> bool:
    """Tell whether a profile says that it has applied for what a rule is about.

    Args:
        profile: what is told.
        about: the name and words of the rule: the clause of the papers, or the stretch before it, must speak of it.
    """
    before = ""
    for item in episodes(profile.text, about):
        words = profile.text[item.start : item.end]
        for match in FILED.finditer(words):
            low, high = clause_of(words, *match.span())
            clause = words[low:high]
            if NOT.search(clause) or doubtful(clause, following(words, high)):
                continue
            named = pairs(re.split(FILED, clause)[0]) & pairs(about)
            if named or (ALL_OF.search(clause) and overlap(about, before + words[:low]) > 0):
                return True
        before = words
    return False
