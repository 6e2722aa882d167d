"""Question and evidence -> a refusal with its reason, or None where the documents do answer."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from answer.answer import Refusal
from answer.evidence import NUMERAL, Evidence, readable
from answer.reckon import asks_sum
from answer.topic import ELSEWHERE, SMALL_TALK, UNSAFE, Signs, on_topic
from facts.attributes import wanted
from facts.indicators import aliases, folded, link
from facts.regions import Gazetteer, stem_of
from facts.scope import KIND_OF_PLACE, entity_of
from facts.terms import load_synonyms
from index.instructions import instructs_a_model
from index.lexical import policy_terms
from index.store import PassageIndex
from retriever.concepts import Concept
from retriever.retrieve import Retrieval

READ = 5  # pieces of evidence in which a fact is looked for
ENTITY = 0.3  # share of a question's concepts that a sentence must hold to speak of what is asked
FIRST = 0.15  # the same for the best piece
QUOTED = re.compile(r"[“\"]([\u4e00-\u9fffA-Za-z0-9]{3,10})[”\"]")
THING = re.compile(r"(?:贷|券|险|谷|池|卡|通|基金|计划|工程|行动)$")
MAIN = 0.7
IS_THERE = re.compile(r"有没有[^，。？?]{0,8}(?:补贴|补助|奖励|资助)")
OBJECT = 0.12  # weight from which on a term is what a sum is asked for
FOREIGN = 0.3  # share of a term's words below which documents have no word for it
HEAVY = 0.22  # weight from which on a concept is what the question is about
ACTUAL = re.compile(
    r"实际(?!要|需|得|该|上要)(?:完成|达到|是|做到|值|数|情况)?|最(?:终|后)(?:完成|达到|做到)|完成(?:情况|得怎么样|了吗|没有|了没|了多少)|达成了吗|实现了吗|到底完成|actual(?:ly)?|achieved",
    re.I,
)
YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
NOW = re.compile(r"目前|现有|已|累计|截至|十三五|完成|达|提高到")
OF_PLAN = re.compile(r"(?:19|20)\d{2}年[^，。？?]{0,12}(?:方案|规划|文件|计划|征求意见)")  # a year that names a plan by its first year
OF_KIND = re.compile(r"规划|方案|文件|计划|意见|办法|政策|通知|措施|指南|细则")
ANCESTORS = frozenset({"浙江", "中国", "全国"})


@dataclass(frozen=True, slots=True)
class Case:
    """All that a refusal is decided on."""

    retrieval: Retrieval
    evidence: Sequence[Evidence]
    concepts: Sequence[Concept]
    index: PassageIndex
    gazetteer: Gazetteer

    @property
    def text(self) -> str:
        """The question."""
        return self.retrieval.question.text

    @property
    def best(self) -> Sequence[Evidence]:
        """The evidence that is looked at."""
        return self.evidence[:READ]


def refuse(case: Case) -> Refusal | None:
    """Return why a question cannot be answered from the documents, or None."""
    if UNSAFE.search(case.text) or instructs_a_model(case.text):
        return Refusal("unsafe", "这个要求不能照办：策问只依据已收录的政策文件原文作答，不改变规则，也不编造内容。")
    if SMALL_TALK.match(case.text) or ELSEWHERE.search(case.text) or not case.evidence or not _is_on_topic(case):
        return Refusal("off_topic", "资料中没有与这个问题有关的内容。策问只回答已收录的科技规划和政策文件里的问题。")
    if place := _missing_place(case):
        return Refusal("other_jurisdiction", f"资料中没有{place}的规划或数据，不能用其他地方的内容代替。")
    if case.retrieval.question.about_document:
        told = _lacking_attribute(case)
        return Refusal("not_in_corpus", f"资料没有说明{told}。") if told else None
    kinds = (_lacking_object, _quoted_elsewhere, _lacking_part, _lacking_attribute, _lacking_actual, _lacking_year, _lacking_subject)
    lacking = next(filter(None, (kind(case) for kind in kinds)), "")
    return Refusal("not_in_corpus", f"资料没有说明{lacking}。") if lacking else None


def _is_on_topic(case: Case) -> bool:
    retrieval = case.retrieval
    if retrieval.question.about_document and (retrieval.regions or OF_KIND.search(case.text)):
        return True
    corpus, corpus_words = readable("\n".join(case.index.texts.values()))
    most = sum(weight * case.index.lexical.rarity(word) for word, weight in retrieval.question.terms.items()) or 1.0
    return on_topic(
        Signs(
            coverage=max((item.coverage for item in case.best), default=0.0),
            dense=float(retrieval.dense.max()),
            lexical=float(retrieval.lexical.max()) / most,
            region=bool(retrieval.regions),
            known=sum(concept.weight * concept.found_in(corpus, corpus_words) for concept in case.concepts),
            concepts=len(case.concepts),
            score=case.evidence[0].score if case.evidence else 0.0,
        )
    )


def _missing_place(case: Case) -> str:
    """Return a place asked about that the corpus has no document of and the evidence does not speak of."""
    own = [place.stem for place in case.retrieval.question.places if place.region]
    for place in case.retrieval.question.places:
        parent = case.gazetteer.parent(place.stem)
        if place.region or place.stem in ANCESTORS or (own and parent not in own):
            continue
        follows = case.retrieval.question.follows
        spoken = [item for item in case.evidence[:3] if place.stem in item.text or (follows and place.stem in item.passage.text)]
        spoken += [item for item in case.evidence[: 3 * READ] if item.passage.row and place.stem in item.passage.row.label]
        subjects = _subjects(case)[:1] if case.retrieval.question.wants_number else []
        ids = link(case.text) if case.retrieval.question.wants_number else []
        names = [name for name, indicator in aliases() if indicator.id in ids]
        told = [item for item in spoken if all(_held(subject, item) for subject in subjects)]
        if not any(not names or any(name in folded(_with_units(item)) for name in names) for item in told):
            return place.stem
    return ""


def _quoted_elsewhere(case: Case) -> str:
    """Return a name that the question quotes and that documents write, none of them of the one place asked about."""
    if len(case.retrieval.regions) != 1:
        return ""
    own = {info.id for info in case.index.documents if info.region in case.retrieval.regions}
    for name in QUOTED.findall(case.text):
        holding = {doc for doc, text in case.index.texts.items() if name in text}
        if holding and not holding & own:
            return f"{case.retrieval.regions[0]}与“{name}”有关的内容"
    return ""


def _quoted_things(case: Case) -> list[str]:
    """Names of loans, funds, programmes that documents put in quotation marks (“科技贷”) and that the question writes."""
    quoted = {name for text in case.index.texts.values() for name in QUOTED.findall(text) if THING.search(name)}
    return [name for name in sorted(quoted) if name in case.text]


def _lacking_attribute(case: Case) -> str:
    """Return the kind of fact asked for, if no evidence that speaks of the thing states one."""
    things = _quoted_things(case)
    for attribute in wanted(case.text):
        info = case.index.infos[case.evidence[0].doc]
        if attribute.name.startswith("文号") and (info.number or info.date) and info.status != "draft":
            continue  # the catalog knows it
        if not any(
            attribute.stated_in(_with_units(item), case.text)
            and all(thing in item.passage.text + "".join(item.passage.headings) for thing in things)
            and (
                item.coverage >= ENTITY
                or (item is case.evidence[0] and (item.is_row or case.retrieval.question.follows or item.coverage >= FIRST))
            )
            for item in case.best
        ):
            return f"具体的{attribute.name}"
    return ""


def _with_units(item: Evidence) -> str:
    """The words of evidence with what its table says of it; a row's figures with their units and headers."""
    cells = (
        "，".join(f"{header}{cell}{unit if unit not in cell else ''}" for header, cell, unit in item.passage.row.cells)
        if item.passage.row
        else ""
    )
    return f"{item.text} {item.passage.context} {cells}"


