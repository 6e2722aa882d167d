"""Words around something told -> whether it is so, is not (yet) so, or is not known (facts/lexicon/states.toml)."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache

from facts.terms import LEXICON
from facts.verdict import Verdict

ASKS = re.compile(
    r"(?:是|在)?(?:哪|几|多[少久大]|啥|什么)|(?:都|全|各|到底|究竟)*是[^,;。]{1,12}还是|(?P<verb>(?![能可行该会要好是])[\u4e00-\u9fff])[没不](?P=verb)"
)
CLAUSE = re.compile(r"[^,，;；。\n？?！!]+")
CLAUSE_END = re.compile(r"[,，;；。\n？?！!]")
DONE = re.compile(
    r"(?:用上|用起来|投产|竣工|完工|验收|拿到|评上|认定|授权|建成|装好|买|签|登记|开起来用|在用|过)[^,;]{0,3}了$|已经?[^,;]{0,6}(?<![报交递提申请])(?:了|过)$"
)
LEFT = re.compile(r"移出|移除|解除|撤销|修复|摘帽")  # what stays as it is
SENTENCE_END = re.compile(r"[;；。\n？?！!]")


@dataclass(frozen=True, slots=True)
class _Signs:
    doubt: re.Pattern[str]
    doubt_next: re.Pattern[str]
    denied_before: re.Pattern[str]
    denied_after: re.Pattern[str]
    coming_before: re.Pattern[str]
    coming_after: re.Pattern[str]
    coming_next: re.Pattern[str]


@lru_cache(maxsize=1)
def _signs() -> _Signs:
    """Read the lexicon once."""
    tables = tomllib.loads((LEXICON / "states.toml").read_text(encoding="utf-8"))
    return _Signs(
        re.compile(tables["doubt"]["clause"]),
        re.compile(tables["doubt"]["next"]),
        re.compile(tables["denied"]["before"]),
        re.compile(tables["denied"]["after"]),
        re.compile(tables["coming"]["before"]),
        re.compile(tables["coming"]["after"]),
        re.compile(tables["coming"]["next"]),
    )


def clause_of(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the clause begins and ends that holds text[start:end]."""
    low = max((match.end() for match in CLAUSE_END.finditer(text, 0, start)), default=0)
    high = next((match.start() for match in CLAUSE_END.finditer(text, end)), len(text))
    return low, high


def following(text: str, end: int) -> str:
    """Return the clause after text[:end] in the same sentence, "" where the sentence ends."""
    if end >= len(text) or SENTENCE_END.match(text, end):
        return ""
    high = next((match.start() for match in CLAUSE_END.finditer(text, end + 1)), len(text))
    return text[end + 1 : high]


def doubts(text: str) -> list[str]:
    """Return the clauses of a text that say that something is not known, each with the one that it goes on from.

    >>> doubts("贷了2000万元,期限多长,要翻合同。合同登记过")
    ['期限多长,要翻合同']
    """
    found, before = [], ""
    for match in CLAUSE.finditer(text):
        after = following(text, match.end())
        clause = (before if ASKS.match(match.group()) else "") + match.group()
        if _signs().doubt_next.search(after):
            found.append(f"{clause},{after}")
        elif _signs().doubt.search(match.group()):
            found.append(clause)
        before = "" if SENTENCE_END.match(text, match.end()) else match.group()
    return found


def doubtful(clause: str, after: str = "") -> bool:
    """Tell whether a clause, or the one that goes on with it, says that something is not known.

    >>> doubtful("合同有没有登记"), doubtful("一直按时还", "要跟财务核对"), doubtful("合同登记过")
    (True, True, False)
    """
    goes_on = ASKS.match(after) and _signs().doubt.search(after)
    return bool(goes_on or _signs().doubt.search(clause) or _signs().doubt_next.search(after))


def state(text: str, start: int, end: int) -> Verdict:
    """Return "met" where what text[start:end] names is told as so, "not_met" as not or not yet, "unknown" as not known.

    >>> [state(words, words.find("备案"), words.find("备案") + 2) for words in ("做过备案", "没去备案", "备案还在办", "备案,要问经办人")]
    ['met', 'not_met', 'not_met', 'unknown']
    """
    signs = _signs()
    low, high = clause_of(text, start, end)
    before, after, more = text[low:start], text[end:high], following(text, high)
    if doubtful(text[low:high], more):
        return "unknown"
    if signs.denied_before.search(before) or signs.denied_after.search(after):
        return "not_met"
    if DONE.search(text[start:high]) or LEFT.search(more):
        more = ""  # what the next clause denies is something else: 已经用上了,没去备案
    if signs.coming_before.search(before) or signs.coming_after.search(after) or signs.coming_next.search(more):
        return "not_met"
    return "met"
