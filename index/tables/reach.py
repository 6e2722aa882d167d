"""A run of lines -> those that may belong to the table at its start."""

from collections.abc import Sequence
from itertools import islice

from index.lines import Line
from index.markers import parse_marker
from index.signs import is_caption, is_continuation, is_date, is_note, is_table_title, unit_of_line
from index.tables.grid import COUNTERS, squeeze
from index.tables.lined import is_clear_header
from index.tables.values import is_value
from index.wrapping import starts_block

LONG_LINE = 20  # characters of a line that may be the start of a sentence
HEADINGS = ("part", "chapter", "section", "article", "item", "comma", "bracket", "appendix")


def may_be_spaced(line: Line) -> bool:
    """Tell whether a line may be one of cells parted by spaces alone: no sentence, note, caption, date or heading."""
    text = line.text
    if "。" in text or is_note(text) or is_caption(text) or is_continuation(text) or is_date(text) or unit_of_line(text):
        return False
    marker = parse_marker(text)
    return not (marker and marker.style in HEADINGS) and not text.strip().startswith("——")


def _starts_another(line: Line, header: str) -> bool:
    """Tell whether a line is the header of another table: its running numbers start anew."""
    words = line.text.split()
    return len(words) > 2 and words[0] in COUNTERS and header.startswith(words[0]) and is_clear_header(line.text)


def _may_start_sentence(text: str) -> bool:
    body = text.strip()
    return len(body) >= LONG_LINE and not text[-1].isspace() and not is_value(body.split()[-1])


def reach_of(lines: Sequence[Line], region: Sequence[Line], at: int) -> Sequence[Line]:
    """Lines of a run that may belong to the table at its start: up to its header come again or the start of a sentence."""
    after = at + len(region)
    header = squeeze(lines[at].text[:200])
    again = next((place for place, line in islice(enumerate(region), 1, None) if squeeze(line.text[:200]) == header), len(region))
    again = min(again, next((place for place, line in islice(enumerate(region), 1, None) if _starts_another(line, header)), len(region)))
    if again < len(region):
        return region[: again - 1 if is_table_title(region[again - 1].text) else again]
    end = len(region)
    if after < len(lines) and "。" in lines[after].text and not starts_block(lines[after].text):
        while end and _may_start_sentence(region[end - 1].text):
            end -= 1
    return region[:end]
