"""A turn and what answers its questions -> the figures it asks for that no answer told yet, told from facts."""

import re
from collections.abc import Sequence
from dataclasses import replace

from answer.answer import MAX_ANSWER, Refusal
from answer.asks_figure import OTHER_MATTER, asks_amount, asks_figure, may_answer
from answer.draft import Draft
from answer.matter_sure import Pick
from answer.number_answer import NumberAnswer
from answer.numbers_matters import MatterFigures, answer_of
from answer.numbers_met import asks_met
from answer.reckon import answers_sum, asks_own_sum
from answer.replied import Reply
from answer.share_of_sum import with_share
from answer.telling import Teller
from facts.regions import Gazetteer
from index.store import PassageIndex
from retriever.question import Question, read_question
from retriever.slots import Slots, read_slots

HOW = re.compile(r"怎么|如何|怎样|哪些|哪类|什么|列全|名字|叫啥|代表")
MET = re.compile(r"(?:完成|达到|实现|做到)[^，。？?]{0,6}目标[^，。？?]{0,2}[了吗没]")  # whether a target was met adds no figure to ask for
ENDS = re.compile(r"^[，。？?：:\s]+|[，。？?\s]+$")
REACHED = re.compile(r"[去上前]年|目前|现在|现有|已经?|现状|如今|当前")
PLACE_FIRST = re.compile(r"^[^：，。？?]{2,12}：")


class Completing:
    """Adds to the answers of a turn the figures that they left out."""

    def __init__(self, figures: MatterFigures, index: PassageIndex, gazetteer: Gazetteer) -> None:
        """Take what answers from facts, and the documents."""
        self._figures, self._index, self._gazetteer = figures, index, gazetteer

    def complete(self, asked: Sequence[str], history: Sequence[str], replies: Sequence[Reply]) -> list[Reply]:
        """Return the replies, completed or replaced by one that tells every figure asked for.

        Args:
            asked: the questions of the turn.
            history: earlier user turns.
            replies: what answered the questions, one each.
        """
        replies = with_share(asked, replies)
        text = "？".join(asked)
        question = read_question(text, history, self._gazetteer)
        slots = read_slots(question, history, self._gazetteer)
        if _is_no_matter(question, slots, replies, text):
            return list(replies)
        top = self._gazetteer.usual_region(text)
        meant = slots.regions or ((top,) if top else ())
        one = len(replies) == 1 and self._figures.picks.asks_one(question.text, meant)
        if one and not replies[0].unnamed:
            return list(replies)
        picks = self._figures.picks.picks(read_question(text, (), self._gazetteer).text, meant)
        found = [pick for pick in picks if pick.fits]
        elsewhere = self._elsewhere(text, question, picks)
        alone = None
        if one:
            alone = None if elsewhere else self._of_one(found, slots)
        elif len(found) == len(picks) == 1 and not any(reply.numbers or reply.refusal for reply in replies):
            fit = found[0].fits[0]
            reached = any(fact.kind != "target" for fact in fit.facts) or not (REACHED.search(text) or slots.achieved)
            body = len(replies) == 1 and len(found[0].fits) == 1 and fit.group.scope and reached
            alone = self._of_one(found, slots) if body else self._of_one_place(found[0], picks, slots, question)
        if alone:
            return [Reply(replies[0].retrieval, None, alone.draft, alone)]
        several = len(picks) > 1 or sum(len(pick.fits) for pick in found) > 1
        return list(replies) if one or elsewhere or not found or not several else self._with_several(replies, picks, slots, text)

    def _with_several(self, replies: Sequence[Reply], picks: Sequence[Pick], slots: Slots, text: str) -> list[Reply]:
        """The replies with the several figures that were found: added to them, in their place, or before what was refused."""
        found = [pick for pick in picks if pick.fits]
        refused = [reply.refusal for reply in replies if reply.refusal]
        surely = all(reply.numbers and not reply.refusal for reply in replies)
        teller = Teller(self._index, MAX_ANSWER)
        complete = self._figures.tell(teller, picks, slots)
        if not teller.facts or not answers_sum(text, [fact.unit for fact in teller.facts]):
            return list(replies)
        if surely and any(reply.numbers and reply.numbers.computed for reply in replies) and not _brings_new(teller, replies, picks):
            return list(replies)
        if surely:
            return self._added(replies, teller)
        whole = complete and len(found) == len(picks) and not any(pick.missing for pick in picks)
        if whole and not OTHER_MATTER.search(text) and not HOW.search(text) and not slots.asks("conflict"):
            return [Reply(replies[0].retrieval, None, teller.draft, answer_of(teller))]
        return self._partly(replies, picks, teller, refused)

    def _of_one(self, found: Sequence[Pick], slots: Slots) -> NumberAnswer | None:
        """The one figure that a question asks for under another name than the documents write, told under theirs."""
        if len(found) != 1 or len(found[0].fits) != 1 or found[0].missing or found[0].partly or slots.asks("conflict", "exists"):
            return None
        teller = Teller(self._index, MAX_ANSWER)
        complete = self._figures.tell(teller, found, slots)
        return answer_of(teller) if complete and teller.facts else None

    def _of_one_place(self, pick: Pick, picks: Sequence[Pick], slots: Slots, question: Question) -> NumberAnswer | None:
        """The figure of the one place that has it, where a question asks which of all places has most."""
        if len(pick.fits) != 1 or pick.fits[0].group.scope or question.places or not slots.asks("rank"):
            return None
        teller = Teller(self._index, MAX_ANSWER)
        self._figures.tell(teller, picks, slots)
        if not teller.facts:
            return None
        teller.draft.say("资料中没有找到其他地方的这项数据。")
        return answer_of(teller)

    def _elsewhere(self, text: str, question: Question, picks: Sequence[Pick]) -> bool:
        """Tell whether a place is asked about of which there are no documents."""
        bodies = "".join([*(one.said for one in self._figures.picks.called(text)), *(scope for pick in picks for scope in pick.kind)])
        return any(not place.region and place.stem not in bodies for place in question.places)

    def _added(self, replies: Sequence[Reply], teller: Teller) -> list[Reply]:
        """The replies with the lines whose figures none of them tells behind the last."""
        said = _plain("\n".join(reply.draft.text for reply in replies))
        lines = [line for line in teller.draft.lines if not all(value in said for value in _figures(line))]
        if not lines:
            return list(replies)
        last = replies[-1]
        draft = Draft(self._index, MAX_ANSWER, list(last.draft.citations), list(last.draft.lines))
        draft.append(replace(teller.draft, lines=lines))
        before = last.numbers or NumberAnswer(draft, (), ())
        numbers = replace(before, draft=draft, facts=tuple(dict.fromkeys([*before.facts, *teller.facts])))
        return [*replies[:-1], replace(last, draft=draft, numbers=numbers)]

    def _partly(self, replies: Sequence[Reply], picks: Sequence[Pick], teller: Teller, refused: Sequence[Refusal]) -> list[Reply]:
        """The figures that were found, then what the replies told; a refusal only for what was not found."""
        said = _plain("\n".join(reply.draft.text for reply in replies if not reply.refusal))
        new = [line for line in teller.draft.lines if not all(value in said for value in _figures(line))]
        told = {fit.group.main for pick in picks for fit in pick.fits}
        if not new or (refused and (len(told) < 2 or len(teller.facts) < 2)):
            return list(replies)
        draft = Draft(self._index, MAX_ANSWER)
        for reply in replies:
            if reply.numbers and not reply.refusal:
                draft.append(reply.draft)
        draft.append(replace(teller.draft, lines=new))
        missing = [_asked(pick) for pick in picks if not pick.fits]
        if refused and missing:
            draft.say(f"资料没有说明“{'”“'.join(missing)}”。")
        for reply in replies:
            if not reply.refusal and not reply.numbers:
                draft.append(reply.draft)
        return [Reply(replies[0].retrieval, None, draft, replace(answer_of(teller), draft=draft))]


