"""A recognition that no list knows, with its grades (国家级、省级工业设计中心), and a profile -> whether it is held in one of them."""

import re
from collections.abc import Iterator

from facts.likeness import overlap, written_out
from facts.profile import Profile
from facts.states import state
from facts.traits import CLAUSE, plain, said_in
from facts.verdict import Verdict

RANKS = {"国际": 5, "国家": 4, "国": 4, "全": 4, "省": 3, "市": 2, "区": 1, "县": 1}
LEVEL = re.compile("国际|全国|国家|省|市|区|县")
GRADED = re.compile(
    r"(?P<levels>(?:(?:国际级|全国|国家级?|省级?|市级|区级|县级)(?:\(?含\)?)?(?P<up>及?以上)?(?:、|和|及|或者?|或)?)+)的?"
    r"(?P<nouns>[\u4e00-\u9fff、]{3,60})"
)
HELD = re.compile(
    r"(?<![本我全该各外])(国际|国家|全国|省|市|区|县)(?:级|里|内)?(?:评|认定|批)?的?[\u4e00-\u9fff]{0,4}$|(?:是|为)(国际|国家|省|市|区|县)级"
)
GAINED = re.compile(r"(?:评|认定|升|获评|晋升)(?:上|为|成|到)了?(?P<level>国际|国家|省|市|区|县)级(?![\u4e00-\u9fff]{2})")
SENTENCE = re.compile(r"[。;；？?！!]")
TAIL = re.compile(r"(?:所属|的|获得?批复|获批|获批复|称号|认定|批复|企业|单位)+$|^(?:新)?(?:认定|获批)的?")
LIST = re.compile(r"、|或者?|和|与|及")
STARS = re.compile(r"([1-5])a")
ENTERED = re.compile(r"(?:接入|接进|登录|上传至?|录入)$")
PLAIN = re.compile(r"标准|计划|项目")  # 国家标准 is a kind, no grade
SAME = 0.75  # share of a name that a clause must hold to speak of it in another order
KEPT = 6  # characters of a long name that are enough to know it by
FORMER = re.compile(r"原来|原先|以前|之前|此前|早先|前几年|过去|曾")
SHORTEST = 4  # characters of the name of a recognition


def named(profile: Profile, body: str) -> Iterator[Verdict]:
    """Yield whether a profile holds what some words name with stars or grades; nothing where it does not speak of it."""
    if stars := set(STARS.findall(body)):
        held = set(STARS.findall(profile.text))
        upward = "以上" in body and held and max(held) >= min(stars)
        yield "unknown" if not held else "met" if stars & held or upward else "not_met"
        return
    match = GRADED.search(body)
    if (
        not match
        or ENTERED.search(body[: match.start()])
        or not (re.search("级|全国", match["levels"]) or not (said_in(match.group()) or PLAIN.search(match["nouns"])))
    ):
        return
    ranks = {_rank(level) for level in LEVEL.findall(match["levels"])}
    nouns = [noun for part in LIST.split(match["nouns"]) if len(noun := TAIL.sub("", part)) >= SHORTEST]
    text = written_out(profile.text)
    names = [(written_out(noun), written_out(noun).removeprefix("企业")) for noun in nouns]
    told = [
        verdict
        for full, short in names
        if (verdict := _ranked(text, full, ranks, upward=bool(match["up"])) or _ranked(text, short, ranks, upward=bool(match["up"])))
    ]
    if told:
        yield "met" if "met" in told else "unknown" if "unknown" in told else "not_met"


def _ranked(text: str, noun: str, ranks: set[int], *, upward: bool) -> Verdict | None:
    """What is told of a recognition by its name: whether it is held, and in one of some ranks; None where it is not named."""
    for clause in CLAUSE.finditer(text):
        at = max(clause.group().find(noun), clause.group().find(noun[:KEPT]) if len(noun) > KEPT else -1)
        if at < 0 and overlap(noun, clause.group()) >= SAME:
            at = clause.group().find(noun[-SHORTEST:])  # 市级示范平台(中小企业公共服务)
        if at < 0:
            continue
        so = state(text, clause.start() + at, clause.start() + at + len(noun))
        stretches = HELD.findall(clause.group()[:at]) + HELD.findall(clause.group()[at:])
        held = {_rank(one or other) for one, other in stretches}
        stop = SENTENCE.search(text, clause.end())
        held |= {_rank(match["level"]) for match in GAINED.finditer(text, clause.end(), stop.start() if stop else len(text))}
        held = held or {_rank(level) for level in re.findall(r"(国际|国家|省|市|区|县)级", clause.group())}
        if so != "met" or not held:
            return "unknown" if so == "met" else so
        return "met" if held & ranks or (upward and max(held) >= min(ranks)) else "not_met"
    return None


def _rank(level: str) -> int:
    return RANKS.get(level) or RANKS[level[0]]


def grades_told(profile: Profile, words: str) -> set[str]:
    """Return the grades in which a profile tells to hold what some words list with grades and no lexicon knows.

    Args:
        profile: what is told.
        words: of a rule: 新获批国家级、省级技能大师工作室的.
    """
    match = GRADED.search(plain(words))
    if not match or said_in(match["nouns"]):
        return set()
    text, found = written_out(profile.text), set[str]()
    for noun in (TAIL.sub("", part) for part in LIST.split(re.split(r"的|,|分别", match["nouns"])[0])):
        places = [one.start() for one in re.finditer(re.escape(written_out(noun)), text)] if len(noun) >= SHORTEST else []
        if not places and (short := re.search(rf"(国际|国家|省|市|区|县)级的?{re.escape(noun[-2:])}", text)):
            places = [short.end() - 2]  # 省级赛事, of a 体育赛事
        held = [_clause_before(text, at) for at in places if state(text, at, at + len(noun)) == "met"]
        now = [clause for clause in held if not FORMER.search(clause)] or held  # 原来是市级…，现在评上省级…
        found |= {f"{one or other}级" for clause in now for one, other in HELD.findall(clause)}
    return found


def _clause_before(text: str, at: int) -> str:
    """The words of a clause up to a place in it."""
    return text[max((text.rfind(mark, 0, at) for mark in ",，;；。"), default=-1) + 1 : at]
