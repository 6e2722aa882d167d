"""A sentence in a model's words and the spans it cites -> where it says more, less or the opposite.

Stricter than verification, which also has to pass sentences of people: a model is told to keep to the documents' words.
"""

import re
from collections.abc import Sequence

from answer.claims import MARKS
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
BORDERS = "，,；;：:。！？!?\n "
PAUSE = re.compile(r"[，,；;：:。！？!?\n、]")
# Words that make a promise or a duty of a sentence, or bound it: an answer may use none that its source does not.
FORCE = re.compile(
    r"必须|一律|全部|全额|全免|免费|保证|确保|一定|肯定|立即|马上|唯一|所有|任何|每[家个人年月项]|永久|终身|无条件|直接|自动|只要|仅限?|只有|"
    r"最高|最低|最多|最少|首次|首个|第一|已经|取消|停止|废止|禁止|严禁|强制|处罚|罚款"
)
HEDGES = re.compile(
    r"原则上|优先|最高|试点|探索|争取|力争|鼓励|拟|视情|择优|符合条件|按规定|预计|不低于|不少于|不超过|以上|以下|左右|约|超过|突破"
)
LIKE = {"突破": ("超过",), "超过": ("突破",), "不低于": ("以上",), "以上": ("不低于",), "左右": ("约",), "约": ("左右",)}
COMMA, STOP = re.compile(r"[，,]"), re.compile(r"[。；;！？!?\n]")
CONDITION = re.compile(r"对(?![接外标照口]|我[市区县]|各)|凡|如|若|经|符合|满足|获得|获评|列入|属于|针对|在.{2,20}(?:情况|前提|条件)下")
CONDITION_TOLD = 0.5
SHOWN = 20
SHARED = 0.6  # share of a source clause's words from which on a sentence tells that clause, and the other way round
QUOTED = re.compile(r"[“\"「]([^”\"」]*)[”\"」]")
LATIN = re.compile(r"[A-Za-z]")
ENGLISH = 0.5  # share of Latin letters from which on a sentence is English
BARE_ANSWER = re.compile(r"(?:是|不是|否|对|不对|有|没有|能|不能|可以|不可以|会|不会|需要|不需要|yes|no)(?:的|呢)?", re.IGNORECASE)


def unfaithful(sentence: str, cited: Sequence[Support], draft: str = "", of_figures: bool = False) -> str:
    """Return what is wrong with a sentence, in words for whoever is to mend it, or "".

    Args:
        sentence: without its marks.
        cited: what its marks stand for.
        draft: the answer as written without a model, whose words are the program's own and need no source.
        of_figures: the draft tells figures with their bounds; that these are kept is seen elsewhere.
    """
    text = plain(sentence)
    lines = [line for support in cited for line in support.lines]
    known = [*lines, plain(MARKS.sub("", draft))]
    if any(_stands_whole(text, one) for one in known):
        return "" if of_figures else _condition_lost(text, lines)
    readable = [*(support.readable for support in cited), bare(draft)]
    return (
        _bare_answer(text)
        or _own_words(text, readable)
        or _turned_round(text, lines)
        or _turned_round_in_english(text, lines)
        or _stronger(text, [*lines, *readable])
        or ("" if of_figures else _condition_lost(text, lines) or _cut_short(text, lines))
    )


def _stands_whole(text: str, known: str) -> bool:
    """Tell whether whole clauses of a known text make up a sentence: what is cut out of a clause may say the opposite."""
    body = text.strip(BORDERS)
    start = known.find(body)
    while body and start >= 0:
        if (start == 0 or known[start - 1] in BORDERS) and (start + len(body) == len(known) or known[start + len(body)] in BORDERS):
            return True
        start = known.find(body, start + 1)
    return False


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


def _condition_lost(text: str, lines: Sequence[str]) -> str:
    """What a source sentence makes something depend on, where a sentence tells that thing alone."""
    told = bare(text)
    for clauses in (COMMA.split(sentence) for line in lines for sentence in STOP.split(line)):
        for place, condition in enumerate(clauses[:-1]):
            if not CONDITION.match(condition) or _share(condition, told) >= CONDITION_TOLD:
                continue
            if any(_share(clause, told) >= SHARED for clause in clauses[place + 1 :]):
                return f"漏了条件“{condition[:SHOWN]}”"
    return ""


def _cut_short(text: str, lines: Sequence[str]) -> str:
    """A hedge, or what is negated, in the source clause that a clause is taken from, where the sentence leaves it out."""
    sources = list(dict.fromkeys(part for line in lines for part in PAUSE.split(line) if _content(part)))
    told: dict[str, None] = {}
    for clause in PAUSE.split(text):
        words_of = _content(clause)
        shared = [sum(word in bare(source) for word in words_of) for source in sources]
        if not words_of or max(shared, default=0) < SHARED * len(words_of):
            continue
        best = [source for source, count in zip(sources, shared, strict=True) if count == max(shared)]
        whole = next((source for source in best if not _lost(text, [source])), best[0])
        told[whole] = None
    lost = _lost(text, list(told))
    return f"漏了原文的“{lost}”" if lost else ""


def _lost(text: str, sources: Sequence[str]) -> str:
    """The first hedge that a sentence tells less often than its source clauses do together, or a word negated there only."""
    hedges = [hedge for source in sources for hedge in HEDGES.findall(source)]
    for hedge in dict.fromkeys(hedges):
        alike = (hedge, *LIKE.get(hedge, ()))
        if sum(map(hedges.count, alike)) > sum(map(text.count, alike)):
            return str(hedge)
    words_of = [word for source in sources for word in _content(source) if True in _statuses(word, source)]
    return next((word for word in words_of if word not in text), "")


def _share(clause: str, told: str) -> float:
    """Share of a clause's content words that stand in a bare text; 0 for a clause without any."""
    content = _content(clause)
    return sum(word in told for word in content) / len(content) if content else 0.0


def _content(text: str) -> list[str]:
    return [word for word in dict.fromkeys(words(text)) if len(word) > 1 and not re.search(r"\d", word)]


def _statuses(word: str, text: str) -> set[bool]:
    """Whether a word is negated, at each place where it stands."""
    found = set()
    for match in re.finditer(re.escape(word), text, re.IGNORECASE):
        before = PAUSE.split(text[: match.start()])[-1]
        found.add(any(len(before) - negation.end() <= REACH for negation in NEGATION.finditer(before)))
    return found
