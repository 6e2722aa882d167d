"""Words of a condition or of an enterprise -> the traits they speak of (facts/lexicon/traits.toml)."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from facts.clause_traits import READ_TEXTS, Said, of_clause
from facts.states import state
from facts.told_on import told_on
from facts.trait_lexicon import load_traits

CLAUSE = re.compile(r"[^，。；,;\n？?！!]+")
STOP = re.compile(r"[。;；\n？?！!]")
FIRST_TIME = re.compile(r"(?:也|还|名下)*(?:的)?是?(?:第一[次回]|头1?一?[次回套]|首次|首套)")
RATED = re.compile(r"亩均[^,;。，]{0,10}?[,;，]?(?:是|为|属|评为|被?评了?)([a-d])[类级]")
DOUBT = re.compile(
    r"(?:入没入|有没有|是不是|在不在)?[^,，]{0,8}(?:不知道|不清楚|说不清|没查|要问|要核|没问)|"
    r"还在(?:等|审|评审)|等(?:待)?批|评审中|没批|未批|还没(?:下来|批|公布)"
)


PARTED = re.compile(r"[、,，;；。)）]")


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
    found = [item for match in CLAUSE.finditer(body) for item in of_clause(match.group(), match.start(), contraries)]
    found = [_in_brackets(item, found[:place], body) for place, item in enumerate(found)]
    if not contraries:
        return tuple(found)
    return tuple(kept for item in found if (kept := _stated(told_on(_renewed(_rated(item, body), body), body), body)))


def _in_brackets(said: Said, before: Sequence[Said], body: str) -> Said:
    """Another name in brackets right behind a name is of the same grade: 省级智能工厂(数字化车间)."""
    if said.grades or not body[: said.start].endswith(("(", "（")):
        return said
    named = next((one for one in reversed(before) if one.id == said.id and not PARTED.search(body, one.start, said.start)), None)
    return replace(said, grades=named.grades) if named else said


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
    return None if not trait.entity and DOUBT.search(_next_clause(said, body)) else said  # what one is, one knows


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
