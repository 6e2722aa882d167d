"""A table and one of its rows -> what the table says of the row beyond the row's own text."""

from index.tables.grid import Table


def table_context(table: Table, row: int) -> str:
    """Return what a table says of a row beyond the row's own text: caption, headers, merged cells, unit and note."""
    parts = [table.caption, " | ".join(name.strip() for name in table.header if name.strip())]
    if 0 <= row < len(table.rows):
        body = table.rows[row]
        parts.append(table.whole(body))
        merged = [cell.text for cell in body.cells if cell.spans and not all(body.start <= start < body.end for start, _ in cell.spans)]
        parts.extend(merged)
        unit = table.unit(body)
        if unit:
            parts.append(f"单位：{unit}")
    parts.append(table.note)
    return "\n".join(part for part in parts if part.strip())