def _lacking_object(case: Case) -> str:
    """Return what a sum is asked for, where the documents of the one place asked about have no word for it."""
    if len(case.retrieval.regions) != 1 or not (asks_sum(case.text) or IS_THERE.search(case.text)):
        return ""
    own = readable("\n".join(case.index.texts[info.id] for info in case.index.documents if info.region in case.retrieval.regions))
    objects = {*policy_terms(), *(term for terms in load_synonyms().chinese.values() for term in terms)}
    for concept in case.concepts:
        if objects & {concept.key, *concept.terms} and concept.weight >= OBJECT and concept.found_in(*own) < FOREIGN:
            return f"{case.retrieval.regions[0]}对“{concept.key}”给什么支持"
    return ""


def _lacking_part(case: Case) -> str:
    """Return the park or area that a figure is asked of, where no figure stands with its name."""
    named = entity_of(case.text) if case.retrieval.question.wants_number else ""
    stem = re.sub(r"^.*[，。？?、的]", "", named)
    if not stem or not KIND_OF_PLACE.search(stem) or any(stem_of(info.region) in stem for info in case.index.documents):
        return ""
    known = any(stem in text for text in case.index.texts.values())
    spoken = (
        item for item in case.evidence if stem in "".join([item.text, item.passage.text, *item.passage.headings, item.passage.context])
    )
    subjects = _subjects(case)[:1]
    told = any(NUMERAL.search(item.text) and all(_held(subject, item) for subject in subjects) for item in spoken)
    return "" if not known or told else f"{stem}的这项数据"


