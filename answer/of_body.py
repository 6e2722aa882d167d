"""A follow-up that asks on of a body which the turns before name (高企几家, of the park) -> the question with that body in it."""

import re
from collections.abc import Sequence
from datetime import date

from answer.answer import Citation
from answer.readable import readable
from answer.replied import Reply
from answer.replies import Replies
from facts.regions import Gazetteer
from facts.scope import KIND_OF_PLACE, entity_of
from index.store import PassageIndex
from retriever.abbreviations import Named
from retriever.concepts import Concept, coverage
from retriever.rest import BREAK, plain_rest, without_places
from retriever.retrieve import PassageRetriever
from retriever.spoken_of import ENDS
from retriever.turns import ASKS
from retriever.wanted import NUMBER, asks_of_document, only_asks_charge
from retriever.wording import normalise

OPENS = re.compile(r"^(?:那么?|而)?(?:它|这里|那里|那边|这边)?的?")
POINTS = re.compile(r"(?:那么?|而)?(?:它(?!们)|该[院所园区室中])")
WIDER = re.compile(r"全[市区县省国]|[市区县省][里内]|哪(?:个|些)(?:地方|市|县|区)|其[他它余]|别的|规划|方案|文件|政策|我们?|咱")
ANOTHER = re.compile(rf"[那这](?:一|个|条|家|座|边|块|种)|(?:{KIND_OF_PLACE.pattern})$")  # another body, in part
ENOUGH = 0.6  # share of what a follow-up asks about that the words told of the body must hold
LONGEST = 20  # characters of a follow-up that leaves its subject out


class OfBody:
    """Reads follow-ups that leave out the body they are of."""

    def __init__(self, index: PassageIndex, retriever: PassageRetriever, replies: Replies) -> None:
        """Take the documents, what knows bodies, and what answers."""
        self._index, self._retriever, self._replies = index, retriever, replies
        self._texts = "\n".join(re.sub(r"\s+", "", text) for text in index.texts.values())

    def read(self, text: str, earlier: Sequence[str], today: date) -> str:
        """Return a follow-up with the body spoken of, "" where it has its own subject or the documents do not say it of that body.

        Args:
            text: the follow-up, as `normalise` returns it.
            earlier: the user turns before it, oldest first.
            today: the day to answer for.
        """
        bare = OPENS.sub("", ENDS.sub("", text))
        if switched := self._switched(bare, earlier):
            return switched
        if (
            len(bare) > LONGEST
            or not (ASKS.search(text) or NUMBER.search(text))
            or only_asks_charge(bare)
            or asks_of_document(bare)
            or self._has_own(bare)
        ):
            return ""
        body = self._spoken_of(earlier)
        if not body:
            return ""
        whole = f"{body}{bare}"
        if POINTS.match(text):
            return self._placed(whole, earlier)  # of nothing else, whether the documents say it or not
        reply = self._replies.reply(whole, (), today, whole)
        return whole if not reply.refusal and self._says(reply, body) else ""

    def _switched(self, text: str, earlier: Sequence[str]) -> str:
        """The question that the turns last asked of another body, put to the one that a follow-up names with no matter of its own."""
        own = self._lone(text)
        if not own or self._matter(text, own):
            return ""
        for turn in map(normalise, reversed(earlier)):
            other = self._lone(OPENS.sub("", turn))
            if not other:
                return ""
            if self._matter(OPENS.sub("", turn), other):
                plain = re.sub(r"\s+", "", OPENS.sub("", turn))
                return f"{plain[: other.start]}{own.name}{plain[other.end :]}" if other.name != own.name else ""
        return ""

    def _lone(self, text: str) -> Named | None:
        """The one body that a turn names, None where it names none or several."""
        found = self._retriever.bodies_in(text)
        return found[0] if len(found) == 1 else None

    def _matter(self, text: str, body: Named) -> str:
        """What a turn says besides a body, places, years, and how figures are asked for."""
        plain = re.sub(r"\s+", "", text)
        rest = f"{plain[: body.start]} {plain[body.end :]}"
        return plain_rest(rest, self._gazetteer.places(rest)).strip()

    def _has_own(self, text: str) -> bool:
        """Tell whether a turn names a place, a body or something wider of its own."""
        return bool(WIDER.search(text) or ANOTHER.search(text) or self._gazetteer.places(text) or self._named(text))

    @property
    def _gazetteer(self) -> Gazetteer:
        return self._retriever.gazetteer

    def _named(self, text: str) -> tuple[str, ...]:
        """The bodies that a turn names, as the documents write them."""
        pieces = re.split(rf"[{BREAK}的]", without_places(text, self._gazetteer.places(text)))
        written = (name for piece in (text, *pieces) if (name := entity_of(piece)) and name in self._texts)
        return self._retriever.named_in(text) or tuple(written)[:1]

    def _spoken_of(self, earlier: Sequence[str]) -> str:
        """The one body that the turns were last about, "" where the last that has a subject of its own names none or several."""
        for turn in map(normalise, reversed(earlier)):
            if named := self._named(turn):
                return named[0] if len(named) == 1 else ""
            if self._has_own(turn):
                return ""
        return ""

    def _placed(self, whole: str, earlier: Sequence[str]) -> str:
        """A question with the place that the turns before name, where it names none."""
        if self._gazetteer.places(whole):
            return whole
        told = next((places for turn in reversed(earlier) if (places := self._gazetteer.places(normalise(turn)))), ())
        return f"{'、'.join(place.stem for place in told)}{whole}"

    def _says(self, reply: Reply, body: str) -> bool:
        """Tell whether what is told is of the body, and of what is asked about it."""
        if reply.numbers and reply.numbers.facts:
            return all(body in fact.scope or fact.scope in body for fact in reply.numbers.facts if fact.scope) and any(
                fact.scope for fact in reply.numbers.facts
            )
        case = self._replies.case(reply.retrieval)
        own = [concept for concept in case.concepts if concept.key not in body]
        return any(self._told(one, body, own) for one in reply.draft.citations)

    def _told(self, citation: Citation, body: str, own: Sequence[Concept]) -> bool:
        """Tell whether a cited span says what is asked, in a passage of the body."""
        passage = self._index.passage_at(citation.doc, citation.start)
        if passage is None:
            return False
        if passage.row and body in re.sub(r"\s+", "", passage.row.label):
            return True  # its own row
        around = re.sub(r"\s+", "", "".join([passage.text, *passage.headings]))
        total = sum(concept.weight for concept in own)
        return body in around and (not total or coverage(own, *readable(citation.text)) / total >= ENOUGH)
