"""A measure whose sum is not reckoned -> the sentence behind it that bears on what is told, such as what a couple gets together."""

from answer.answer import MAX_CITATION
from answer.draft import Statement
from answer.wording import sentence_words
from facts.likeness import shared_run
from facts.matched import Match
from facts.profile import Profile
from facts.unheeded import COUPLE, SPOUSE
from index.sentences import sentence_spans
from index.store import PassageIndex

LEAST = 4  # characters that a telling shares with a sentence for this to be about it


def rest_told(item: Match, profile: Profile, index: PassageIndex) -> Statement | None:
    """Return the first such sentence of the passage, None where there is none or the sum was reckoned.

    Args:
        item: the measure and what came of it.
        profile: what is told.
        index: where the measure stands.
    """
    measure = item.measure
    passage = index.passage_at(measure.doc, measure.start)
    if passage is None or passage.kind == "row" or item.worth is None or item.worth.value or item.worth.formula:
        return None
    text = index.texts[measure.doc]
    for start, end in sentence_spans(text, measure.end, passage.end):
        words = text[start:end]
        if (COUPLE.search(words) and SPOUSE.search(profile.text)) or len(shared_run(words, profile.text)) >= LEAST:
            return Statement(sentence_words(words).lstrip("。；"), passage, start, min(end, start + MAX_CITATION))
    return None
