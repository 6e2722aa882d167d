"""A case that asks for numbers -> the kind of number that no evidence on its matter holds; "" where one does."""

import math
import re
from collections.abc import Sequence
from dataclasses import replace

from answer.absent import SUMS, is_told_by_row
from answer.case import Case
from answer.counted_off import counting_off
from answer.counts import beside, clauses_with
from answer.interrogatives import COUNTERS, Interrogative, interrogatives
from answer.readable import readable
from answer.reckon import asks_sum
from answer.stated import above, is_of
from answer.things import RARE, is_framing, widened
from facts.attributes import wanted
from index.lexical import frequency, is_noun, word_spans, words
from retriever.concepts import Concept
from retriever.described import names_indicator

READ = 15  # pieces of evidence in which the number is looked for
KNOWN = 0.5  # share of a word that the documents of the place must have for it to be one of theirs
LEAST = 0.16  # share of what is asked about, by how telling its words are, that stands with the number
TELLING = 0.3  # of the rarity of a word of one passage: all words together below it tell no passage apart
BEST, NEARLY_ALL = 8, 0.8  # pieces read, and share of what is asked about, where a word of the question may be missing
OF_YEAR = re.compile(r"^年(?=..)")  # 2025|年产值
GENERIC = re.compile(  # heads of many names and verbs of all of them: beside a number they do not say that it is of the thing missing
    r"企业|公司|机构|单位|项目|平台|人员|人才|产业|中心|园区|培育|建设|引进|新增|发展|新建|建成|达到|实现"
)
LEVEL = re.compile(r"(?:全|各|本)?(?:[省市区县]{1,2}|县市区|市县区|区县市|地方|地区)")  # whose figures are asked for
OF_MEASURE = re.compile(r"(?<=..)额$")  # 投资|额
SOME = re.compile(r"(?:若干|一批|一些)[^，。；;、]*")  # what is not counted
CODE = re.compile(r"[A-Za-z]{2,8}")
SHORT = 2  # characters of a word that must be frequent to be one
NAMES = {"t": "时长", "元": "金额", "%": "比例", "m2": "面积", "m": "长度", "n": "数量", "": "数字"}


def lacking_number(case: Case) -> str:
    """Return in words what number asked for is not held by any evidence that speaks of the matter; "" where one of them is."""
    if is_told_by_row(case):
        return ""
    question = case.question
    if question.english or question.about_document or len(case.regions) > 1 or not case.evidence:
        return ""
    if counting_off(case.evidence, question):
        return ""
    asked = _asked(case.text)
    matter = matter_of(case)
    if not asked or (question.follows and not matter) or any(kind.name in SUMS for kind in wanted(case.text)):
        return ""
    unknown = _unknown(asked[0], case)
    if any(not _unknown(one, case) and _support(one, matter, case) >= LEAST for one in asked) or is_told(case, unknown):
        return ""
    return f"关于“{unknown}”的{NAMES[asked[0].kind]}" if unknown else f"这一项的{NAMES[asked[0].kind]}"


def asks_unknown(case: Case) -> bool:
    """Tell whether every number that a question asks for is asked of a noun that the place's documents do not have."""
    asked = interrogatives(case.text)
    plain = not case.question.english and not case.question.about_document and len(case.regions) <= 1 and not case.question.follows
    return plain and bool(asked) and all(_unknown(one, case) for one in asked) and bool(lacking_number(case))


def _asked(text: str) -> list[Interrogative]:
    """The numbers that a question asks for; where it asks for a sum that somebody gets, money or a rate."""
    asked = interrogatives(text)
    if not asks_sum(text):
        return list(asked)
    return [replace(one, kind=kind) for one in asked for kind in ((one.kind,) if one.kind else ("元", "%"))]


def is_told(case: Case, missing: str = "") -> bool:
    """Tell whether the clause of a number with the counter asked for holds nearly all that is asked about, so that a word may be missing.

    Something of it must stand right beside the number: what is counted there is then not another thing of the same place.

    Args:
        case: the question and its evidence.
        missing: a word of the question that the evidence does not have.
    """
    matter = [(concept, weight) for concept, weight in matter_of(case) if concept.key != missing]
    total = sum(weight for _, weight in matter)
    if total < 2 * least_telling(case):
        return False
    for one in filter(lambda one: one.counter, interrogatives(case.text)):
        for item in case.evidence[:BEST]:
            of_year = len(case.question.years) != 1 or is_of(item, case.question.years[0], case.index)
            for clause in clauses_with(one, item) if of_year else ():
                held = sum(weight * concept.found_in(*readable(clause)) for concept, weight in matter)
                near = readable(beside(one, clause))
                of_it = any(concept.found_in(*near) for concept, _ in matter if not (missing and GENERIC.fullmatch(concept.key)))
                if held >= NEARLY_ALL * total and of_it:
                    return True
    return False


