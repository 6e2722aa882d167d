"""A follow-up on a list that the turns before speak of (第二个展开讲讲, 还有吗, 分别对应哪些工程) -> the question in full."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from answer.counted_phrases import find_counted
from answer.draft import Draft
from answer.items_told import tell_items
from answer.listed import Listed, count_in, last_list
from answer.of_body import OfBody
from answer.other_row import of_other_row, row_names
from answer.picked import counts_off, may_pick, pick
from answer.replies import Replies
from index.numerals import numeral
from index.store import PassageIndex
from retriever.elliptic import in_full
from retriever.retrieve import PassageRetriever
from retriever.wording import normalise

MORE = re.compile(
    r"^(?:那么?|除了这(?:个|些)(?:以?外)?|除此之外)?[，,]?(?:(?:还有|另外还有|其[他它余]的?|剩下的?|别的)(?:(?:什么|啥|哪些|哪几[个项]|几个|别的|其[他它]的?|的)*))(?:是|有)?(?:哪些|什么|啥|哪几个)?[呢吗么]?$"
)
WHICH = re.compile(r"^(?:那么?)?(?:它们|他们|这些)?(?:都|分别|各)+(?:是|有|叫)?(?:哪(?:些|几[个家项]?|[两二三四五六七八九])|什么|啥|谁)$")
EACH = re.compile(
    r"^(?:那么?|它们|他们|这些|这几[个块项]|这[两二三四五六][个块项])?(?:都)?(?:分别|各自?)(?:又)?(?:对应|是|叫|有|靠|配)?(?:的)?(?:是|着|了)?(?:哪(?:些|几[个项大]?)|什么)(?P<kind>[\u4e00-\u9fff]{2,6})$"
)
ENDS = re.compile(r"[？?。！!\s]+$")
COUNTING = re.compile(r"有?(?:几|多少)(?:[个家项条类种座块片])(?!月)")  # 有几个
MOST = 3


@dataclass(frozen=True, slots=True)
class InFull:
    """A follow-up as a question in full, and where its document says it below a name of its own, what answers it."""

    question: str
    told: Draft | None = None


class FollowUps:
    """Reads follow-ups in full."""

    def __init__(self, index: PassageIndex, retriever: PassageRetriever, replies: Replies) -> None:
        """Take the documents, what knows places and bodies, and what answers the turns before."""
        self._index, self._gazetteer, self._replies = index, retriever.gazetteer, replies
        self._rows = row_names(index)
        self._of_body = OfBody(index, retriever, replies)

    def read(self, typed: str, history: Sequence[str], today: date) -> InFull | None:
        """Return in full what a follow-up leaves to the turns before; None where it is to be read with them.

        Args:
            typed: what the person typed.
            history: earlier user turns, oldest first.
            today: the day to answer for.
        """
        earlier = [turn for turn in history if turn.strip()]
        if not earlier:
            return None
        text = ENDS.sub("", normalise(typed))
        if may_pick(text) and ((picked := self._picked(text, earlier, today)) or counts_off(text)):
            return picked
        if MORE.match(text):
            found = self._list(earlier, today)
            return InFull(self._placed(found.turn, earlier)) if found and not counts_off(found.turn) else None
        if WHICH.match(text) and COUNTING.search(earlier[-1]):
            return InFull(self._placed(COUNTING.sub("有哪些", normalise(earlier[-1]), count=1), earlier))
        before = self.told_before(earlier, today)
        row = of_other_row(text, before, self._rows, self._gazetteer)
        whole = self._each(text, earlier) or row or in_full(typed, before, self._gazetteer) or self._of_body.read(text, before, today)
        return InFull(whole) if whole else None

    def told_before(self, history: Sequence[str], today: date) -> tuple[str, ...]:
        """Return the turns before, each with what it leaves to those before it put in."""
        turns: list[str] = []
        for at, turn in enumerate(history):
            text = ENDS.sub("", normalise(turn))
            picked = self._picked(text, history[:at], today) if at and may_pick(text) else None
            row = of_other_row(text, turns, self._rows, self._gazetteer)
            turns.append(picked.question if picked else row or in_full(turn, turns, self._gazetteer) or turn)
        return tuple(turns)

    def _list(self, earlier: Sequence[str], today: date) -> Listed | None:
        """The list that the turns speak of; none where the last that holds one was answered with measures, which are another list."""
        found = last_list(earlier, self._replies.case_of)
        at = max(place for place, turn in enumerate(earlier) if normalise(turn) == found.turn) if found else 0
        return None if found and self._replies.reply(earlier[at], earlier[:at], today, earlier[at]).measures else found

    def _picked(self, text: str, earlier: Sequence[str], today: date) -> InFull | None:
        """The things of the list that are counted off or named in part, asked for each by its name."""
        listed = self._list([turn for turn in earlier if not counts_off(normalise(turn))], today)
        picked = pick(text, listed.names) if listed else None
        if not listed or not picked or len(picked.names) > MOST:
            return None
        rest, asked = picked.rest, COMPARED.sub("", listed.turn)
        told = []
        for name in picked.names:
            if not picked.only_tell:
                told.append(rest if name[:2] in rest else f"{listed.called(name)}{rest}")
            elif listed.said and not ASKS_NAMES.search(asked):
                told.append(asked.replace(listed.said, listed.called(name), 1))
            else:
                told.append(f"{listed.called(name)}具体情况")
        whole = "？".join(self._placed(one, earlier) for one in told)
        forms = [tuple(dict.fromkeys((listed.called(name), name))) for name in picked.names]
        own = tell_items(listed.doc, forms, self._index) if listed.doc and picked.only_tell else None
        return InFull(whole, own)

    def _each(self, text: str, earlier: Sequence[str]) -> str:
        """What things of another kind stand for those counted by the turn before, where a clause of the documents counts as many."""
        asked = EACH.match(text)
        count = count_in(earlier[-1]) if asked else ""
        if not asked or not count:
            return ""
        meant = self._placed(f"{count}大{asked['kind']}分别是哪些", earlier)
        counted = find_counted(self._replies.case_of(meant, ()))
        return meant if counted and len(counted.items) == numeral(count) else ""

    def _placed(self, question: str, earlier: Sequence[str]) -> str:
        """A question with the place of the turns before put before it, where it names none."""
        if self._gazetteer.places(question):
            return question
        told = next((places for turn in reversed(earlier) if (places := self._gazetteer.places(normalise(turn)))), ())
        return f"{'、'.join(place.stem for place in told)}{question}"


COMPARED = re.compile(r"(?:各自?)?(?:有|的)?(?:什么|啥|何|哪些)?(?:差别|区别|不同|差异|不一样)(?:在哪|是什么)?里?$")
ASKS_NAMES = re.compile(r"哪|(?:叫|是|有)(?:什么|啥)|几|名字|列")  # asks what a list holds, nothing that each of its things could be asked