def _is_no_matter(question: Question, slots: Slots, replies: Sequence[Reply], text: str) -> bool:
    """Tell whether a turn asks for no figure that can be added: it was refused for good, is of something else, or was answered by it."""
    refused = [reply.refusal for reply in replies if reply.refusal]
    off = [reply.refusal.code for reply in replies[:1] if reply.refusal]
    off += [refusal.code for refusal in refused if refusal.code != "off_topic"]
    if any(code != "not_in_corpus" for code in off) or (refused and not may_answer(text)) or any(reply.measures for reply in replies):
        return True
    if len(replies) == 1 and (MET.search(text) or asks_met(text)) and replies[0].numbers and not replies[0].refusal:
        return True
    asks = asks_figure(question, slots) and asks_amount(text) and not asks_own_sum(text)
    return question.english or question.about_document or not asks


def _brings_new(teller: Teller, replies: Sequence[Reply], picks: Sequence[Pick]) -> bool:
    """Tell whether figures are of an indicator that the replies do not tell, or of a year that the question names and they do not tell."""
    told = {fact for reply in replies if reply.numbers for fact in reply.numbers.facts}
    years = {year for pick in picks for year in pick.matter.years}
    things, dates = {(fact.indicator, fact.scope) for fact in told}, {fact.year for fact in told}
    return any((fact.indicator, fact.scope) not in things or (fact.year in years and fact.year not in dates) for fact in teller.facts)


def _asked(pick: Pick) -> str:
    return PLACE_FIRST.sub("", ENDS.sub("", pick.matter.said))


def _plain(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _figures(line: str) -> list[str]:
    """The figures of a line with their units, years and marks aside."""
    body = re.sub(r"\[\d+\]|(?:19|20)\d{2}年", "", _plain(line))
    return re.findall(r"\d+(?:\.\d+)?[万亿]?(?:[个家项名人件位元%台种条支])?", body)
