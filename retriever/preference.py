"""Question and documents -> how much each passage's place, period and kind speak for it."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from facts.attributes import provisions_asked
from facts.regions import Gazetteer, stem_of
from index.catalog import DocumentInfo
from index.store import PassageIndex
from retriever.names import named_documents
from retriever.plans import later_plan
from retriever.question import Question

OWN, PARENT_NAMING, PARENT, OTHER = 1.0, 0.9, 0.55, 0.3  # of passages of the region asked for, and of others
UNNAMED_OTHER = 0.8  # of other regions where no place is named and one stands above all
PERIOD_WRONG, PERIOD_RIGHT = 0.7, 1.15
TITLE_NAMED = 1.6  # the question names the document by a rare mark of its title ("315")
ROW_OF_FIGURES = 1.15  # of a short table row, where a figure is asked for
KIND = {"title": 0.5, "note": 0.7}
KIND_ABOUT = {"title": 1.5, "note": 0.7, "row": 0.6}  # where the document itself is asked about
STATES_PERIOD = 1.5
PERIOD = re.compile(r"规划期限|规划期|有效期|施行|征求意见|特制定本|编制本规划|制定本规划|制定本")
CODED = 1.3  # of a passage that writes a code of the question
RULES = re.compile(r"政策|补[贴助]|奖励|资助|扶持|申[报领请]|(?:给|补|奖|拿|领)[^，。？?]{0,6}(?:多少|几万|钱)|羊毛")
DIGIT = re.compile(r"\d")


@dataclass(frozen=True)
class Preference:
    """Weights for passages, from what is known before a word is compared."""

    index: PassageIndex
    gazetteer: Gazetteer

    def weights(self, question: Question, region: str | None, doc: str | None = None) -> np.ndarray:
        """Return a factor for every passage.

        Args:
            question: what is asked.
            region: the region of the corpus to answer for, or None where no place is named.
            doc: the one document meant, or None.

        Returns:
            float64, shape (n,), about 1 for passages that fit.
        """
        rules = region is None and bool(RULES.search(question.text) or provisions_asked(question.text))
        documents = {
            info.id: self._region_weight(info, region, rules=rules) * self._document_weight(info, question) for info in self.index.documents
        }
        if doc:
            documents = {name: weight if name == doc else weight * OTHER for name, weight in documents.items()}
        found = np.array([documents[passage.doc] for passage in self.index.passages])
        if region:
            stem = stem_of(region)
            for row, passage in enumerate(self.index.passages):
                info = self.index.infos[passage.doc]
                if info.region == self.gazetteer.region(self.gazetteer.parent(stem)) and stem in passage.text + "".join(passage.headings):
                    found[row] *= PARENT_NAMING / PARENT
        kinds = KIND_ABOUT if question.about_document else KIND
        found *= np.array([kinds.get(passage.kind, 1.0) for passage in self.index.passages])
        if question.about_document:
            found *= np.where(self._states_period, STATES_PERIOD, 1.0)
        if question.wants_number:
            found *= np.where(self._has_digit, 1.0, 0.9) * np.where(self._is_row, ROW_OF_FIGURES, 1.0)
        for code in question.codes:
            found *= np.where(self._holding(code), CODED, 1.0)
        for year in question.years:
            found *= np.where([str(year) in passage.text + passage.context for passage in self.index.passages], 1.08, 1.0)
        return found

    def _region_weight(self, info: DocumentInfo, region: str | None, *, rules: bool) -> float:
        if rules and self._ruling:  # what is paid, and on what terms: of the one place that has rules
            return 1.0 if info.is_policy else UNNAMED_OTHER
        if region is None:
            top = self.gazetteer.top_region()
            return 1.0 if not top or info.region == top else UNNAMED_OTHER
        if info.region == region:
            return OWN
        above = self.gazetteer.region(self.gazetteer.parent(stem_of(region)))
        return PARENT if info.region == above else OTHER

    def _document_weight(self, info: DocumentInfo, question: Question) -> float:
        weight = 1.0
        if info in named_documents(question.text, self.index.documents):
            weight *= TITLE_NAMED
        if info == later_plan(question.text, [other for other in self.index.documents if other.region == info.region]):
            weight *= TITLE_NAMED
        if info.years and question.years:
            first, last = info.years
            if all(year > last for year in question.years):
                weight *= PERIOD_WRONG
            elif last in question.years:
                weight *= PERIOD_RIGHT
        return weight

    def _holding(self, code: str) -> np.ndarray:
        """Tell of every passage whether it writes a code as it stands."""
        return np.array([code.lower() in written for written in self._written])

    @cached_property
    def _ruling(self) -> bool:
        """Tell whether one region has policies, beside plans of others."""
        return len({info.region for info in self.index.documents if info.is_policy}) == 1 < len({i.region for i in self.index.documents})

    @cached_property
    def _written(self) -> list[str]:
        return [re.sub(r"\s+", "", unicodedata.normalize("NFKC", passage.text)).lower() for passage in self.index.passages]

    @cached_property
    def _states_period(self) -> np.ndarray:
        return np.array([bool(PERIOD.search(passage.text)) for passage in self.index.passages])

    @cached_property
    def _is_row(self) -> np.ndarray:
        return np.array([passage.kind == "row" and len(passage.text) < 120 for passage in self.index.passages])

    @cached_property
    def _has_digit(self) -> np.ndarray:
        return np.array([bool(DIGIT.search(passage.text)) for passage in self.index.passages])
