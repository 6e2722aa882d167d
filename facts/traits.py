"""Words of a condition or of an enterprise -> the traits they speak of (facts/lexicon/traits.toml)."""

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from facts.states import state
from facts.terms import LEXICON
from facts.trait_grades import grades_of

READ_TEXTS = 65536  # clauses of measures are read again for every profile
CLAUSE = re.compile(r"[^，。；,;\n？?！!]+")
STOP = re.compile(r"[。;；\n？?！!]")
FIRST_TIME = re.compile(r"(?:也|还)?是?(?:第一[次回]|头1?一?[次回]|首次)")
HOUSED = re.compile(
    r"(?:(?:入驻|进驻|租用|(?<![引促推改])进了?|在(?![^，。；]{0,10}(?:有|开|办|运营)))[^，。；]{0,10})＊|＊[里内中]"
)  # a body that the speaker is in, not one that it is
PARTNER = re.compile(r"(?:跟|与|找|请|委托|联合|送|给)[^，。；,;]{0,10}$")  # a body that the speaker deals with
CLIENTS = re.compile(  # what others have
    r"(?:代理的|我们的|服务的)?(?:客户|委托人)[^，。；,;]{0,10}$|"
    r"(?:园[里区内]|孵化|在孵|入驻|载体)[^，。；,;]{0,14}(?:家|企业)[^，。；,;]{0,12}$|有\d+家[^，。；,;]{0,12}$"
)
FAR_DENIAL = re.compile(r"未(?:曾)?(?:受到?|发生|被|列入|出现)|(?:没有?|无)(?:受到?|发生|被|出现)")  # 未受到甲、乙等部门的处罚
LIMITS = re.compile(r"未满|不超过|不低于|不少于|不足|不高于|不限于?")  # they measure, and deny nothing
LIST_MARK = re.compile(r"[、和或及与跟](?:国家|省|市)?级?")
RATED = re.compile(r"亩均[^,;。，]{0,10}?[,;，]?(?:是|为|属|评为|被?评了?)([a-d])[类级]")
DOUBT = re.compile(
    r"(?:入没入|有没有|是不是|在不在)?[^,，]{0,8}(?:不知道|不清楚|说不清|没查|要问|要核|没问)|"
    r"还在(?:等|审|评审)|等(?:待)?批|评审中|没批|未批|还没(?:下来|批|公布)"
)
OFFER = re.compile(r"(?:的)?(?:奖励|奖补|补贴|补助|政策|扶持|奖)(?!项|杯)")
MORE_GRADES = 12  # characters before a trait in which several grades can be listed


DEALT_WITH = re.compile(r"向|从(?!事)|与|跟")
BOUGHT_FROM = re.compile(r"(?:向|跟)[^,;。]{0,8}$")


@dataclass(frozen=True, slots=True)
class Trait:
    """A kind of trait: id, label, its words, the words that say the opposite, and whether it is a kind of body."""

    id: str
    label: str
    words: re.Pattern[str]
    contrary: re.Pattern[str] | None
    entity: bool


