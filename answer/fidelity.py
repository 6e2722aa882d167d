"""A sentence in a model's words and the spans it cites -> where it says more, less or the opposite.

Stricter than verification, which also has to pass sentences of people: a model is told to keep to the documents' words.
"""

import re
from collections.abc import Sequence

from answer.overlap import CLAUSE, missing_share
from answer.plain import bare, plain
from answer.support import Support
from index.lexical import words

MOST_OWN = 0.3  # share of a clause's content that may be the model's own words
NEGATION = re.compile(
    r"不(?!断|仅|同|少于|低于|超过|高于|小于|大于|突破|足|久|光|只|止|限|论|管|妨|满|到|动产|可或缺|锈)|无(?!人机|线|缝|论|疑|形|锡|纺|忧)|"
    r"未(?!来)|没有?|非(?!遗|公有|营利|标|晶|接触)|禁止|严禁|取消|暂停|停止|拒绝|免(?=[于征除])|除外|\bno\b|\bnot\b|n't\b|\bnever\b|\bwithout\b|\bcannot\b",
    re.IGNORECASE,
)
REACH = 3  # characters behind a negation that it negates
PAUSE = re.compile(r"[，,；;：:。！？!?\n、]")
# Words that make a promise or a duty of a sentence, or bound it: an answer may use none that its source does not.
FORCE = re.compile(
    r"必须|一律|全部|全额|全免|免费|保证|确保|一定|肯定|立即|马上|唯一|所有|任何|每[家个人年月项]|永久|终身|无条件|直接|自动|只要|仅限?|只有|"
    r"最高|最低|最多|最少|首次|首个|第一|已经|取消|停止|废止|禁止|严禁|强制|处罚|罚款"
)
HEDGES = re.compile(
    r"原则上|优先|最高|试点|探索|争取|力争|鼓励|拟|视情|择优|符合条件|按规定|预计|不低于|不少于|不超过|以上|以下|左右|约|超过|突破"
)
SHARED = 0.6  # share of a source clause's words from which on a sentence tells that clause
QUOTED = re.compile(r"[“\"「]([^”\"」]*)[”\"」]")
LATIN = re.compile(r"[A-Za-z]")
ENGLISH = 0.5  # share of Latin letters from which on a sentence is English
BARE_ANSWER = re.compile(r"(?:是|不是|否|对|不对|有|没有|能|不能|可以|不可以|会|不会|需要|不需要|yes|no)(?:的|呢)?", re.IGNORECASE)


def unfaithful(sentence: str, cited: Sequence[Support], draft: str = "") -> str:
    """Return what is wrong with a sentence, in words for whoever is to mend it, or "".

    Args:
        sentence: without its marks.
        cited: what its marks stand for.
        draft: the answer as written without a model, whose words are the program's own and need no source.
    """
    text = plain(sentence)
    lines = [line for support in cited for line in support.lines]
    if any(bare(text) and bare(text) in bare(known) for known in lines):
        return ""  # word for word; whether a negation was cut off is for verification to see
    readable = [*(support.readable for support in cited), bare(draft)]
    return (
        _bare_answer(text)
        or _own_words(text, readable)
        or _turned_round(text, lines)
        or _turned_round_in_english(text, lines)
        or _stronger(text, [*lines, *readable])
        or _unhedged(text, lines)
    )


def _bare_answer(text: str) -> str:
    found = next((clause for clause in CLAUSE.split(text) if BARE_ANSWER.fullmatch(clause.strip())), "")
    return f"不要单独写“{found}”" if found else ""


def _own_words(text: str, readable: Sequence[str]) -> str:
    for clause in CLAUSE.split(text):
        share, missing = missing_share(clause, readable)
        if missing and share > MOST_OWN:
            return f"原文没有“{'”“'.join(missing[:4])}”"
    return ""


def _turned_round(text: str, lines: Sequence[str]) -> str:
    """A word that is negated here and nowhere there, or there everywhere and not here."""
    for word in _content(text):
        there = {status for line in lines for status in _statuses(word, line)}
        here = _statuses(word, text)
        if there and not here <= there:
            return f"“{word}”处的肯定或否定与原文相反"
    return ""


def _turned_round_in_english(text: str, lines: Sequence[str]) -> str:
    """An English sentence that denies where neither what it quotes nor what it cites does, or the other way round."""
    quoted = "".join(QUOTED.findall(text))
    own = QUOTED.sub("", text)
    if len(LATIN.findall(own)) < ENGLISH * len(own):
        return ""
    denied = any(NEGATION.search(line) for line in ([quoted] if quoted else lines))
    return "肯定或否定与原文相反" if bool(NEGATION.search(own)) != denied and (quoted or not denied) else ""


def _stronger(text: str, known: Sequence[str]) -> str:
    found = next((force.group() for force in FORCE.finditer(text) if not any(force.group() in line for line in known)), "")
    return f"原文没有“{found}”" if found else ""


def _unhedged(text: str, lines: Sequence[str]) -> str:
    """A hedge that a source clause has and the sentence that tells this clause has not."""
    told = bare(text)
    for clause in (part for line in lines for part in PAUSE.split(line)):
        content = _content(clause)
        hedges = [hedge.group() for hedge in HEDGES.finditer(clause)]
        if hedges and content and sum(word in told for word in content) >= SHARED * len(content):
            lost = next((hedge for hedge in hedges if hedge not in text), "")
            if lost:
                return f"漏了原文的“{lost}”"
    return ""


def _content(text: str) -> list[str]:
    return [word for word in dict.fromkeys(words(text)) if len(word) > 1 and not re.search(r"\d", word)]


def _statuses(word: str, text: str) -> set[bool]:
    """Whether a word is negated, at each place where it stands."""
    found = set()
    for match in re.finditer(re.escape(word), text, re.IGNORECASE):
        before = PAUSE.split(text[: match.start()])[-1]
        found.add(any(len(before) - negation.end() <= REACH for negation in NEGATION.finditer(before)))
    return found
