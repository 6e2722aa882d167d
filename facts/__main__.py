"""python -m facts list|compare|conflicts|match: the figures of the plans, where they disagree, and what fits an enterprise."""

import csv
import io
import json
from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from facts.conflicts import conflicts
from facts.fact import Fact
from facts.matching import match_text
from facts.selection import Filters, compare, compared_row, select
from facts.sheet import docx_sheet, markdown_sheet
from facts.store import facts_of, measures_of
from index.catalog import read_catalog
from index.command import run_command
from index.embedder import SentenceEmbedder
from index.errors import InputError
from index.settings import settings_from
from index.store import PassageIndex, load_index

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, help="文件中的指标数和支持措施")
CorpusOption = Annotated[Path | None, typer.Option("--corpus", help="文档库文件夹，默认 corpus")]
IndexOption = Annotated[Path | None, typer.Option("--index", help="索引文件夹，默认 var/index")]
RegionOption = Annotated[list[str] | None, typer.Option("--region", help="地区，可重复，如 澄湾市")]
IndicatorOption = Annotated[list[str] | None, typer.Option("--indicator", help="指标，可重复，如 研发强度")]
YearOption = Annotated[list[int] | None, typer.Option("--year", help="年份，可重复")]
DocOption = Annotated[list[str] | None, typer.Option("--doc", help="文件编号，可重复")]


class Format(StrEnum):
    """How rows are printed."""

    table = "table"
    csv = "csv"
    json = "json"


FormatOption = Annotated[Format, typer.Option("--format", help="输出格式")]
COLUMNS = ("doc", "region", "indicator", "name", "year", "value", "value_high", "unit", "comparator", "kind", "scope", "note")
HEADERS = ("文件", "地区", "指标", "原文用语", "年份", "数值", "上限", "单位", "限定", "类别", "范围", "备注")


class SheetFormat(StrEnum):
    """How a matching is given."""

    table = "table"
    json = "json"
    docx = "docx"


def read_facts(corpus: Path | None, index: Path | None) -> tuple[Fact, ...]:
    """Return the facts of the index that the settings name."""
    return facts_of(_load(corpus, index)[0])


def _load(corpus: Path | None, index: Path | None) -> tuple[PassageIndex, SentenceEmbedder]:
    settings = settings_from(corpus=corpus, index=index)
    embedder = SentenceEmbedder(settings.model_path, settings.query_prompt)
    return load_index(settings.index, read_catalog(settings.corpus), embedder.model_id), embedder


@app.command(name="list")
def list_facts(
    region: RegionOption = None,
    indicator: IndicatorOption = None,
    year: YearOption = None,
    doc: DocOption = None,
    corpus: CorpusOption = None,
    index: IndexOption = None,
    form: FormatOption = Format.table,
) -> None:
    """列出指标数。"""
    found = select(read_facts(corpus, index), _filters(region, indicator, year, doc))
    typer.echo(render([fact.as_dict() for fact in found], (), form), nl=False)


@app.command(name="compare")
def compare_facts(
    region: RegionOption = None,
    indicator: IndicatorOption = None,
    year: YearOption = None,
    doc: DocOption = None,
    corpus: CorpusOption = None,
    index: IndexOption = None,
    form: FormatOption = Format.table,
) -> None:
    """同一指标各地并列，由高到低。"""
    found = compare(select(read_facts(corpus, index), _filters(region, indicator, year, doc)))
    typer.echo(render([compared_row(line) for line in found], (("rank", "名次"), ("behind", "与最高相差")), form), nl=False)


