"""Documents of an index -> the words they have: of one place or of all, names in quotation marks, places above them; made once."""

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable
from functools import cached_property, lru_cache

from answer.readable import read
from facts.regions import PROVINCE, is_word, load_places, stem_of
from facts.terms import load_synonyms
from index.lexical import policy_terms
from index.store import PassageIndex
from retriever.concepts import Concept
from retriever.years import PLAN_YEARS

QUOTED = re.compile(r"[“\"]([\u4e00-\u9fffA-Za-z0-9]{3,10})[”\"]")
IN_PROVINCE = re.compile(r"([\u4e00-\u9fff]{2})省(?!级|内|外|市|部|会|份|里)")
COMMON, FEW = 0.11, 5  # share of all passages, and number of them, that a word must exceed to be common
NATION = ("中国", "全国")
OFTEN, UNLISTED_OFTEN = 2, 3  # times that a text names the province it lies in: one that is listed, one that is not
THING = re.compile(r"(?:贷|券|险|谷|池|卡|通|基金|计划|工程|行动)$")  # what a loan, a fund, a programme is called

Readable = tuple[str, frozenset[str]]


class Vocabulary:
    """What the documents of one index have words for."""

    def __init__(self, index: PassageIndex) -> None:
        self.index = index
        self._own: dict[frozenset[str], Readable] = {}
        self._documents: dict[str, Readable] = {}

    @cached_property
    def everything(self) -> Readable:
        """All texts, as concepts are looked up in them."""
        return self._together(self.index.texts)

    def _together(self, docs: Collection[str]) -> Readable:
        """The texts of some documents; each is read once, whatever it is looked up with."""
        for doc in docs:
            if doc not in self._documents:
                self._documents[doc] = read(self.index.texts[doc])
        found = [self._documents[doc] for doc in docs]
        return "\n".join(body for body, _ in found), frozenset().union(*(words for _, words in found))

    def of(self, regions: Iterable[str]) -> Readable:
        """Return the texts of the regions' documents as concepts are looked up in them; all texts where no region is given."""
        key = frozenset(regions)
        if not key:
            return self.everything
        if key not in self._own:
            self._own[key] = self._together([info.id for info in self.index.documents if info.region in key])
        return self._own[key]

    @cached_property
    def only_region(self) -> tuple[str, ...]:
        """The region that all documents are of; none where they are of several."""
        every = {info.region for info in self.index.documents}
        return tuple(every) if len(every) == 1 and all(every) else ()

    @cached_property
    def one_home(self) -> bool:
        """Whether all plans are of one region, which then nobody has to name; all documents, where none is a plan."""
        plans = {info.region for info in self.index.documents if not info.is_policy}
        return len(plans or {info.region for info in self.index.documents}) == 1

    def share(self, concept: Concept, regions: Iterable[str] = ()) -> float:
        """Return how much of a concept the documents of some regions have a word for, from 0 to 1."""
        return concept.found_in(*self.of(regions))

    def is_common(self, word: str) -> bool:
        """Tell whether a word stands in so many passages that it tells none of them apart."""
        size = len(self.index.passages)
        passages = size / math.expm1(self.index.lexical.rarity(word))
        return passages > FEW and passages > COMMON * size

    @cached_property
    def quoted(self) -> dict[str, frozenset[str]]:
        """Names that documents put in quotation marks, each with the ids of those that write it, with the marks or without."""
        names = {name for text in self.index.texts.values() for name in QUOTED.findall(text)}
        return {name: self.holding(name) for name in sorted(names)}

    @cached_property
    def things(self) -> tuple[str, ...]:
        """Names of loans, funds and programmes among them (“科技贷”)."""
        return tuple(name for name in self.quoted if THING.search(name))

    @cached_property
    def above(self) -> frozenset[str]:
        """Stems of what stands above all regions: the nation, the provinces that the catalog gives as parents, or most texts are of."""
        parents = {stem_of(info.parent) for info in self.index.documents if PROVINCE.search(info.parent)}
        return frozenset({*NATION, *parents, *filter(None, map(province_of, self.index.texts.values()))})

    def holding(self, name: str) -> frozenset[str]:
        """Return the ids of the documents that write a name."""
        return frozenset(doc for doc, text in self.index.texts.items() if name in text)


def province_of(text: str) -> str:
    """Return the stem of the province that a text speaks of most, "" where it names none often enough to lie in it.

    >>> province_of("江源省委提出目标，列入江源省重点，居江源省第二，学习广东省经验"), province_of("对标广东省")
    ('江源', '')
    """
    listed = load_places().provinces
    named = Counter({stem: text.count(f"{stem}省") + text.count(f"{stem}自治区") for stem in listed})
    found = (match[1] for match in IN_PROVINCE.finditer(text))
    named.update(stem for stem in found if not any(stem in name for name in listed) and not is_word(stem, "省"))
    stem, count = min(named.items(), key=lambda pair: (-pair[1], pair[0]))
    return stem if count >= (OFTEN if stem in listed else UNLISTED_OFTEN) else ""


@lru_cache(maxsize=1)
def objects() -> frozenset[str]:
    """Return what a sum can be asked for: the terms of policies, and the words of the lexicon for them; periods are none."""
    return frozenset({*policy_terms(), *(term for terms in load_synonyms().chinese.values() for term in terms)} - PLAN_YEARS.keys())
