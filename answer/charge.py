"""Question for the units in charge -> the clause that names them for the matter asked about."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from answer.answer import MAX_ANSWER
from answer.draft import Draft, Statement
from answer.evidence import NUMERAL, Evidence
from answer.quoting import statement
from answer.readable import readable
from facts.terms import load_synonyms
from index.markers import parse_marker
from index.passages import Passage
from index.store import PassageIndex
from retriever.concepts import Concept, coverage
from retriever.retrieval import Retrieval

ASKED = re.compile(
    r"(?:哪个|哪些|什么|哪几个|哪)(?:部门|单位|局|委|机构)[^，。？?]{0,8}(?:牵头|负责|主管|落实|分管|抓)|"
    r"谁(?:来)?(?:牵头|负责|主管|分管|落实|抓|挂帅|领衔|挑头|打头|主抓|打?配合)|由(?:谁|哪(?![^，。？?]{0,6}(?:组成|构成|形成)))|"
    r"(?:牵头|责任|主管)(?:单位|部门)(?:是|有)|(?:牵头|负责|主管|分管)的(?:单位|部门)?(?:是)?(?:谁|哪)|"
    r"(?:哪个|什么)(?:部门|单位|局|委)[^，。？?]{0,4}(?:排|列)(?:在)?(?:第一|最前|首)|"
    r"(?:which|what) (?:department|bureau|agency|unit)s?|who (?:is responsible|leads|is in charge|takes the lead|heads)|"
    r"(?:找|归|去|到|问|向)(?:哪个|哪些|哪家|哪|什么)(?:部门|单位|局|委|科室|处室|机构)|归(?:谁|哪)[^，。？?]{0,4}(?:管|办)|"
    r"(?:跟|和|与|同)(?:哪个|哪些|哪家|什么)(?:部门|单位|局|委|科室|机构)[^，。？?]{0,4}(?:对接|联系|沟通|接洽|打交道)|"
    r"(?:lead|responsible) (?:unit|department|agency|bureau)",
    re.I,
)
CLOSING = re.compile(r"^(?:责任单位|牵头单位|责任部门|牵头部门)[:：][^\n]*$", re.M)  # a line of its own, behind all that it is of
HOW_MANY = re.compile(r"多少|几(?=[个家项名人件成%])|占比|比例")
WHO = re.compile(r"谁|哪|部门|单位|什么|who|which|what", re.I)
RESPONSIBLE = re.compile(r"[（(]\s*(?:责任单位|牵头单位|责任部门)[:：][^\n]*[)）]")
CHARGE = frozenset("谁 牵头 负责 部门 单位 责任 哪个局 主管 落实 分管 局 家 哪家 谁负责 哪个部门 哪些部门".split())
LEADS = re.compile(r"[^，。；（）()]{0,8}(?:列|排)(?:在|名)?(?:第一位?|首位|最前)的?(?:单位|部门)?(?:为|是)(?P<who>牵头(?:单位|部门))")
UNITS = re.compile(r"(?:责任单位|责任部门)[:：]\s*(?P<first>(?:[（(][^（()）]*[）)]|[^、，,；;。（()）])+)")
LITTLE = frozenset(("条", "事", "找", "产业链", "方面", "领域", "这块", "那块", "对接"))  # in a question for who sees to something
OF_CLAUSE = 0.45  # share of what is asked about that a clause must hold for its units to be in charge of it
CLAUSES_READ = 8
PIECES_READ, NEAR = 8, 0.6  # pieces of what was told before, and share of the best one's coverage from which on they speak of the same


@dataclass(frozen=True, slots=True)
class Charge:
    """Units in charge: their words, and where they stand.

    Attributes:
        units: as written, brackets left out.
        title: heading of the clause.
        passage: a passage of the clause.
        start: first code point of the bracket that names them.
        end: one past it.
        clause: the clause that they are of, where it does not end with their words.
    """

    units: str
    title: str
    passage: Passage
    start: int
    end: int
    clause: tuple[int, int] | None = None

    @property
    def charged(self) -> tuple[int, int]:
        """The clause that the units are in charge of."""
        return self.clause or (self.passage.scope[0], self.start)


def asks_charge(text: str) -> bool:
    """Tell whether the units in charge are asked for."""
    told = any("责任单位" in term for term in load_synonyms().expand(text))
    return bool(ASKED.search(text)) or (told and not (HOW_MANY.search(text) and not WHO.search(text)))


def find_charge(retrieval: Retrieval, concepts: Sequence[Concept], index: PassageIndex) -> Charge | None:
    """Return the units in charge of the clause that holds most of what is asked about, None where no clause holds enough of it.

    Args:
        retrieval: question and hits.
        concepts: what the question asks about.
        index: where the hits come from.
    """
    matter = matter_of(concepts)
    found: list[tuple[float, float, Charge]] = []
    own_place = [hit for hit in retrieval.hits if not retrieval.regions or index.infos[hit.passage.doc].region in retrieval.regions]
    for hit in own_place[:CLAUSES_READ]:
        start, end = hit.passage.scope
        text = index.texts[hit.passage.doc]
        title = hit.passage.headings[-1] if hit.passage.headings else ""
        if brackets := list(RESPONSIBLE.finditer(text, start, end)):
            found += [(share, hit.score, one) for share, one in _bracketed(brackets, matter, title, hit.passage, text)]
        elif closing := _closing(hit.passage, index):
            share = share_of(matter, "\n".join([*hit.passage.headings[-2:], text[start:end]]))
            found.append((round(share, 2), hit.score, closing))
    best = max(found, key=lambda one: one[:2], default=None)
    return best[2] if best and best[0] >= OF_CLAUSE else None


def _bracketed(
    brackets: Sequence[re.Match[str]], matter: Sequence[Concept], title: str, passage: Passage, text: str
) -> Iterator[tuple[float, Charge]]:
    """The units that brackets of a clause name, each of what stands before it and behind the bracket before; and the share that holds."""
    alone, at = len(brackets) == 1, passage.scope[0]
    for named in brackets:
        words = text[at : named.start()]
        share = share_of(matter, f"{title}\n{words}" if alone else words)
        clause = None if alone else (at + len(words) - len(words.lstrip()), named.start())
        yield round(share, 2), Charge(named.group().strip("（）()"), title if alone else "", passage, named.start(), named.end(), clause)
        at = named.end()


def _closing(passage: Passage, index: PassageIndex) -> Charge | None:
    """The units in charge that a line of its own names at the end of the clause, or of the last one beside it below the same heading."""
    chapter = passage.headings[:-1]
    if not chapter:
        return None
    below = [one for one in index.passages if one.doc == passage.doc and one.start >= passage.scope[0]]
    for one in sorted(below, key=lambda each: each.start):
        if one.headings[: len(chapter)] == chapter and not one.row and (named := CLOSING.search(one.text)):
            marker = parse_marker(chapter[-1])
            title = chapter[-1][marker.end :].strip() if marker else chapter[-1]
            return Charge(named.group(), title, one, one.start + named.start(), one.start + named.end(), passage.scope)
    return None


def charge_told(evidence: Sequence[Evidence], index: PassageIndex) -> Draft | None:
    """Return the units in charge of what an earlier turn was told, by its best evidence; None where none of its clauses names any.

    Args:
        evidence: pieces found for the earlier turn, best first.
        index: where they come from.
    """
    for item in evidence[:PIECES_READ]:
        if item.coverage < NEAR * evidence[0].coverage:
            continue
        named = RESPONSIBLE.search(index.texts[item.doc], *item.passage.scope)
        if named and named.end() >= item.start and (passage := index.passage_at(item.doc, named.start())):
            title = item.passage.headings[-1] if item.passage.headings else ""
            draft = Draft(index, MAX_ANSWER)
            draft.state(
                Statement(named.group().strip("（）()"), passage, named.start(), named.end(), "" if NUMERAL.search(title) else title)
            )
            draft.state(statement(item))
            return draft
    return None


def leading_unit(units: Statement, index: PassageIndex) -> list[str | Statement]:
    """Return a line on who leads among units in charge, where their document rules that the first named does; else []."""
    doc, first = units.passage.doc, UNITS.search(units.words)
    rule = LEADS.search(index.texts[doc]) if first else None
    passage = index.passage_at(doc, rule.start()) if rule else None
    if not first or not rule or not passage:
        return []
    return [f"{rule['who']}为{first['first'].strip()}", units, f"：{rule.group()}", Statement("", passage, *rule.span()), "。"]


def matter_of(concepts: Sequence[Concept]) -> list[Concept]:
    """Return what somebody is asked to be in charge of: a question's concepts without the words for charge, and little ones."""
    said = [one for one in concepts if not any("责任单位" in term or term in CHARGE for term in one.terms)]
    return [one for one in said if one.key not in LITTLE] or said


def share_of(matter: Sequence[Concept], text: str) -> float:
    """Return the share of what is asked about, by weight, that a text holds; 1 where nothing is."""
    total = sum(concept.weight for concept in matter)
    return coverage(matter, *readable(text)) / total if total else 1.0