@app.command(name="conflicts")
def list_conflicts(
    region: RegionOption = None,
    indicator: IndicatorOption = None,
    year: YearOption = None,
    doc: DocOption = None,
    corpus: CorpusOption = None,
    index: IndexOption = None,
    form: FormatOption = Format.table,
) -> None:
    """同一文件内互相不一致的数。"""
    found = conflicts(select(read_facts(corpus, index), _filters(region, indicator, year, doc)))
    if form is Format.json:
        typer.echo(json.dumps([item.as_dict() for item in found], ensure_ascii=False, indent=1))
        return
    rows = [{"conflict": place, "why": item.reason, **fact.as_dict()} for place, item in enumerate(found, 1) for fact in item.facts]
    typer.echo(render(rows, (("conflict", "编号"), ("why", "原因")), form), nl=False)


@app.command(name="match")
def match_measures(
    profile: Annotated[str, typer.Option("--profile", help="企业情况：一段话，或存有它的文本文件")],
    today: Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="按哪一天判断，默认今天")] = None,
    corpus: CorpusOption = None,
    index: IndexOption = None,
    form: Annotated[SheetFormat, typer.Option("--format", help="table（Markdown）、json 或 docx")] = SheetFormat.table,
    out: Annotated[Path | None, typer.Option("--out", help="写入的文件，docx 必填")] = None,
) -> None:
    """企业可以得到的支持：逐条给出条件是否符合。"""
    text = read_text(profile)
    day = today.date() if today else date.today()  # noqa: DTZ011 - the day where the reader is
    loaded, embedder = _load(corpus, index)
    matching = match_text(text, loaded.documents, measures_of(loaded), day, embedder)
    if form is SheetFormat.json:
        write_sheet(json.dumps([item.as_dict() for item in matching.matches], ensure_ascii=False, indent=1) + "\n", out)
    elif form is SheetFormat.docx:
        if out is None:
            raise InputError("--format docx 需要用 --out 给出文件名")
        out.write_bytes(docx_sheet(matching, loaded.infos))
    else:
        write_sheet(markdown_sheet(matching, loaded.infos), out)


def write_sheet(text: str, out: Path | None) -> None:
    """Print a sheet, or write it to a file."""
    if out:
        out.write_text(text, encoding="utf-8")
    else:
        typer.echo(text, nl=False)


def read_text(profile: str) -> str:
    """Return a profile: the words themselves, or those of the file that they name.

    Raises:
        InputError: nothing is said, or the file is not UTF-8 text.
    """
    try:
        path = Path(profile)
        text = path.read_text(encoding="utf-8") if len(profile) < 200 and path.is_file() else profile
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"--profile 应是一段话或 UTF-8 文本文件，得到的是 {profile!r}：{error}") from error
    if not text.strip():
        raise InputError("--profile 是空的；请写出企业的地区、规模、资质、研发投入等情况")
    return text


def _filters(region: list[str] | None, indicator: list[str] | None, year: list[int] | None, doc: list[str] | None) -> Filters:
    return Filters(tuple(region or ()), tuple(indicator or ()), tuple(year or ()), tuple(doc or ()))


def render(rows: Sequence[dict[str, Any]], more: Sequence[tuple[str, str]], form: Format) -> str:
    """Return rows as a Markdown table, as CSV, or as JSON.

    Args:
        rows: facts as plain JSON types, with the further columns.
        more: further columns and their headers, put in front.
        form: how to print.
    """
    if form is Format.json:
        return json.dumps(list(rows), ensure_ascii=False, indent=1) + "\n"
    columns, headers = [key for key, _ in more] + list(COLUMNS), [name for _, name in more] + list(HEADERS)
    cells = [["" if row[key] is None else str(row[key]).replace("\n", " ") for key in columns] for row in rows]
    if form is Format.csv:
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(columns)
        writer.writerows(cells)
        return out.getvalue()
    if not rows:
        raise InputError("没有符合条件的指标数；放宽 --region、--indicator、--year 或 --doc")
    lines = ["| " + " | ".join(headers) + " |", "|" + "---|" * len(headers)]
    lines += ["| " + " | ".join(cell.replace("|", "｜") for cell in line) + " |" for line in cells]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    run_command(app)