@dataclass(frozen=True, slots=True)
class Said:
    """A trait named in a text.

    Attributes:
        id: of the trait.
        grades: 国家级, 省级, A … as named with it.
        holds: False where the words deny it.
        modifier: first, renewed, held or "".
        clause: the stretch between commas that names it.
        start: where its words begin.
    """

    id: str
    grades: tuple[str, ...]
    holds: bool
    modifier: str
    clause: str
    start: int


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The compiled lexicon."""

    traits: dict[str, Trait]
    grade: re.Pattern[str]
    denied_before: re.Pattern[str]
    denied_after: re.Pattern[str]
    modifiers: dict[str, re.Pattern[str]]
    standing: frozenset[str]
    statuses: frozenset[str]
    ungraded: frozenset[str]
    wished: re.Pattern[str]
    wondered: re.Pattern[str]


@lru_cache(maxsize=1)
def load_traits() -> Lexicon:
    """Read the lexicon once."""
    tables = tomllib.loads((LEXICON / "traits.toml").read_text(encoding="utf-8"))
    traits = {
        row["id"]: Trait(
            row["id"],
            row["label"],
            re.compile(row["words"], re.I),
            re.compile(row["contrary"]) if "contrary" in row else None,
            row.get("entity", False),
        )
        for row in tables["trait"]
    }
    return Lexicon(
        traits,
        re.compile(tables["grade"]["words"]),
        re.compile(tables["negation"]["before"]),
        re.compile(tables["negation"]["after"]),
        {name: re.compile(words) for name, words in tables["modifier"].items()},
        frozenset(tables["standing"]["ids"]),
        frozenset(tables["status"]["ids"]),
        frozenset(tables["grade"]["none"]),
        re.compile(tables["status"]["wished"]),
        re.compile(tables["status"]["asked"]),
    )


@lru_cache(maxsize=READ_TEXTS)
def plain(text: str) -> str:
    """Return a text in NFKC, lower case, without the white space that line breaks and tables left in it."""
    return re.sub(r"(?<=[^a-z0-9])\s+|\s+(?=[^a-z0-9])", "", unicodedata.normalize("NFKC", text).lower())


@lru_cache(maxsize=READ_TEXTS)
def said_in(text: str, *, contraries: bool = False) -> tuple[Said, ...]:
    """Return the traits a text names, clause by clause; where two fit the same words the lexicon's first has them.

    Words that say the opposite of a trait deny it only with `contraries`: an enterprise may call itself a small workshop.

    >>> [(item.id, item.grades, item.holds) for item in said_in("我们是省级专精特新,没有高企证")]
    [('specialised', ('省级',), True), ('high_tech', (), False)]
    """
    body = plain(text)
    found = [item for match in CLAUSE.finditer(body) for item in _of_clause(match.group(), match.start(), contraries)]
    if not contraries:
        return tuple(found)
    return tuple(kept for item in found if (kept := _stated(_renewed(_rated(item, body), body), body)))


def _next_clause(said: Said, body: str) -> str:
    """The clause after the one that names a trait, in the same sentence."""
    clauses = [match for match in re.finditer(r"[^,，]+", body[: _stop(body, said.start)])]
    after = next((match.group() for match in clauses if match.start() > said.start), "")
    return "" if _names_a_trait(after) else after


def _names_a_trait(clause: str) -> bool:
    """Tell whether a clause names a trait of its own."""
    return any(trait.words.search(clause) for trait in load_traits().traits.values())


def _stop(body: str, start: int) -> int:
    """Where the sentence that holds a place ends."""
    return next((match.start() for match in STOP.finditer(body, start)), len(body))


def _stated(said: Said, body: str) -> Said | None:
    """What is told of a recognition: one that is still decided on is not there yet; None where it is not known."""
    trait = load_traits().traits[said.id]
    named = trait.words.match(body, said.start)
    if said.id in (*load_traits().statuses, "listing") and said.holds and named:
        so = state(body, *named.span())
        if so != "met":
            return replace(said, holds=False) if so == "not_met" else None
    return None if DOUBT.search(_next_clause(said, body)) else said


def _renewed(said: Said, body: str) -> Said:
    """What the next clause says was recognised again: 高企去年到期,12月重新通过了认定."""
    after = _next_clause(said, body)
    if not said.modifier and FIRST_TIME.match(after):
        return replace(said, modifier="first")
    if said.modifier not in ("", "held") or said.id not in load_traits().statuses:
        return said
    for clause in re.findall(r"[^,，]+", body[said.start : _stop(body, said.start)])[1:]:
        if _names_a_trait(clause):
            break
        if load_traits().modifiers["renewed"].search(clause):
            return replace(said, modifier="renewed")
    return said


def _rated(said: Said, body: str) -> Said:
    """A rating whose grade stands in the next clause: 亩均评价不争气,是D类."""
    match = RATED.match(body[said.start :]) if said.id == "per_mu" and not said.grades else None
    return replace(said, grades=(match[1].upper(),)) if match else said


@lru_cache(maxsize=READ_TEXTS)
def _matches(clause: str, contraries: bool) -> tuple[tuple[int, int, Trait], ...]:
    """Where traits are named: start, end, trait; the lexicon's first takes the words; a body that the speaker is in is none."""
    found: list[tuple[int, int, Trait]] = []
    for trait in load_traits().traits.values():
        for match in trait.words.finditer(clause):
            start, end = match.span()
            if any(low < end and start < high for low, high, _ in found):
                continue
            if trait.entity and contraries and PARTNER.search(clause[:start]):
                continue
            if trait.entity and HOUSED.search(f"{clause[:start]}＊{clause[end : end + 2]}"):
                continue
            found.append((start, end, trait))
    return tuple(sorted(found, key=lambda item: item[0]))


