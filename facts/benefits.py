"""Sentences of plans -> the kind of support they give, and whether they grant it or only intend it (facts/lexicon/benefits.toml)."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache

from facts.terms import LEXICON


@dataclass(frozen=True, slots=True)
class Benefit:
    """What a sentence gives.

    Attributes:
        kind: id of the kind of support.
        label: its name.
        granted: the words give it or carry on an existing right; False where they only intend it.
        scheme: they name what can be applied for, not only that somebody is supported.
    """

    kind: str
    label: str
    granted: bool
    scheme: bool = True


OTHER = ("other", "其他支持")


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The compiled words of support."""

    kinds: tuple[tuple[str, str, re.Pattern[str]], ...]
    scheme: re.Pattern[str]
    granting: re.Pattern[str]
    intending: re.Pattern[str]
    strong: re.Pattern[str]
    only_intended: re.Pattern[str]
    beneficiary: re.Pattern[str]
    nothing: re.Pattern[str]
    aimed: re.Pattern[str]
    past: re.Pattern[str]
    ahead: re.Pattern[str]
    wishes: tuple[tuple[str, re.Pattern[str]], ...]


@lru_cache(maxsize=1)
def load_benefits() -> Lexicon:
    """Read the lexicon once."""
    tables = tomllib.loads((LEXICON / "benefits.toml").read_text(encoding="utf-8"))
    return Lexicon(
        tuple((item["id"], item["label"], re.compile(item["words"])) for item in tables["benefit"]),
        re.compile("|".join(tables["scheme"]["words"])),
        re.compile(tables["verbs"]["granting"]),
        re.compile(tables["verbs"]["intending"]),
        re.compile(tables["verbs"]["strong"]),
        re.compile(tables["verbs"]["only_intended"]),
        re.compile(tables["beneficiary"]["words"]),
        re.compile(tables["nothing"]["words"]),
        re.compile(rf"(?:支持|鼓励|帮助)[^，。；]{{0,10}}?(?:{tables['beneficiary']['words']})"),
        re.compile(tables["past"]["headings"]),
        re.compile(tables["past"]["ahead"]),
        tuple((kind, re.compile(words, re.I)) for kind, words in tables["wishes"].items()),
    )


def benefit_of(sentence: str) -> Benefit | None:
    """Return the support that a sentence gives to an enterprise or a person, None where it gives none.

    >>> benefit_of("全面落实高新技术企业所得税优惠政策")
    Benefit(kind='tax', label='税收优惠', granted=True, scheme=True)
    >>> benefit_of("加快建设特色小镇") is None
    True
    """
    lexicon = load_benefits()
    body = re.sub(r"\s+", "", sentence)
    scheme = bool(lexicon.scheme.search(body))
    if not scheme and not (lexicon.strong.search(body) and lexicon.beneficiary.search(body)):
        return None
    if not lexicon.granting.search(body) and not lexicon.intending.search(body):
        return None
    if lexicon.nothing.search(body):
        return None
    kind, label = kind_of(body)
    if kind == OTHER[0] and not scheme and not lexicon.aimed.search(body):
        return None
    intended = lexicon.only_intended.search(body)
    return Benefit(kind, label, bool(lexicon.granting.search(body)) and not intended, scheme)


def kind_of(body: str) -> tuple[str, str]:
    """Return id and label of the kind of support that some words without white space name, OTHER for none known."""
    return next(((kind, label) for kind, label, words in load_benefits().kinds if words.search(body)), OTHER)


def asked_kinds(text: str) -> frozenset[str]:
    """Return the ids of the kinds of support that somebody's words ask for.

    >>> sorted(asked_kinds("想找场地，还缺启动资金"))
    ['fund', 'land_energy', 'loan_risk_pool', 'platform_certification']
    """
    body = re.sub(r"\s+", "", text)
    return frozenset(kind for kind, words in load_benefits().wishes if words.search(body))


def is_review(headings: tuple[str, ...]) -> bool:
    """Tell whether headings say that a text looks back, or states principles: neither offers anything."""
    lexicon = load_benefits()
    return any(lexicon.past.search(heading) and not lexicon.ahead.search(heading) for heading in headings)
