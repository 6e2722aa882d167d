"""What the person typed, with the earlier turns -> what is asked: places, years, words."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

from facts.asking import load_asking
from facts.regions import Gazetteer, Place
from facts.terms import load_synonyms
from index.lexical import words
from retriever.abbreviations import Named
from retriever.rest import plain_rest
from retriever.turns import recent_turns
from retriever.wanted import EVERYWHERE, NUMBER, asks_number, asks_of_document, counts_in, names_figure, only_asks_charge
from retriever.wording import normalise
from retriever.years import years_in

GOES_ON = re.compile(r"呢[？?]?$")
RANKED = re.compile(
    r"[市区县]?(?:全[市省]|各?(?:县|区|市)+|范围|当地)?[里内中]?(?:的)?(?:能|要|会|可以)?(?:排|列|居|第几|名次|位次|位列|处于)"
)
FEW = 2  # words of a question that goes on with another matter
CODE = re.compile(r"(?<![\dA-Za-z])\d+(?:\+[\dA-Za-z]{1,3})+(?![\dA-Za-z])")
LATIN = re.compile(r"[A-Za-z]")
HAN = re.compile(r"[\u4e00-\u9fff]")
SYNONYM_WEIGHT = 0.6
HISTORY_WEIGHT = 0.35


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked.

    Attributes:
        text: what was typed, NFKC.
        places: the places meant, in order: named in the question, else carried over from the last turn that named one.
        everywhere: all places of the corpus are meant ("四地", "哪个地方").
        years: the years meant, plan periods by their last year.
        wants_number: a figure is asked for.
        english: the question is in English.
        query: what is embedded.
        terms: word -> weight for BM25.
        keys: words of the question itself, places left out: what an answer has to be about.
        about_document: asked of a document itself: its period, date, status, issuer.
        follows: there are earlier turns.
        counts: how many things are asked for, as numerals in both scripts ("哪六个": 六, 6).
        bodies: institutes, parks and the like that are named, in short or in full.
        matter: the words that say what is asked about: the text, and where it only goes on ("那慈溪呢"), the turn before as well.
    """

    text: str
    places: tuple[Place, ...]
    everywhere: bool
    years: tuple[int, ...]
    wants_number: bool
    english: bool
    query: str
    terms: dict[str, float]
    keys: tuple[str, ...]
    about_document: bool = False
    follows: bool = False
    counts: tuple[str, ...] = ()
    bodies: tuple[Named, ...] = ()
    matter: str = ""

    @property
    def codes(self) -> tuple[str, ...]:
        """Codes that are written as they stand wherever they are meant: 3+3+X, 2+N."""
        return tuple(dict.fromkeys(CODE.findall(self.text)))

    @property
    def regions(self) -> tuple[str, ...]:
        """Regions of the corpus that are meant."""
        return tuple(dict.fromkeys(place.region for place in self.places if place.region))


def read_question(typed: str, history: Sequence[str], gazetteer: Gazetteer) -> Question:
    """Read a question in the light of the earlier user turns of the same chat.

    Args:
        typed: what the person typed.
        history: earlier user turns, oldest first.
        gazetteer: knows places.
    """
    text = normalise(typed)
    earlier = [normalise(turn) for turn in history if turn.strip()]
    places = gazetteer.places(text)
    asked_of = _without_measure(text, places, carried=bool(earlier))
    years = years_in(text)
    everywhere = bool(EVERYWHERE.search(text)) and len(asked_of) == len(places)
    places = asked_of
    if earlier and not places and not everywhere:
        told = ((gazetteer.places(turn), bool(EVERYWHERE.search(turn))) for turn in reversed(earlier))
        places, everywhere = next((found for found in told if any(found)), ((), False))
        everywhere = everywhere and not places
    recent = recent_turns(earlier, gazetteer)
    subject = recent[0] if recent else ""
    english = len(LATIN.findall(text)) > 2 * len(HAN.findall(text)) and len(LATIN.findall(text)) > 10
    own = _content_words(text, places)
    carried = _content_words(subject, gazetteer.places(subject))
    synonyms = load_synonyms().expand(text)
    terms: dict[str, float] = {}
    _add(terms, own, 1.0)
    _add(terms, [word for term in synonyms for word in words(term)], SYNONYM_WEIGHT)
    if earlier:
        before = [word for term in load_synonyms().expand(subject) for word in words(term)]
        _add(terms, [*carried, *before], HISTORY_WEIGHT if len(own) > 2 else 2 * HISTORY_WEIGHT)
        years = years or next((named for turn in reversed(recent) if (named := years_in(turn))), ())
    query = " ".join([text if not english else "", *synonyms, subject]).strip() or text
    names_none = not plain_rest(text, places) or only_asks_charge(text)
    bare = bool(earlier and years and names_none and names_figure(subject))  # 乙市呢, after the name of a figure
    number_asked = bare or bool(asks_number(text) or (len(own) <= 2 and NUMBER.search(subject)) or (years and names_figure(text)))
    goes_on = bool(earlier) and (names_none or (len(own) <= FEW and bool(GOES_ON.search(text))))
    return Question(
        text,
        places,
        everywhere,
        years,
        number_asked,
        english,
        query,
        terms,
        tuple(dict.fromkeys([*own, *carried])) if goes_on else tuple(own),
        asks_of_document(text),
        bool(earlier),
        counts_in(text),
        matter=f"{subject} {text}" if goes_on else text,
    )


def _without_measure(text: str, places: tuple[Place, ...], *, carried: bool) -> tuple[Place, ...]:
    """The places that are asked about: not the one among whose parts another is ranked (甲县投资在乙市排第几)."""
    among = [place for place in places if text[: place.start].endswith("在") and RANKED.match(text, place.end)]
    return tuple(place for place in places if place not in among) if among and (carried or len(among) < len(places)) else places


def _content_words(text: str, places: Sequence[Place]) -> tuple[str, ...]:
    names = {name for place in places if place.region for name in (place.stem, place.region)}
    for name in sorted(names, key=lambda name: (-len(name), name)):
        if not names.issuperset(words(name)):  # the dictionary does not know the place and would leave its characters
            text = text.replace(name, " ")
    return tuple(
        dict.fromkeys(
            word for word in words(text) if word not in load_asking().filler and word not in ENGLISH_STOP_WORDS and word not in names
        )
    )


def _add(terms: dict[str, float], found: Sequence[str], weight: float) -> None:
    for word in found:
        terms[word] = max(terms.get(word, 0.0), weight)
