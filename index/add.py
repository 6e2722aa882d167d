"""python -m index.add FILE: a new document -> corpus, catalog and index."""

import re
from dataclasses import fields
from pathlib import Path
from typing import Annotated, Any

import typer

from index.build import CorpusOption, IndexOption, ModelOption, build_index, summary
from index.catalog import DocumentInfo, check_info, digest, read_catalog
from index.command import run_command
from index.disk import write_atomically
from index.entries import append_entry
from index.errors import DocumentConflictError
from index.metadata import guess_metadata, slug
from index.readers.read import read_document
from index.settings import settings_from
from index.structure import parse_document

DOCUMENTS = "documents"


def describe(file: Path, given: dict[str, str], taken: tuple[DocumentInfo, ...]) -> DocumentInfo:
    """Return the catalog entry for a file: what was given, else what the text suggests.

    Raises:
        InputError: the file cannot be read, or a given value is of a wrong form.
    """
    content_digest = digest(file.read_bytes()) if file.is_file() else ""
    parsed = parse_document(read_document(file))
    guess = guess_metadata(parsed, file)
    known = {name: getattr(guess, name) for name in ("title", "region", "level", "issuer", "number", "date", "period", "status")}
    values = {
        **known,
        "parent": _parent(given.get("region") or guess.region, taken) or guess.parent,
        "source": f"由用户添加：{file.name}",
        **given,
    }
    same = next((info.id for info in taken if info.sha256 == content_digest), "")
    doc = given.get("id") or same or slug(file.stem, {info.id for info in taken}, content_digest)
    inferred = tuple(sorted(name for name in known if name not in given and known[name]))
    fixed: dict[str, Any] = {"id": doc, "file": f"{DOCUMENTS}/{doc}{file.suffix.lower()}", "sha256": content_digest}
    info = DocumentInfo(**{**values, **fixed, "inferred": inferred, "title_inferred": "title" in inferred})
    check_info(info, str(file))
    return info


def _parent(region: str, taken: tuple[DocumentInfo, ...]) -> str:
    """The parent that documents of the same region have in the catalog already."""
    return next((info.parent for info in taken if info.region == region and info.parent), "")


def add_document(file: Path, corpus: Path, given: dict[str, str]) -> tuple[DocumentInfo, bool]:
    """Copy a file into the corpus and catalogue it; nothing is changed where the same content stands already.

    Returns:
        The entry, and whether it is new.

    Raises:
        InputError: the file cannot be read.
        DocumentConflictError: the id stands in the catalog with other content.
    """
    taken = read_catalog(corpus) if (corpus / "catalog.toml").exists() else ()
    info = describe(file, given, taken)
    for other in taken:
        if other.id == info.id:
            if other.sha256 == info.sha256:
                return other, False
            raise DocumentConflictError(
                f"id {info.id!r}: expected a new id or the same content, came other content (sha256 {info.sha256[:12]}…, "
                f"catalogued {other.sha256[:12]}…); "
                f"give another --id, or remove the old one first: python -m index.remove {info.id}"
            )
    (corpus / DOCUMENTS).mkdir(parents=True, exist_ok=True)
    write_atomically(corpus / info.file, file.read_bytes())
    append_entry(corpus, info)
    return info, True


def report(info: DocumentInfo, is_new: bool) -> str:
    """Return the entry as shown to whoever added it; guessed values are marked."""
    lines = [f"{'已添加' if is_new else '内容相同，文档库未变'}：{info.id}"]
    for field in fields(info):
        if field.name not in ("id", "title_inferred", "inferred"):
            mark = "（由文本推定）" if field.name in info.inferred else ""
            lines.append(f"  {field.name}: {getattr(info, field.name) or '（未知）'}{mark}")
    return "\n".join(lines)


def main(
    file: Annotated[Path, typer.Argument(help="文本或 Markdown 文件", show_default=False)],
    doc: Annotated[str | None, typer.Option("--id", help="文件编号：小写字母、数字、连字符")] = None,
    title: Annotated[str | None, typer.Option("--title")] = None,
    region: Annotated[str | None, typer.Option("--region", help="如 余姚市")] = None,
    level: Annotated[str | None, typer.Option("--level", help="如 县级市")] = None,
    parent: Annotated[str | None, typer.Option("--parent", help="上级地区，如 宁波市")] = None,
    issuer: Annotated[str | None, typer.Option("--issuer")] = None,
    number: Annotated[str | None, typer.Option("--number", help="文号")] = None,
    date: Annotated[str | None, typer.Option("--date", help="如 2021-05 或 2021-05-30")] = None,
    period: Annotated[str | None, typer.Option("--period", help="如 2021-2025")] = None,
    status: Annotated[str | None, typer.Option("--status", help="final 或 draft")] = None,
    source: Annotated[str | None, typer.Option("--source", help="来源说明")] = None,
    corpus: CorpusOption = None,
    index: IndexOption = None,
    model: ModelOption = None,
) -> None:
    """添加一份文件：复制到文档库、登记目录、更新索引；重复添加不改变任何内容。"""
    settings = settings_from(corpus=corpus, index=index, model=model)
    named = {"id": doc, "title": title, "region": region, "level": level, "parent": parent, "issuer": issuer}
    named |= {"number": number, "date": date, "period": period, "status": status, "source": source}
    given = {name: re.sub(r"\s+", " ", value.strip()) for name, value in named.items() if value}
    info, is_new = add_document(file, settings.corpus, given)
    typer.echo(report(info, is_new))
    typer.echo(summary(build_index(settings)))


if __name__ == "__main__":
    run_command(main)
