"""One question of a turn -> what answers it: facts, support measures, or the documents' own words; or why nothing does."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from answer.answer import MAX_ANSWER, MAX_FACT, Refusal
from answer.asks_figure import may_answer
from answer.case import Case
from answer.charge import charge_told
from answer.city_above import asked_of_city, hint, without_others
from answer.claimed import tell_claimed
from answer.compose import compose
from answer.contacts import contacts
from answer.counted_phrases import counted_phrase
from answer.draft import Draft
from answer.elsewhere import elsewhere
from answer.english import frame_in_english
from answer.evidence import Evidence, SentenceEmbeddings
from answer.gathering import gather, question_concepts
from answer.held_against import held_against
from answer.horizon import horizon
from answer.lacking import Lack, lacking
from answer.listing import listing
from answer.matter_fit import MatterFits
from answer.matter_picks import MatterPicks
from answer.mention import Mention, mention
from answer.missing_figure import lacking_figure, lacking_thing, of_other_kind, states_figure
from answer.missing_number import asks_unknown, lacking_number
from answer.nearest import nearest
from answer.number_answer import NumberAnswer
from answer.number_questions import NumberQuestions
from answer.of_document import tell_sources
from answer.of_each import lacking_in_all
from answer.offers import Desk, Offer
from answer.provisions import provisions
from answer.quoting import statement
from answer.reckon import answers_sum, asks_own_sum, asks_sum, tell_sums
from answer.refuse import refuse
from answer.stated_figure import with_verdict
from answer.stated_value import unknown_value, value_told
from answer.table_note import table_note
from answer.table_rows import docs_asked, other_time, rows_with_value
from answer.telling import Teller, short_name
from answer.tiers import with_tier
from answer.vocabulary import Vocabulary
from facts.fact import Fact
from facts.measure import Measure
from facts.profile import read_profile
from facts.regions import stem_of
from index.embedder import Embedder
from index.store import PassageIndex
from retriever.concepts import Concept
from retriever.following import with_body
from retriever.retrieve import PassageRetriever, Retrieval
from retriever.wanted import only_asks_charge


@dataclass(frozen=True, slots=True)
class Reply:
    """What came of one question of a turn."""

    retrieval: Retrieval
    refusal: Refusal | None
    draft: Draft
    numbers: NumberAnswer | None = None
    measures: tuple[dict[str, Any], ...] = ()


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
        return Case(retrieval, evidence, question_concepts(retrieval.question, self._index), self._vocabulary, self._retriever.gazetteer)

    def case_of(self, question: str, history: Sequence[str]) -> Case:
        """Return a question with its evidence."""
        return self.case(self._retriever.retrieve(question, history))

    def _reply(self, retrieval: Retrieval, question: str, history: Sequence[str], today: date, typed: str) -> Reply:
        case = self.case(retrieval)
        evidence, concepts = case.evidence, case.concepts
        refusal = refuse(case)
        if said := self._said(case, refusal, history):
            return said
        if numbers := self._numbered(case, refusal, question, history, today):
            return Reply(retrieval, Refusal("not_in_corpus", numbers.lacking) if numbers.lacking else None, numbers.draft, numbers)
        offered = None if refusal else self._offers(retrieval, evidence, concepts, today)
        if offered:
            return Reply(retrieval, None, offered.draft, measures=offered.measures)
        lack = None if refusal else self._lacking(case)
        if lack:
            refusal = Refusal("not_in_corpus", f"资料没有说明{lack.words}。")
            if lack.nearest:
                return Reply(retrieval, refusal, self._near(refusal, lack.nearest))
        draft = self._refused(refusal, case) if refusal else compose(retrieval, evidence, concepts, self._index, today)
        if not refusal and asks_sum(retrieval.question.text):
            profile = read_profile(typed, today)
            draft = with_tier(draft, evidence, profile, self._index)
            tell_sums(draft, self._measures, profile)
        if not refusal and not draft.citations:
            refusal = Refusal("not_in_corpus", "资料中没有找到能回答这个问题的内容。")
            draft = self._refused(refusal, case)
        return Reply(retrieval, refusal, draft)

    def _numbered(self, case: Case, refusal: Refusal | None, question: str, history: Sequence[str], today: date) -> NumberAnswer | None:
        """What figures of plans answer, None where they do not; a refusal for what evidence lacks is not the last word on them."""
        text = case.retrieval.question.text
        if (not refusal or refusal.code == "not_in_corpus") and not asks_own_sum(text):
            if only_aimed := self._numbers.unreached(case.retrieval, history, case.evidence, today):
                return only_aimed
        if refusal and not (refusal.code == "not_in_corpus" and may_answer(question)):
            return None
        if (not refusal and asks_unknown(case)) or asks_own_sum(text):
            return None
        if stated := self._stated(case):
            return stated
        numbers = self._numbers.answer(case.retrieval, history, case.evidence)
        unknown = unknown_value(case.question, docs_asked(case.retrieval, self._index), self._index)
        if numbers and not numbers.lacking and unknown:
            numbers.draft.lines.insert(0, lacking := f"资料中没有找到“{unknown}”这个数，相近的是：")
            return replace(numbers, lacking=lacking)
        if numbers and not numbers.lacking:
            if not answers_sum(text, [fact.unit for fact in numbers.facts]):
                return None
            numbers = self._of_kind(numbers, case)
            if numbers.lacking and not refusal and not lacking_figure(case):
                return None  # evidence states it
        return with_verdict(numbers, text, self._index) if numbers else None

    def _stated(self, case: Case) -> NumberAnswer | None:
        """The figure that a question states itself, in the one place that it names."""
        regions = case.regions if len(case.regions) == 1 else ()
        return value_told(case.question, [fact for fact in self._facts if fact.region in regions], self._index) if regions else None

    def _near(self, refusal: Refusal, facts: Sequence[Fact]) -> Draft:
        """Say why there is no answer, and tell the figures that come nearest."""
        teller = Teller(self._index, MAX_FACT + 200)
        teller.draft.say(refusal.text)
        teller.draft.say("资料中最接近的内容：")
        teller.tell(f"{facts[0].region}{short_name(facts[0].name)}：{'，'.join(map(teller.dated, facts))}", facts)
        return teller.draft

    def _charge_told(self, case: Case, history: Sequence[str]) -> Draft | None:
        """Who is in charge of what the turn before was told, where a question asks that and no more."""
        if not history or not only_asks_charge(case.text):
            return None
        before = self._retriever.retrieve(history[-1], history[:-1])
        return charge_told(gather(before, self._index, self._sentences), self._index)

    def _said(self, case: Case, refusal: Refusal | None, history: Sequence[str]) -> Reply | None:
        """Whether a word stands in the documents, what a policy rules for all its measures, or that there is no word for a thing."""
        if told := self._charge_told(case, history):
            return Reply(case.retrieval, None, told)
        told = held_against(case) if not refusal or refusal.code in ("not_in_corpus", "other_jurisdiction") else None
        if told or (refusal and refusal.code not in ("not_in_corpus", "off_topic")):
            return Reply(case.retrieval, None, told) if told else None
        if found := elsewhere(case.retrieval, self._index, self._retriever.gazetteer) or mention(case.retrieval, self._index):
            return self._mentioned(case.retrieval, found)
        if refusal and refusal.code == "off_topic":
            return None
        if told := self._as_written(case):
            return Reply(case.retrieval, None, told)
        if not refusal and (thing := lacking_thing(case)):
            missing = Refusal("not_in_corpus", f"资料没有说明{thing}。")
            return Reply(case.retrieval, missing, self._refused(missing, case))
        return None

    def _as_written(self, case: Case) -> Draft | None:
        """What answers as it stands: a note, how far a plan looks ahead, rows, contacts, what a clause counts, what holds for all."""
        ahead = None if case.question.about_document else horizon(case.retrieval, self._index)
        return (
            table_note(case.retrieval, self._index)
            or ahead
            or rows_with_value(case.text, docs_asked(case.retrieval, self._index), self._index)
            or contacts(case)
            or counted_phrase(case)
            or provisions(case.retrieval, case.evidence, self._measures, self._index)
        )

    def _mentioned(self, retrieval: Retrieval, found: Mention) -> Reply:
        """Whether a word stands in the documents; where those asked about have it not, with what others say of it."""
        if not found.missing:
            return Reply(retrieval, None, found.draft)
        draft = Draft(self._index, MAX_ANSWER)
        draft.say(found.missing)
        draft.append(found.draft)
        return Reply(retrieval, Refusal("not_in_corpus", found.missing), draft)

    def _of_kind(self, numbers: NumberAnswer, case: Case) -> NumberAnswer:
        """Figures that answer; what they lack said first where they are all of another kind than the question asks for."""
        units = [*(fact.unit for fact in numbers.facts), *(str(one["unit"]) for one in numbers.computed)]
        name = of_other_kind(case, units)
        if not name:
            return numbers
        lacking = f"资料没有说明这一项的{name}，相近的是："
        numbers.draft.lines.insert(0, lacking)
        return replace(numbers, lacking=lacking)

    def _offers(self, retrieval: Retrieval, evidence: Sequence[Evidence], concepts: Sequence[Concept], today: date) -> Offer | None:
        """What an enterprise that asks in general may get in the one region it names, or in the one above all."""
        gazetteer = self._retriever.gazetteer
        every = {info.region for info in self._index.documents if info.region}
        region = (retrieval.regions or (gazetteer.top_region() or (every.pop() if len(every) == 1 else ""),))[0]
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
        words = "" if found else lacking_figure(case) or lacking_number(case)
        return found or (Lack(words) if words else None)

    def _refused(self, refusal: Refusal, case: Case) -> Draft:
        """Say why, and where the question is on the topic, quote the nearest thing the documents do say."""
        draft = Draft(self._index, MAX_FACT + 200)
        draft.say(refusal.text)
        if refusal.code in ("not_in_corpus", "other_jurisdiction") and case.evidence:
            draft.say("资料中最接近的内容：")
            item = nearest(case)
            draft.state(statement(item, self._index.infos[item.doc].region, 180))
        return draft