def _of_clause(clause: str, offset: int, contraries: bool) -> Iterator[Said]:
    lexicon = load_traits()
    found: list[tuple[int, Said]] = []
    last = 0
    modifier = next((name for name, words in lexicon.modifiers.items() if words.search(clause)), "")
    for start, end, trait in _matches(clause, contraries):
        low, graded = max(last, start - MORE_GRADES), trait.id not in lexicon.ungraded
        grades = grades_of(clause, low, start, end, named=lexicon.grade.pattern, fair=trait.id == "fair", graded=graded)
        last = end
        scope = LIMITS.sub("", clause[:start]).rpartition("的")[2]  # 没有研发投入的企业 denies the spending, not the enterprise
        others = contraries and CLIENTS.search(clause[:start])
        denied = bool(others or lexicon.denied_before.search(scope) or lexicon.denied_after.match(clause[end:]))
        denied = denied or (trait.id in lexicon.standing and bool(FAR_DENIAL.search(clause[:start])))
        if contraries and (lexicon.wondered.search(clause[:start]) or OFFER.match(clause[end:])):
            continue
        if contraries and lexicon.wished.search(clause[:start]) and trait.id != "listing":
            if trait.id not in lexicon.statuses and not trait.entity:
                continue  # what is only wanted says nothing yet
            denied = denied or not trait.entity  # who only wants to become it is not yet; who wants to run one may be
        own = clause[max(0, start - 4) : end] + DEALT_WITH.split(clause[end:])[0]  # what others are is told behind that
        if trait.contrary and trait.contrary.search(own):
            denied = not denied
        found.append((start, Said(trait.id, grades, not denied, modifier, clause, offset + start)))
    found = _denied_lists(clause, offset, found)
    for trait in lexicon.traits.values() if contraries else ():
        if trait.contrary and not any(said.id == trait.id for _, said in found) and (against := trait.contrary.search(clause)):
            if BOUGHT_FROM.search(clause[: against.start()]):
                continue
            denied = bool(lexicon.denied_before.search(clause[: against.start()]))
            if denied and trait.id in lexicon.statuses:
                continue  # who does not write software need not make things
            found.append((against.start(), Said(trait.id, (), denied, "", clause, offset + against.start())))
    yield from (said for _, said in sorted(found, key=lambda item: item[0]))


def _denied_lists(clause: str, offset: int, found: list[tuple[int, Said]]) -> list[tuple[int, Said]]:
    """Deny all of a list of which the last is denied by the words behind it: 高企、科技型中小企业都不是."""
    kept: list[tuple[int, Said]] = []
    denied = False
    for start, said in reversed(found):
        behind = kept[0][1] if kept else None
        words = load_traits().traits[said.id].words.match(clause, start)
        if behind and words and not behind.holds and LIST_MARK.fullmatch(clause[words.end() : behind.start - offset]):
            denied = denied or bool(load_traits().denied_after.match(clause[_end_of(behind, clause, offset) :]))
            said = replace(said, holds=False) if denied else said
        else:
            denied = False
        kept.insert(0, (start, said))
    return kept


def _end_of(said: Said, clause: str, offset: int) -> int:
    """Where the words of a trait end in its clause."""
    match = load_traits().traits[said.id].words.match(clause, said.start - offset)
    return match.end() if match else said.start - offset
