"""Tokens of a row and their columns -> the row."""

from collections.abc import Sequence

from index.lines import Line
from index.tables.grid import NO_CELL, Piece, RawRow
from index.tables.typed_tokens import Token, stands_glued


def raw_row(tokens: Sequence[Token], columns: Sequence[int], line: Line) -> RawRow:
    """A row of tokens in the file's order; a cell that goes on elsewhere is whole in its column."""
    pieces: list[Piece] = []
    filled: dict[int, int] = {}  # the line of each column's last token
    for place, (token, column) in enumerate(zip(tokens, columns, strict=True)):
        last = pieces[-1].column if pieces else None
        if token.leader:
            pieces.append(Piece(token.leader, NO_CELL))
        if not token.text:
            continue
        glued = place > 0 and stands_glued(tokens[place - 1], token)
        glue = "" if last is None or glued else "\t" if token.first else " "
        if column in filled and column != NO_CELL:
            joined = token.line != filled[column] or (len(token.text) == 1 and len(pieces[-1].text) == 1)
            glue = "" if joined else " "
            if last != column:
                pieces.append(Piece(" ", NO_CELL))
        pieces.append(Piece(token.text, column, glue))
        filled[column] = token.line
    return RawRow(tuple(pieces), line.after_page_break)