def matter_of(case: Case) -> list[tuple[Concept, float]]:
    """What is asked about, of what the place's documents have words for, with how telling the commonest of these words is."""
    found = []
    for concept in map(widened, case.concepts):
        if is_framing(concept.key, case.question) or concept.key in COUNTERS or case.vocabulary.share(concept, case.regions) < KNOWN:
            continue
        rarities = [max((case.index.lexical.rarity(word) for word in words(term)), default=0.0) for term in concept.terms]
        found.append((concept, min(rarities)))
    keys = [concept.key for concept, _ in found]
    return [(concept, weight) for concept, weight in found if not _within(concept.key, keys, case.text.lower())]


def _within(key: str, keys: Sequence[str], text: str) -> bool:
    """Tell whether a word stands in a text only as a part of longer ones that are looked for as well: 院士 in 院士工作站."""
    longer = [other for other in keys if other != key and key in other]
    return bool(longer) and text.count(key) <= sum(text.count(other) for other in longer)


def least_telling(case: Case) -> float:
    """Return the rarity, all words together, from which on what is asked about tells passages apart."""
    return TELLING * math.log1p(len(case.index.passages))


def _support(asked: Interrogative, matter: Sequence[tuple[Concept, float]], case: Case) -> float:
    """Return how much of the matter stands with a number asked for: in its clause and, counted half, in its sentence."""
    total = sum(weight for _, weight in matter)
    best = 0.0
    for item in case.evidence[:READ]:
        head = above(item)
        for clause in (SOME.sub("", clause) for clause in clauses_with(asked, item)):
            if total < least_telling(case):
                return 1.0
            shares = [
                sum(weight * concept.found_in(*readable(f"{text}\n{head}")) for concept, weight in matter) / total
                for text in (clause, SOME.sub("", item.text))
            ]
            best = max(best, sum(shares) / 2)
    return best


def _completes(clause: str, start: int, end: int) -> bool:
    """Tell whether a word ends the name of an indicator (研发人员|密度)."""
    return names_indicator(clause[:end]) and not names_indicator(clause[:start])


def _of_year_named(word: str, start: int, clause: str) -> str:
    """A word without the 年 of a year before it: 2028|年数."""
    return word[1:] if start and word[0] == "年" and clause[start - 1].isdigit() else word


def _unknown(asked: Interrogative, case: Case) -> str:
    """Return the noun that a number is asked of, right behind it or else before it, where the place's documents have no word for it."""
    spans = word_spans(asked.clause)
    behind = [word for word, start, _ in spans if start == asked.end]
    left = [(word, start) for word, start, end in reversed(spans) if end <= asked.start and not _completes(asked.clause, start, end)]
    before = [_of_year_named(word, start, asked.clause) for word, start in left]
    code = next((word.lower() for word in (*behind, *before) if CODE.fullmatch(word)), "")
    if code and case.vocabulary.share(Concept(code, (code,), 0.0), case.regions) >= KNOWN:
        return ""  # PUE: its everyday name beside it need not be written
    nouns = (word for word in (*behind, *before) if is_noun(word, listed=True) and not is_framing(word, case.question))
    named = (word for word in nouns if len(word) > SHORT or (len(word) == SHORT and frequency(word) >= RARE))
    noun = OF_YEAR.sub("", next(named, "").lower())
    if not noun or LEVEL.fullmatch(noun) or names_indicator(noun):
        return ""
    stem = OF_MEASURE.sub("", noun)
    own = next((one for one in case.concepts if one.key == noun), Concept(noun, (noun,), 0.0))
    ways = [widened(one) for one in (own, Concept(stem, (stem,), 0.0))]
    if any(case.vocabulary.share(one, case.regions) >= KNOWN for one in ways):
        return ""
    rows = [item for item in case.evidence[:READ] if item.passage.row and item.passage.row.label in case.regions]  # in a plan above
    return "" if any(one.found_in(*readable(f"{item.text}\n{above(item)}")) >= KNOWN for one in ways for item in rows) else noun
