"""The READMEs say what is true: the tree, the commands and the settings they show exist, and no setting is left out."""

import importlib.util
import re
from pathlib import Path

import pytest

from index.settings import Settings

ROOT = Path(__file__).parent.parent
READMES = ["README.md", "README.zh-CN.md"]


def _text(name):
    return (ROOT / name).read_text(encoding="utf-8")


def _tree(text):
    """The paths drawn in the block that starts with app.py; two spaces of indentation mean inside the folder above."""
    block = re.search(r"^```\n(app\.py .*?)^```", text, flags=re.DOTALL | re.MULTILINE).group(1)
    folder = ""
    for line in block.splitlines():
        names = re.match(r"(\s*)((?:[\w./]+\.py |[\w./]+\.py$|\w+/)+)", line + " ")
        inside = bool(names.group(1))
        for name in names.group(2).split():
            if not inside:
                folder = name
            yield folder + name if inside else name


@pytest.mark.parametrize("name", READMES)
def test_the_tree_is_true(name):
    drawn = list(_tree(_text(name)))
    assert len(drawn) > 20
    assert [path for path in drawn if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("name", READMES)
def test_no_stage_is_missing_from_the_tree(name):
    stages = {path.parent.name + "/" for path in ROOT.glob("*/__init__.py")}
    assert stages <= set(_tree(_text(name)))


@pytest.mark.parametrize("name", [*READMES, "CONTRIBUTING.md", "corpus/README.md"])
def test_every_command_exists(name):
    modules = set(re.findall(r"python -m ([a-z]+(?:\.[a-z]+)*)", _text(name)))
    assert [module for module in modules if importlib.util.find_spec(module) is None] == []


@pytest.mark.parametrize("name", READMES)
def test_every_setting_is_explained_with_its_default(name):
    rows = dict(re.findall(r"\| `CEWEN_(\w+)` \| (.+?) \|", _text(name)))
    assert {row.lower() for row in rows} == set(Settings.model_fields)
    stated = {row.lower(): default.strip("`") for row, default in rows.items() if default.startswith("`")}
    assert stated == {field: str(info.default) for field, info in Settings.model_fields.items() if str(info.default)}


@pytest.mark.parametrize("name", [*READMES, "CONTRIBUTING.md", "corpus/README.md"])
def test_every_link_inside_the_project_leads_somewhere(name):
    links = re.findall(r"\]\((?!https?:|#)([^)#]+)", _text(name))
    assert [link for link in links if not (ROOT / name).parent.joinpath(link).exists()] == []
