"""Words that no list knows and a profile -> whether one of its sentences says most of them, in clauses that go on with each other."""

import re

from facts.likeness import core, written_out
from facts.profile import Profile
from facts.states import state
from facts.verdict import Verdict, every

SENTENCE = re.compile(r"[^。;；？?！!\n]+")
VERBS = re.compile(
    r"^(?:成功|首次|新|作为|发行|投保|购买|买|租用|设立|建设|举办|承担|运营|入驻|进驻|租赁|实施|开展|完成|与|在|通过|境内(?!外)|国内(?!外))+"
)
SHORTEST = 4  # characters of words that are enough to be known by
COVERED = 0.6  # share of their characters that a sentence must hold, in stretches of two and more
WHOLE = 5  # characters up to which it must hold them all
NEGATED = re.compile(r"未|没|无|不|非|除|外")


def said_across(profile: Profile, body: str) -> Verdict:
    """Return "met" where a sentence holds most of some words, and first of all what tells their thing from others of its kind.

    What a clause leaves out it has from the one before it: 网络货运平台,许可证有.

    Args:
        profile: what is told.
        body: a single thing asked for.
    """
    words = VERBS.sub("", core(body))
    if len(words) < SHORTEST or NEGATED.search(body) or re.search(r"\d", body):
        return "unknown"
    text, share = written_out(profile.text), 1 if len(words) <= WHOLE else COVERED
    for sentence in SENTENCE.finditer(text):
        stretches = _held(words, sentence.group())
        kept = sum(end - start for start, end, _ in stretches)
        if kept < share * len(words) or not stretches or stretches[0][0] > 0:
            continue
        places = [(sentence.start() + at, sentence.start() + at + end - start) for start, end, at in stretches]
        so = every(state(text, *place) for place in places)
        if so == "met":
            return "met"
    return "unknown"


def _held(words: str, text: str) -> list[tuple[int, int, int]]:
    """The stretches of some words, of two characters and more, that a text holds: where each begins and ends, and where it stands."""
    found = []
    at = 0
    while at < len(words) - 1:
        length = next((size for size in range(len(words) - at, 1, -1) if words[at : at + size] in text), 0)
        if length:
            found.append((at, at + length, text.find(words[at : at + length])))
        at += length or 1
    return found
