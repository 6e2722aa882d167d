"""One question of a turn -> what answers it: facts, support measures, or the documents' own words; or why nothing does."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from answer.absent import lacking_attribute
from answer.answer import Refusal
from answer.as_written import as_written
from answer.case import Case
from answer.charge import charge_told
from answer.city_above import asked_of_city, hint, without_others
from answer.claimed import tell_claimed
from answer.compose import compose
from answer.counted_thing import lacking_count
from answer.draft import Draft
from answer.english import frame_in_english
from answer.evidence import Evidence, SentenceEmbeddings
from answer.gathering import gather, question_concepts
from answer.goals_of_body import goals_of_body
from answer.governed import tell_governing
from answer.in_force import in_force
from answer.lacking import Lack, asks_whether_said, lacking
from answer.left_unsaid import tell_left_unsaid
from answer.listing import listing
from answer.matter_fit import MatterFits
from answer.matter_picks import MatterPicks
from answer.meant_measures import meant_measures
from answer.meant_told import meant_told
from answer.missing_figure import lacking_figure, states_figure
from answer.missing_number import lacking_number
from answer.number_questions import NumberQuestions
from answer.numbered import Numbered
from answer.of_article import of_article
from answer.of_document import tell_sources
from answer.of_each import lacking_in_all
from answer.offers import Desk, Offer
from answer.quoted_sums import tell_sums
from answer.ranks import lacking_rank
from answer.reckon import asks_sum
from answer.refuse import lacks_sum, refuse
from answer.refused import refused, refused_with
from answer.replied import Reply
from answer.table_rows import docs_asked, other_time
from answer.tasks_of_unit import tasks_of_unit
from answer.tiers import with_tier
from answer.vocabulary import Vocabulary
from answer.warming import warm
from facts.fact import Fact
from facts.measure import Measure
from facts.profile import read_profile
from facts.regions import stem_of
from index.embedder import Embedder
from index.store import PassageIndex
from retriever.concepts import Concept
from retriever.following import with_body
from retriever.retrieval import Retrieval
from retriever.retrieve import PassageRetriever
from retriever.wanted import only_asks_charge

UPGRADED = re.compile(r"(?:又|再|现在|今年|刚)?(?:升|晋)(?:级|格)?(?:成|为|到|上)了?")  # from one grade to the next: both are meant


class Replies:
    """Answers single questions without a model."""

    def __init__(
        self, index: PassageIndex, retriever: PassageRetriever, embedder: Embedder, facts: Sequence[Fact], measures: Sequence[Measure]
    ) -> None:
        """Answer from an index, its facts and its measures."""
        self._index = index
        self._retriever = retriever
        self._facts = facts
        self._measures = measures
        self._embedder = embedder
        self._sentences = SentenceEmbeddings(embedder)
        self._desk = Desk(index, measures, self._sentences)
        self._vocabulary = Vocabulary(index)
        self._numbers = NumberQuestions(self._vocabulary, facts, embedder, retriever.gazetteer)
        self._numbered = Numbered(self._numbers, facts)

    def warm(self) -> None:
        """Read the documents' sentences before the first question."""
        warm(self._index, self._sentences)
        self._vocabulary.of(())

    def picks(self) -> MatterPicks:
        """Return what finds the figures that a question asks for in words of its own."""
        names, gazetteer = self._numbers.names, self._retriever.gazetteer
        return MatterPicks(MatterFits(self._facts, self._vocabulary, names, self._embedder, gazetteer), gazetteer)

    def reply(self, question: str, history: Sequence[str], today: date, typed: str) -> Reply:
        """Answer one question of what was typed, which tells of the asker as a whole; an English one is led by English words."""
        question = with_body(question, history, self._retriever.gazetteer)
        retrieval = self._retriever.retrieve(question, history)
        reply = self._reply(retrieval, question, history, today, typed)
        if of_city := self._of_city(reply, history, today, typed):
            return of_city
        if not reply.refusal:
            tell_sources(reply.draft, retrieval.question.text, self._index)
            concepts = question_concepts(retrieval.question, self._index)
            tell_claimed(reply.draft, retrieval, concepts, self._index)
            other_time(reply.draft, retrieval.question.text, concepts, docs_asked(retrieval, self._index), self._index)
        if retrieval.question.english:
            frame_in_english(reply.draft, reply.refusal)
        return reply

    def _of_city(self, reply: Reply, history: Sequence[str], today: date, typed: str) -> Reply | None:
        """What the city above a place rules that no document is of, where the place was refused or told what its neighbours rule."""
        question = reply.retrieval.question
        asked = asked_of_city(question, self._retriever.gazetteer)
        refused = reply.refusal and reply.refusal.code == "other_jurisdiction"
        if not asked or (not refused and (reply.refusal or self._cited(reply) <= {asked[1]})):
            return None
        told = self.reply(asked[0], history, today, typed)
        draft = without_others(told.draft, asked[1], self._index)
        if told.refusal or not draft.citations:
            return None
        draft.lines.insert(0, hint(question.places[0].stem, asked[1]))
        return replace(told, draft=draft)

    def _cited(self, reply: Reply) -> set[str]:
        """The regions whose documents an answer cites."""
        return {self._index.infos[citation.doc].region for citation in reply.draft.citations}

    def states_figure(self, reply: Reply) -> bool:
        """Tell whether a question for a figure was answered, and the best piece of evidence states one of the kind."""
        return not reply.refusal and states_figure(self.case(reply.retrieval))

    def case(self, retrieval: Retrieval) -> Case:
        """Return all that a refusal is decided on."""
        evidence = gather(retrieval, self._index, self._sentences)
        return Case(
            retrieval,
            evidence,
            question_concepts(retrieval.question, self._index),
            self._vocabulary,
            self._retriever.gazetteer,
            self._measures,
        )

    def case_of(self, question: str, history: Sequence[str]) -> Case:
        """Return a question with its evidence."""
        return self.case(self._retriever.retrieve(question, history))

    def _reply(self, retrieval: Retrieval, question: str, history: Sequence[str], today: date, typed: str) -> Reply:
        case = self.case(retrieval)
        evidence, concepts = case.evidence, case.concepts
        refusal = refuse(case)
        if charge := self._charge_told(case, history):
            return Reply(retrieval, None, charge)
        if written := self._written(case, refusal, history, today):
            return written
        if numbers := self._numbered.answer(case, refusal, question, history, today):
            return Reply(retrieval, Refusal("not_in_corpus", numbers.lacking) if numbers.lacking else None, numbers.draft, numbers)
        if offered := self._offered(case, refusal, typed, today):
            tell_left_unsaid(offered.draft, case)
            return Reply(retrieval, None, offered.draft, measures=offered.measures)
        lack = None if refusal else self._lacking(case)
        if lack:
            refusal = Refusal("not_in_corpus", f"资料没有说明{lack.words}。")
            if lack.nearest:
                said = asks_whether_said(case.text) and bool(case.question.years)
                return Reply(retrieval, None if said else refusal, refused_with(refusal, lack.nearest, self._index))
        draft = refused(refusal, case) if refusal else compose(retrieval, evidence, concepts, self._index, today)
        if not refusal and asks_sum(retrieval.question.text):
            profile = read_profile(typed, today)
            draft = with_tier(draft, evidence, profile, self._index, self._measures)
            tell_sums(draft, self._measures, profile)
        if not refusal and not draft.citations:
            refusal = Refusal("not_in_corpus", "资料中没有找到能回答这个问题的内容。")
            draft = refused(refusal, case)
        if not refusal:
            tell_governing(draft, case)
            tell_left_unsaid(draft, case)
        return Reply(retrieval, refusal, draft, unnamed=bool(lack and lack.figure))

    def _written(self, case: Case, refusal: Refusal | None, history: Sequence[str], today: date) -> Reply | None:
        """Which documents still hold, or what stands in them as it is asked."""
        holding = in_force(case, today) if not refusal or refusal.code in ("not_in_corpus", "off_topic") else None
        told = holding or tasks_of_unit(case) or goals_of_body(case, self._facts)
        return Reply(case.retrieval, None, told) if told else as_written(case, refusal, history, self._measures)

    def _charge_told(self, case: Case, history: Sequence[str]) -> Draft | None:
        """Who is in charge of what the turn before was told, where a question asks that and no more."""
        if not history or not only_asks_charge(case.text):
            return None
        before = self._retriever.retrieve(history[-1], history[:-1])
        return charge_told(gather(before, self._index, self._sentences), self._index)

    def _meant(self, case: Case, typed: str, today: date) -> Offer | None:
        """What the measures pay that a question for a sum means, though no evidence of its own words states it."""
        meant = meant_measures(case)
        if not meant or not (UPGRADED.search(typed) or lacking_attribute(case) or self._lacking(case)):
            return None
        return meant_told(case, meant, read_profile(typed, today))

    def _offered(self, case: Case, refusal: Refusal | None, typed: str, today: date) -> Offer | None:
        """What measures give to who asks; where no sum is stated, what the article surely pays."""
        if refusal:
            return self._of_article(case, typed, today) if lacks_sum(refusal) else None
        return self._meant(case, typed, today) or self._offers(case.retrieval, case.evidence, case.concepts, today)

    def _of_article(self, case: Case, typed: str, today: date) -> Offer | None:
        """What the article pays for sure that holds most of a question for a sum, where its best evidence states none."""
        profile = read_profile(typed, today)
        own = of_article(case, profile)
        return meant_told(case, own, profile) if own else None

    def _offers(self, retrieval: Retrieval, evidence: Sequence[Evidence], concepts: Sequence[Concept], today: date) -> Offer | None:
        """What an enterprise that asks in general may get in the one region it names, or in the one above all."""
        gazetteer = self._retriever.gazetteer
        every = {info.region for info in self._index.documents if info.region}
        paying = {info.region for info in self._index.documents if info.region and info.is_policy}
        usual = next(iter(paying)) if len(paying) == 1 else gazetteer.top_region() or (every.pop() if len(every) == 1 else "")
        region = (retrieval.regions or (usual,))[0]
        if not region or len(retrieval.regions) > 1:
            return None
        above = gazetteer.region(gazetteer.parent(stem_of(region))) or ""
        return self._desk.offer(retrieval, evidence, concepts, list(dict.fromkeys(place for place in (region, above) if place)), today)

    def _lacking(self, case: Case) -> Lack | None:
        """What the documents speak of without saying it; of several regions, what none of them says."""
        if len(case.regions) > 1 and case.question.wants_number:
            return lacking_in_all(case, self._lacking)
        if case.question.wants_number and listing(case.retrieval, case.evidence, case.concepts, self._index):
            return None  # 分几项，都叫什么: the list tells how many
        top = self._retriever.gazetteer.usual_region(case.text)
        found = lacking(case.retrieval, case.evidence, self._facts, self._index, case.regions or ((top,) if top else ()))
        words = "" if found else lacking_figure(case) or lacking_number(case) or lacking_count(case) or lacking_rank(case)
        lack = found or (Lack(words, figure=True) if words else None)
        if lack and not lack.is_of_thing and case.is_ruled_by(case.evidence[0]):
            return None  # a short policy tells it in words of its own: they are quoted
        return lack
