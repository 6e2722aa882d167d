"""What a rule asks to have been done, and a profile -> whether it was (facts/lexicon/acts.toml)."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from facts.episodes import Episode, episodes
from facts.likeness import core, overlap
from facts.profile import Profile
from facts.states import clause_of, doubtful, following, state
from facts.terms import LEXICON
from facts.verdict import TURNED, Verdict, every

LIST = re.compile(r"、|或者?|和|与|及|[,;]")
NEAR = 0.25  # of the nearness of the stretch that is most about the matter, from which another is about it as well
ROOMS = re.compile(r"办公(?!室主任|家具|设备|用品)|写字楼|用房")
OBJECT = 0.3  # share of what is acted on that a stretch must hold
MACHINES = re.compile(r"[\u4e00-\u9fff](?:机床?|机器人|产线|装配线|流水线|加工中心|[镗铣磨冲]床|炉)(?![构会关制票])")
OWNS = re.compile(
    r"(?:建设|自建|新建|建造|购买|购置|自有)(?:、|或者?|和)租[赁用]?|租[赁用]?(?:、|或者?|和)(?:建设|自建|新建|建造|购买|购置|自有)"
)
SAME_YEAR = re.compile(r"当年[^,;]{1,8}当年|同年")
FILES = re.compile(r"(?:打算|准备|计划|想)(?:要|去|来)?(?:报|申[报请领]|领)[^,;]{0,8}$")
OUTSIDE = re.compile(r"(目录|名录|清单|名单)(?:之)?外的?(?=[\u4e00-\u9fff])")
NO_RECORD = re.compile(r"无[^,;无]{2,8}(?:记录|实绩|经历)")  # 此前无出口记录
BEGUN = re.compile(r"才(?:有|开始|做)|终于|(?:第|头)[一1][票笔单次回]")
FIRST = re.compile(r"首次|首笔|首贷|第一次")
EARLIER = re.compile(r"(?:之前|以前|此前|原来|原先|过去|往年)[^,;。]{0,8}[没未]")  # it says nothing of now
DENIED = re.compile(r"[没未不无]有?$")
DENIES = re.compile(r"(?:未|没有|不得|不|非(?:通过|以|因))[^,;含低少超足高]{0,3}$")  # a rule that asks for the contrary


@dataclass(frozen=True, slots=True)
class Act:
    """Something done: id, its words, words that say the contrary; weak: only where told; open: only of its object; implies: another."""

    id: str
    words: re.Pattern[str]
    contrary: re.Pattern[str] | None
    weak: bool
    open: bool
    implies: str


@lru_cache(maxsize=1)
def load_acts() -> tuple[Act, ...]:
    """Read the lexicon once."""
    rows = tomllib.loads((LEXICON / "acts.toml").read_text(encoding="utf-8"))["act"]
    return tuple(
        Act(
            row["id"],
            re.compile(row["words"]),
            re.compile(row["contrary"]) if "contrary" in row else None,
            row.get("weak", False),
            row.get("open", False),
            row.get("implies", ""),
        )
        for row in rows
    )


@lru_cache(maxsize=8192)
def asked(body: str) -> tuple[tuple[Act, bool], ...]:
    """Return the acts that some words ask for, False with those of which they ask for the contrary.

    >>> [(act.id, wanted) for act, wanted in asked("经备案并竣工投产")], [(act.id, wanted) for act, wanted in asked("厂房转租的")]
    ([('filed', True), ('completed', True)], [('own_use', False)])
    """
    found = []
    for act in load_acts():
        match = act.words.search(body)
        if match and NO_RECORD.search(body):
            found.append((act, False))
            continue
        contrary = [] if match and OWNS.search(body) else against(act, body)  # 自建或租用: either is as good
        if contrary:
            found.append((act, any(DENIES.search(body[: one.start()][-6:]) or body[: one.start()].endswith("无") for one in contrary)))
        elif match:
            found.append((act, not DENIES.search(body[: match.start()][-6:])))
    return tuple(found)


def against(act: Act, words: str) -> list[re.Match[str]]:
    """Return where words say the contrary of an act, outside of those that say it: 未发生逾期 holds no 逾期."""
    so = [match.span() for match in act.words.finditer(words)]
    found = list(act.contrary.finditer(words)) if act.contrary else []
    return [one for one in found if not any(low <= one.start() and one.end() <= high for low, high in so)]


def acts(profile: Profile, body: str, about: str) -> Iterator[Verdict]:
    """Yield what is known of each act asked for.

    Args:
        profile: what is told.
        body: a single thing asked for.
        about: the words of the whole rule, which say what the acts are of.
    """
    wanted = asked(body)
    if not wanted:
        return
    if SAME_YEAR.search(body):  # how two times stand to each other is not read
        yield "unknown"
        return
    found = episodes(profile.text, about or body)
    told = [(act, so, _told(profile.text, act, body, found)) for act, so in wanted]
    strong = any(verdict for _, _, verdict in told)
    implied = {act.implies for act, _, verdict in told if verdict == "met"}
    for act, so, verdict in told:
        if act.id in implied and not verdict:
            continue
        if verdict == "not_met" and OWNS.search(body) and against(act, profile.text):
            verdict = "met"  # 建设或者租用: the contrary is as good
        if verdict:
            yield verdict if so else TURNED[verdict]
        elif strong and not act.weak:
            yield "unknown"


def outside(profile: Profile, body: str, about: str) -> Verdict | None:
    """What is told of being outside of a list (目录外展会): the contrary of being in it; None where words do not ask for that."""
    if not OUTSIDE.search(body) or LIST.search(body):
        return None
    inside = list(acts(profile, OUTSIDE.sub(lambda match: f"列入{match[1]}的", body), about))
    return TURNED[every(inside)] if inside else "unknown"


def _told(text: str, act: Act, body: str, found: tuple[Episode, ...]) -> Verdict | None:
    """What the stretches that are about the matter tell of an act, the nearest first; None where they tell nothing."""
    best = max((item.nearness for item in found), default=0)
    near = sorted((item for item in found if item.nearness >= NEAR * best), key=lambda item: (-item.nearness, item.start))
    thing = core(act.words.sub("", body))
    for item in near:
        words = text[item.start : item.end]
        if act.open and not _names(thing, words):
            continue
        verdicts = list(_mentions(words, act))
        if "met" in verdicts and (FIRST.search(body) or (BEGUN.search(words) and not NO_RECORD.search(body))):
            return "met"  # that it was not done before is what makes it the first time
        if verdicts:
            return "met" if "met" in verdicts and "not_met" not in verdicts else "not_met" if "not_met" in verdicts else "unknown"
    return None


def _names(things: str, words: str) -> bool:
    """Tell whether words name one of some things: most of it, or the noun that it ends in."""
    parts = [part for part in LIST.split(things) if len(part) > 1]
    if "设备" in things and MACHINES.search(words):
        return True
    if ROOMS.search(things) and ROOMS.search(words):
        return True
    return not parts or any(overlap(part, words) >= OBJECT or re.search(rf"{re.escape(part[-2:])}(?![器商员生])", words) for part in parts)


def _mentions(words: str, act: Act) -> Iterator[Verdict]:
    contrary = against(act, words)
    for match in contrary:
        low, high = clause_of(words, *match.span())
        if DENIED.search(words[low : match.start()]):
            yield "met"
            continue
        yield "unknown" if doubtful(words[low:high], following(words, high)) else "not_met"
    for match in act.words.finditer(words):
        low, _ = clause_of(words, *match.span())
        if FILES.search(words[low : match.start()]):
            continue  # what is still to come is that it is applied for: 打算报出口奖励
        if any(one.start() < match.end() and match.start() < one.end() for one in contrary):
            continue
        so = state(words, *match.span())
        if so == "met" or not EARLIER.search(words[low : match.start()]):
            yield so
