"""A table row's literal text and its context -> the row with its column headers, as a reader sees it in the table."""

from html import escape


def row_cells(text: str, context: str) -> list[tuple[str, str]]:
    """Return header and cell of every column of a row.

    Args:
        text: the row's own text, cells apart by tabs or, in Markdown, by bars.
        context: what stands over the row, a line each: caption, headers joined by " | ", unit, note.

    Returns:
        Nothing where the text is no single row or no line of headers fits it: then the text is shown as it stands.
    """
    if "\n" in text:
        return []
    row = text.strip()
    cells = row.removeprefix("|").removesuffix("|").split("|") if row.startswith("|") else row.split("\t")
    for line in context.split("\n"):
        headers = line.split(" | ")
        if 1 < len(headers) == len(cells):
            return [(header.strip(), cell.strip()) for header, cell in zip(headers, cells, strict=True)]
    return []


def beside_row(context: str, heading: str) -> list[str]:
    """Return what else is said of a row: unit and notes, without headers and without a caption that the heading ends in."""
    lines = [line.strip() for line in context.split("\n") if line.strip() and " | " not in line]
    return [line for line in lines if not heading.endswith(line)]


def quote_html(text: str, context: str) -> str:
    """Return the text as a quotation: as a small table where it is a row whose headers are known, else literally."""
    cells = row_cells(text, context)
    if not cells:
        return f'<blockquote class="cw-quote">{escape(text)}</blockquote>'
    rows = "".join(f'<tr><th scope="row">{escape(header)}</th><td>{escape(cell)}</td></tr>' for header, cell in cells if header or cell)
    return f'<blockquote class="cw-quote cw-row"><table>{rows}</table></blockquote>'
