"""A reply -> the same with what can be set right without asking the model again: names, the place, the program's own lines."""

from answer.basis import Basis
from answer.claims import MARKS
from answer.plain import bare
from answer.reply import marks_of
from answer.support import supports
from answer.telling import short_name
from answer.verifier import Verifier
from facts.indicators import load_indicators

SHORTEST = 6  # characters of a reply that says something
SHORTEST_NAME = 4  # characters of an indicator's name that is no word of any other use


def says_something(text: str) -> bool:
    """Tell whether there are words besides the marks."""
    return len(bare(MARKS.sub("", text))) >= SHORTEST


def with_written_names(text: str, basis: Basis) -> str:
    """Call the indicators of an answer of figures as the documents do, where a reply takes over the question's words."""
    for fact in basis.answer.facts:
        own = short_name(str(fact["name"]))
        indicator = load_indicators().get(str(fact["indicator"]))
        for alias in sorted(indicator.aliases if indicator else (), key=len, reverse=True):
            if len(alias) >= SHORTEST_NAME and alias in text and alias not in basis.answer.answer and own in basis.answer.answer:
                text = text.replace(alias, own)
                break
    return text


def placed(text: str, basis: Basis, verifier: Verifier) -> str:
    """Return a reply with the one place it is about in front, as answers have it, where it names none."""
    if not says_something(text):
        return text
    missing = places_left_out(text, basis, verifier)
    docs = {basis.sources[mark].doc for mark in marks_of(text) if mark in basis.sources}
    regions = {verifier.source.infos[doc].region for doc in docs}
    if len(missing) != 1 or len(regions) != 1 or _named(text, verifier) or basis.english:
        return text
    return f"{regions.pop()}：{text}"


def places_left_out(text: str, basis: Basis, verifier: Verifier) -> list[str]:
    """Places that the draft names and a reply cites but does not name."""
    cited = [basis.sources[mark] for mark in marks_of(text) if mark in basis.sources]
    regions = {support.region for support in supports(cited, verifier.source).values()}
    told = _named(text, verifier)
    return [stem for stem in _named(basis.answer.answer, verifier) if stem in regions and stem not in told]


def _named(text: str, verifier: Verifier) -> list[str]:
    return list(dict.fromkeys(place.stem for place in verifier.gazetteer.places(text) if place.region))


def with_own_lines(text: str, basis: Basis) -> str:
    """Put the program's own lines back where a reply has left them out: before or after it, as they stood."""
    if not marks_of(text):
        return text
    lines = basis.answer.answer.split("\n")
    first = next((number for number, line in enumerate(lines) if marks_of(line)), 0)
    missing = [line for line in basis.own_lines if bare(line) not in bare(text)]
    before = [line for line in missing if lines.index(line) < first]
    return "\n".join([*before, text, *(line for line in missing if line not in before)])