def _lacking_actual(case: Case) -> str:
    """Return "… 年的实际完成数" where a result is asked for of a year that the plan only sets targets for."""
    years = case.retrieval.question.years
    info = case.index.infos[case.evidence[0].doc]
    if not info.years or not ACTUAL.search(case.text):
        return ""
    later = [year for year in years if year >= info.years[0]] or ([info.years[1]] if not years else [])
    return f"{max(later)}年的实际完成数，只有目标" if later else ""


def _lacking_year(case: Case) -> str:
    """Return "… 年的数据" where a figure of a year is asked for that no evidence on the subject is about."""
    question = case.retrieval.question
    if not question.wants_number or len(case.retrieval.regions) > 1:
        return ""
    begins = {info.years[0] for info in case.index.documents if info.years} if OF_PLAN.search(question.text) else set()
    asked = [year for year in question.years if year not in begins and re.search(rf"(?<!\d){year}(?!\d)", question.text)]
    subjects = _subjects(case)
    for year in asked:
        speaking = [item for item in case.evidence[: 3 * READ] if _speaks_of(item, year, case.index)]
        if not any(all(_held(subject, item) for subject in subjects[:1]) for item in speaking):
            return f"{year}年的这项数据"
    return ""


def _speaks_of(item: Evidence, year: int, index: PassageIndex) -> bool:
    own = set(map(int, YEAR.findall(item.text))) if not item.is_row else set()
    years = own or set(map(int, YEAR.findall(item.text + item.passage.text + item.passage.context)))
    if year in years:
        return True
    info = index.infos[item.doc]
    if not info.years:
        return False
    return (year == info.years[0] - 1 and bool(NOW.search(item.passage.text))) or (year == info.years[1] and not years)


def _lacking_subject(case: Case) -> str:
    """Return what a figure is asked of, where the corpus knows it but no evidence of the place asked about does."""
    question = case.retrieval.question
    if not question.wants_number or question.english or question.follows or len(case.retrieval.regions) != 1:
        return ""
    for subject in _subjects(case):
        if not any(_held(subject, item) and NUMERAL.search(item.text) for item in case.evidence[: 3 * READ]):
            return f"关于“{subject.key}”的数据"
    return ""


def _subjects(case: Case) -> list[Concept]:
    """What a question is mainly about: its weightiest terms of the field that the corpus has words for."""
    corpus = readable("\n".join(case.index.texts.values()))
    heavy = [concept for concept in case.concepts if concept.technical and concept.weight >= HEAVY]
    known = [concept for concept in heavy if concept.found_in(*corpus) >= MAIN or concept.found_in(*corpus) == 0]
    return sorted(known, key=lambda concept: -concept.weight)[:2]


def _held(concept: Concept, item: Evidence) -> bool:
    label = item.passage.row.label if item.passage.row else ""
    around = "\n".join([item.text, label, item.passage.context, *item.passage.headings[-1:]])
    return concept.found_in(*readable(around)) >= MAIN
