"""An index folder's name -> the one complete version it stands for; versions replace each other in one step.

The folder is a link to a hidden folder beside it (`var/index` -> `var/.index-1a2b3c4d`), which holds a whole version and is
never written to again. A new link is renamed over the old one. Where there are no links (Windows, some network drives),
the old folder is renamed aside and the new one into its place; whoever is stopped between the two leaves the old one
aside, where `current` finds it.
"""

import json
import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from index.errors import InputError

MANIFEST = "manifest.json"
LOCK_SECONDS = 600
ASIDE = ".old"


def place(folder: Path) -> Path:
    """Return where an index folder stands; a link that is not ours is followed to the folder it names."""
    folder = folder.absolute()
    if folder.is_symlink() and not _is_version(folder.readlink().name, folder):
        return folder.resolve()
    return folder


def current(folder: Path) -> Path:
    """Return the folder that holds the version to read; it stays as it is while newer ones are put in place."""
    folder = place(folder)
    if folder.exists() or folder.is_symlink():
        return folder.resolve()
    return next((path for path in _versions(folder) if path.name.endswith(ASIDE)), folder)


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold an index folder for writing; whoever else wants to write waits. May be nested.

    Raises:
        InputError: the folder is something else than an index, or another build does not end.
    """
    refuse_strange(folder)
    folder = place(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(folder.parent / f".{folder.name}.lock", is_singleton=True)
    try:
        lock.acquire(timeout=LOCK_SECONDS)
    except Timeout as error:
        raise InputError(f"{folder}: expected to write the index, but another build has held it for {LOCK_SECONDS} s; try again") from error
    try:
        yield
    finally:
        lock.release()


def refuse_strange(folder: Path) -> None:
    """Refuse to put an index where something else stands: it would be replaced, and removed with the next build.

    Raises:
        InputError: `folder` is a file, or holds other things than an index.
    """
    folder = place(folder)
    if folder.is_symlink() or not folder.exists():
        return
    if not folder.is_dir() or (any(folder.iterdir()) and not _is_index(folder)):
        raise InputError(f"{folder}: expected an index folder or nothing, came something else; give another --index DIR")


def _is_index(folder: Path) -> bool:
    """Tell whether a plain folder holds an index and nothing besides."""
    try:
        names = {MANIFEST, *json.loads((folder / MANIFEST).read_text("utf-8"))["files"]}
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return all(path.relative_to(folder).as_posix() in names for path in folder.rglob("*") if not path.is_dir())


def new_version(folder: Path) -> Path:
    """Make an empty folder for a new version."""
    folder = place(folder)
    version = folder.with_name(f".{folder.name}-{secrets.token_hex(4)}")
    version.mkdir()
    return version


def put_in_place(folder: Path, version: Path) -> None:
    """Let the folder's name stand for a complete version, and remove all others but the one just replaced.

    The replaced one stays for those who are reading it.
    """
    folder = place(folder)
    replaced = folder.resolve() if folder.is_symlink() else version.with_name(version.name + ASIDE)
    link = version.with_name(version.name + ".link")
    try:
        link.symlink_to(version.name, target_is_directory=True)
        if not folder.is_symlink() and folder.is_dir():
            folder.rename(replaced)  # a plain folder, from elsewhere: once only
        link.replace(folder)
        keep = {version, replaced}
    except OSError:
        link.unlink(missing_ok=True)
        keep = {_exchange(folder, version)}
    _sweep(folder, keep)


def _exchange(folder: Path, version: Path) -> Path:
    """Put a version in place without links; return where the old one is."""
    aside = version.with_name(version.name + ASIDE)
    if folder.exists() or folder.is_symlink():
        folder.rename(aside)
    try:
        version.rename(folder)
    except OSError:
        if aside.exists():
            aside.rename(folder)
        raise
    return aside


def _sweep(folder: Path, keep: set[Path]) -> None:
    """Remove what earlier builds left, killed ones included."""
    for path in _versions(folder):
        if path not in keep:
            path.unlink() if path.is_symlink() else shutil.rmtree(path, ignore_errors=True)


def _versions(folder: Path) -> list[Path]:
    """All versions of this folder, half-written ones and links to them included; never those of a folder beside it."""
    if not folder.parent.is_dir():
        return []
    return sorted(path for path in folder.parent.iterdir() if _is_version(path.name, folder))


def _is_version(name: str, folder: Path) -> bool:
    return bool(re.fullmatch(rf"\.{re.escape(folder.name)}-[a-z0-9_]{{8}}(?:\.link|{re.escape(ASIDE)})?", name))
