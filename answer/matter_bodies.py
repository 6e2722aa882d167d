"""Short names of parks, institutes and the like in a question -> those of the facts, as documents write them."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from facts.subjects import chain_of
from retriever.linking import LOCAL
from retriever.short_names import ShortNames

ENDS = re.compile(
    r"研究院|研究中心|研究所|实验室|综合体|开发区|经开区|高新区|科创区|生态园|创业园|工业园|科技城|试验区|小镇|走廊|分园|园区|中心|学院|大学|产业链|集群|[院所园镇区城廊]"
)
BARE_KIND = re.compile(r"(?:跟|和|与|同|比|、|还是)(?P<kind>高新区|经开区|开发区|新区|产业园|工业园|科技园)")
KIND_OF_CHAIN = re.compile(r"(?:产业链|产业集群|产业|集群)$")
SIZE_BEHIND = re.compile(r"(?:这块|方面|到?20\d\d年)?的?(?:总|年|全链)?(?:规模|产值|营收|营业收入|销售收入|增加值)")
LONGEST, SHORTEST, ANCHOR = 18, 3, 2
CLAUSE = re.compile(r"[，,；;。？?（(）)]")
LEFT_OUT = re.compile(r"不算|不含|不计|不包括|除了|除去|除开|以外|之外")
PLANNED = re.compile(r"拟|在建|筹建|计划引进")
AS_A_WHOLE = re.compile(r"[一二两三四五六七八九十\d]+(?:个|家|条|所|大|座)|那些|这些|各个?|所有|全部|哪|几|最[^，]{1,3}的")
COUNTED = re.compile(r"(?:[一二两三四五六七八九十\d]+|所有|全部|各)(?:个|家|条|所|大|座)(?:的)?$")
WHICH = re.compile(r"哪一?(?:个|家|条|所|座)|最[高低多少大小厚强]|谁")
ALIKE = (("研究院", "研究中心", "研究所"), ("园区", "产业园", "工业园", "科技园", "创业园"))
BLANK = "　"
KEPT = 0.4  # share of a name's characters that a short form keeps
ASIDE = re.compile(r"[（(）)\s]|有限公司")


@dataclass(frozen=True, slots=True)
class Called:
    """A body as the facts write it, and how and where a question calls it."""

    scope: str
    said: str
    start: int

    @property
    def end(self) -> int:
        """One past its last character in the question."""
        return self.start + len(self.said)


def bodies_called(text: str, scopes: Iterable[str]) -> tuple[Called, ...]:
    """Return the bodies that a question calls by their names or by some characters of them, in its order, none within another.

    A short name begins with two characters that stand together in the full one, keeps the order of its characters, and ends with
    what kind of body it is; it counts where it fits one body alone.

    Args:
        text: the question.
        scopes: the bodies that figures are of.
    """
    known = tuple(scope for scope in dict.fromkeys(scopes) if len(scope) > SHORTEST)
    found: list[Called] = []
    at = 0
    while at < len(text):
        called = _longest(text, at, known)
        if called:
            found.append(called)
        at = at + len(called.said) if called else at + 1
    return (*found, *_beside(text, found, known))


def _beside(text: str, found: Sequence[Called], known: Sequence[str]) -> Iterator[Called]:
    """Bodies called by their kind alone beside one of the same place: 乙州经开区跟高新区比."""
    for one in found:
        place = next((one.said[: -len(kind)] for kind in ENDS.findall(one.said) if one.said.endswith(kind)), "")
        match = BARE_KIND.match(text, one.end)
        if place and match and f"{place}{match['kind']}" in known:
            yield Called(f"{place}{match['kind']}", match["kind"], match.start("kind"))


def bodies_of_kind(text: str, scopes: Iterable[str]) -> tuple[str, tuple[str, ...]]:
    """Return the word for a kind of bodies that a question asks about as a whole, and those of the kind that it does not leave out.

    Args:
        text: the question, the bodies it calls by name left in.
        scopes: the bodies that figures are of.
    """
    scopes = tuple(scopes)
    out = [clause for clause in CLAUSE.split(text) if LEFT_OUT.search(clause)]
    body = text
    for clause in out:
        body = body.replace(clause, BLANK * len(clause))
    for one in bodies_called(body, scopes):
        body = body.replace(one.said, BLANK * len(one.said))
    without = {one.scope for clause in out for one in (*bodies_called(clause, scopes), *university(clause, scopes))}
    planned = any(PLANNED.search(clause) for clause in out)
    best: tuple[str, tuple[str, ...]] = ("", ())
    counted = False  # 十个分园: the kind is counted as a whole
    for kind in LOCAL.finditer(body):
        if AS_A_WHOLE.search(body[max(0, kind.start() - 8) : kind.start()]) or WHICH.search(body):
            alike = next((group for group in ALIKE if kind.group() in group), (kind.group(),))
            found = [scope for scope in dict.fromkeys(scopes) if any(one in scope for one in alike) and scope not in without]
            kept = tuple(scope for scope in found if not (planned and PLANNED.search(scope)))
            whole = len(kept) >= SHORTEST and bool(COUNTED.search(body[: kind.start()]))
            if whole == counted:
                best = max(best, (kind.group(), kept), key=lambda pair: (len(pair[1]), len(pair[0])))
            elif whole:
                best, counted = (kind.group(), kept), True
    return best


def chains_called(text: str, scopes: Iterable[str]) -> tuple[Called, ...]:
    """Return the industries that a question calls by their names without the word for what they are: 低空装备(产业链)规模.

    >>> [one.scope for one in chains_called("低空装备规模有多大", ["低空装备产业链", "装备产业链"])]
    ['低空装备产业链']
    """
    bare = {KIND_OF_CHAIN.sub("", scope): scope for scope in scopes if chain_of(scope) == scope}
    found = [(name, text.find(name)) for name in bare if len(name) >= SHORTEST and name in text]
    alone = [(name, at) for name, at in found if not any(name != other and name in other for other, _ in found)]
    return tuple(Called(bare[name], name, at) for name, at in alone if SIZE_BEHIND.match(text, at + len(name)))


def _longest(text: str, start: int, scopes: tuple[str, ...]) -> Called | None:
    for end in range(min(len(text), start + LONGEST), start + SHORTEST - 1, -1):
        said = text[start:end]
        kinds = [match for match in ENDS.findall(said) if said.endswith(match)]
        if not kinds or len(said) - len(kinds[-1]) < ANCHOR:
            continue
        fitting = [scope for scope in scopes if _fits(said, scope)]
        whole = [scope for scope in fitting if said in ASIDE.sub("", scope)]
        if len(fitting) == 1 or len(whole) == 1:
            return Called((whole if len(whole) == 1 else fitting)[0], said, start)
    return None


@lru_cache(maxsize=65536)
def _fits(said: str, scope: str) -> bool:
    """Tell whether words are a name or a short form of it.

    >>> _fits("机器人小镇", "机器人智谷小镇"), _fits("光电小镇", "智能光电小镇"), _fits("产业园", "智能光电产业研究院")
    (True, True, False)
    """
    full = ASIDE.sub("", scope)
    if len(said) < KEPT * len(full):
        return False
    if said in full:
        return bool(ENDS.search(full[full.index(said) :]))
    at = full.find(said[:ANCHOR])
    if at < 0 or said[-1] != full[-1]:
        return False
    for mark in said[ANCHOR:]:
        at = full.find(mark, at + 1)
        if at < 0:
            return False
    return True


def university(text: str, scopes: Iterable[str]) -> tuple[Called, ...]:
    """Return the bodies of a university that a question calls by its short name (哈工大)."""
    own = tuple(dict.fromkeys(scopes))
    return tuple(Called(scope, one.said, one.start) for one in ShortNames(own).find(text) for scope in own if one.name in scope)
