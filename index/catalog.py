"""corpus/catalog.toml -> what it says of each document, and the document's file, both checked."""

import hashlib
import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from index.errors import CatalogError

STATUSES = ("final", "draft")
ID = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?")
PERIOD = re.compile(r"((?:19|20)\d{2})-((?:19|20)\d{2})|")
PAYS = r"(?:奖补|奖励|奖助|补助|补贴|扶持|资助|贴息|惠企)[^，。]{0,8}(?:目录|清单|表|标准|条款|规定|规则|项目|资金|指引|须知|手册|事项)"
POLICY = re.compile(
    rf"(?:政策|措施|办法|细则|(?<!征求)意见|若干|申报(?:通知|公告)|指南(?:$|[（》]|的通知)|{PAYS})(?!.*(?:规划|计划|方案|纲要))"
)
REQUIRED = ("id", "file", "title", "sha256")


@dataclass(frozen=True, slots=True)
class DocumentInfo:
    """What the catalog says of a document; "" where nothing is known. Fields are explained in corpus/README.md."""

    id: str
    file: str
    title: str
    region: str
    level: str
    parent: str
    issuer: str
    number: str
    date: str
    period: str
    status: str
    source: str
    sha256: str
    title_inferred: bool = False
    inferred: tuple[str, ...] = ()

    @property
    def years(self) -> tuple[int, int] | None:
        """First and last year of the period, or None."""
        match = PERIOD.fullmatch(self.period)
        return (int(match.group(1)), int(match.group(2))) if match and match.group(1) else None

    @property
    def is_policy(self) -> bool:
        """Tell whether it is a policy, whose rules hold for a time, and no plan for a period: by its title, else by having no period."""
        return self.years is None or bool(POLICY.search(self.title))


def of_one_place(documents: Iterable[DocumentInfo]) -> bool:
    """Tell whether documents are of one place: of one region alone, or plans of one and policies of it and of the one above it."""
    known = list(documents)
    every, planned = {info.region for info in known}, {info.region for info in known if not info.is_policy}
    above = {info.parent for info in known if info.region in planned}
    return len(every) == 1 or (len(planned) == 1 and every <= planned | above)


def digest(content: bytes) -> str:
    """Return the SHA-256 of some bytes, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def read_catalog(corpus: Path) -> tuple[DocumentInfo, ...]:
    """Return the documents of a corpus in the catalog's order.

    Raises:
        CatalogError: the catalog is missing or no TOML, an entry lacks a field or has a wrong one, or an id stands twice.
    """
    path = corpus / "catalog.toml"
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8")).get("document", [])
    except FileNotFoundError as error:
        raise CatalogError(
            f"{path}: expected a catalog, came nothing; give --corpus DIR or add a document with python -m index.add FILE"
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CatalogError(f"{path}: expected TOML, came: {error}") from error
    documents = tuple(_entry(table, path, place) for place, table in enumerate(tables, 1))
    ids = [document.id for document in documents]
    if twice := sorted({name for name in ids if ids.count(name) > 1}):
        raise CatalogError(f"{path}: expected every id once, came twice: {', '.join(twice)}")
    return documents


def _entry(table: dict[str, Any], path: Path, place: int) -> DocumentInfo:
    known = {field.name for field in fields(DocumentInfo)}
    values = {key: table[key] for key in known & table.keys()}
    for name in known - values.keys() - {"title_inferred", "inferred"}:
        values[name] = ""
    values["inferred"] = tuple(values.get("inferred", ()))
    for name in known - {"title_inferred", "inferred"}:
        if not isinstance(values[name], str):
            raise CatalogError(f"{path}: document {place}: expected text in {name}, came {values[name]!r}")
    info = DocumentInfo(**values)
    if missing := [name for name in REQUIRED if not getattr(info, name)]:
        raise CatalogError(f"{path}: document {place}: expected {', '.join(missing)}, came nothing; add it to the entry")
    check_info(info, f"{path}: document {place}")
    return info


def check_info(info: DocumentInfo, where: str) -> None:
    """Refuse an entry whose id, period, status or file could not be used.

    Raises:
        CatalogError: with what was expected and what came.
    """
    if not ID.fullmatch(info.id):
        raise CatalogError(f"{where}: expected an id of small letters, digits and hyphens, at most 64, came {info.id!r}")
    if info.status not in (*STATUSES, ""):
        raise CatalogError(f"{where}: expected status final or draft, came {info.status!r}")
    if not PERIOD.fullmatch(info.period):
        raise CatalogError(f"{where}: expected a period such as 2021-2025, came {info.period!r}")
    if Path(info.file).is_absolute() or ".." in Path(info.file).parts:
        raise CatalogError(f"{where}: expected a file inside the corpus folder, came {info.file!r}")


def read_file(corpus: Path, info: DocumentInfo) -> bytes:
    """Return a document file's bytes, checked against the catalog's digest.

    Raises:
        CatalogError: the file is missing or was changed since it was catalogued.
    """
    path = corpus / info.file
    try:
        content = path.read_bytes()
    except OSError as error:
        raise CatalogError(
            f"{path}: expected the file of {info.id}, came: {error.strerror}; restore it or run python -m index.remove {info.id}"
        ) from error
    if digest(content) != info.sha256:
        raise CatalogError(
            f"{path}: expected sha256 {info.sha256[:12]}…, came {digest(content)[:12]}…; "
            "the file was changed: restore it, or remove and add it again"
        )
    return content
