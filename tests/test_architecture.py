"""The drawing in the README holds: imports point one way, each dependency has one door, and nothing reads the answer key."""

import ast
import importlib.util
import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PIPELINE = ("index", "facts", "retriever", "prompts", "answer")  # a stage imports itself and what stands to its left
ENDS = {"ui": {"ui"}, "app": {"app", "ui"}, "eval": {"eval"}, "bench": {"bench"}}  # each imports the pipeline and these
MAY_IMPORT = {stage: set(PIPELINE[: n + 1]) for n, stage in enumerate(PIPELINE)} | {end: set(PIPELINE) | own for end, own in ENDS.items()}
PACKAGES = set(MAY_IMPORT) - {"app"}
PUBLISHERS = {"index/build.py", "index/add.py", "index/remove.py"}  # publish passages and facts in one step
DOORS = {
    "faiss": {"index/dense.py"},
    "bm25s": {"index/lexical.py"},
    "jieba": {"index/lexical.py"},
    "sentence_transformers": {"index/embedder.py"},
    "pymilvus": {"index/milvus.py"},
    "gradio": {"ui/", "app.py"},
    "langchain": {"prompts/llm.py"},
    "langchain_openai": {"prompts/llm.py"},
    "openai": {"prompts/llm.py"},
}
OWN_DOORS = ("index/training/", "bench/", "eval/stock")  # training, and the stock pipelines that ours is measured against
COMMANDS = "index/command.py"  # runs every command and prints why one failed
UNSAFE_MODULES = {"pickle", "cPickle", "_pickle", "dill", "cloudpickle", "joblib", "shelve", "marshal"}
UNSAFE_CALLS = {"torch.load", "pandas.read_pickle", "pd.read_pickle"}
UNSAFE_OPTIONS = {"allow_pickle", "allow_dangerous_deserialization", "trust_remote_code"}
ANSWER_KEY = re.compile(r"(^|[/\\])gold([/\\]|$)")

Imported = tuple[str, bool, int]  # dotted name, whether it is a bare `import name`, line


def _sources() -> list[str]:
    """Every module of the program, as a path from the root."""
    found = [path.relative_to(ROOT).as_posix() for stage in MAY_IMPORT for path in (ROOT / stage).rglob("*.py")]
    return sorted(found + ["app.py"] * (ROOT / "app.py").exists())


@cache
def _tree(source: str) -> ast.Module:
    return ast.parse((ROOT / source).read_text(encoding="utf-8"), source)


def _imports(tree: ast.Module, source: str) -> Iterator[Imported]:
    """All imports, those inside functions and through importlib included; relative ones made absolute."""
    package = source.split("/")[:-1]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.name, True, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else []
            yield ".".join([*above, *([node.module] if node.module else [])]), False, node.lineno
        elif isinstance(node, ast.Call) and ast.unparse(node.func) in {"importlib.import_module", "import_module", "__import__"}:
            yield from ((arg.value, False, node.lineno) for arg in node.args[:1] if isinstance(arg, ast.Constant))


def _strings(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """All string constants but docstrings and other texts that stand alone."""
    prose = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose:
            yield node.value, node.lineno


def _within(source: str, places: set[str] | tuple[str, ...]) -> bool:
    return any(source == place or (not place.endswith(".py") and source.startswith(place)) for place in places)


def wrong_arrows(tree: ast.Module, source: str) -> list[str]:
    own = source.split("/")[0].removesuffix(".py")
    allowed = MAY_IMPORT[own] | ({"facts"} if source in PUBLISHERS else set())
    tops = ((name.split(".")[0], line) for name, _, line in _imports(tree, source))
    return [f"{source}:{line}: {own} imports {top}" for top, line in tops if top in MAY_IMPORT and top not in allowed]


def wrong_doors(tree: ast.Module, source: str) -> list[str]:
    tops = ((name.split(".")[0], line) for name, _, line in _imports(tree, source))
    return [
        f"{source}:{line}: {top} belongs to {', '.join(sorted(DOORS[top]))}"
        for top, line in tops
        if top in DOORS and not _within(source, DOORS[top]) and not _within(source, OWN_DOORS)
    ]


def bare_imports(tree: ast.Module, source: str) -> list[str]:
    return [
        f"{source}:{line}: write `from {name} import …`"
        for name, bare, line in _imports(tree, source)
        if bare and name.split(".")[0] in PACKAGES
    ]


def unsafe_loading(tree: ast.Module, source: str) -> list[str]:
    found = [(name, line) for name, _, line in _imports(tree, source) if name.split(".")[0] in UNSAFE_MODULES]
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        if ast.unparse(call.func) in UNSAFE_CALLS:
            found.append((ast.unparse(call.func), call.lineno))
        allowing = [k.arg for k in call.keywords if k.arg in UNSAFE_OPTIONS and ast.unparse(k.value) != "False"]
        found += [(str(name), call.lineno) for name in allowing]
    return [f"{source}:{line}: {name} can run code hidden in a file" for name, line in found]


def stray_prints(tree: ast.Module, source: str) -> list[str]:
    is_command = (
        source == COMMANDS
        or source.endswith("__main__.py")
        or any(isinstance(node, ast.If) and "__name__" in ast.unparse(node.test) for node in tree.body)
    )
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call) and ast.unparse(node.func) == "print")
    return [f"{source}:{call.lineno}: print outside a command" for call in calls if not is_command]


def answer_key_readers(tree: ast.Module, source: str) -> list[str]:
    if source.startswith("eval/"):
        return []
    return [f"{source}:{line}: names the answer key: {text!r}" for text, line in _strings(tree) if ANSWER_KEY.search(text)]


def named_documents(tree: ast.Module, source: str) -> list[str]:
    catalog = tomllib.loads((ROOT / "corpus/catalog.toml").read_text(encoding="utf-8"))
    ids = [entry["id"] for entry in catalog["document"]]
    return [f"{source}:{line}: knows a document: {text!r}" for text, line in _strings(tree) if any(i in text for i in ids)]


RULES = [wrong_arrows, wrong_doors, bare_imports, unsafe_loading, stray_prints, answer_key_readers, named_documents]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_program_keeps_the_rule(rule):
    assert [breach for source in _sources() for breach in rule(_tree(source), source)] == []


@pytest.mark.parametrize(
    ("rule", "source", "code"),
    [
        (wrong_arrows, "index/store.py", "from facts.targets import Fact"),
        (wrong_arrows, "index/store.py", "def late():\n    from eval.metrics import recall"),
        (wrong_arrows, "facts/compute.py", "from ..retriever import question"),
        (wrong_arrows, "answer/compose.py", "import importlib\nimportlib.import_module('ui.chat')"),
        (wrong_doors, "index/store.py", "import faiss"),
        (wrong_doors, "prompts/llm_extra.py", "from langchain.chat_models import init_chat_model"),
        (bare_imports, "app.py", "import eval"),
        (bare_imports, "app.py", "import index.store"),
        (unsafe_loading, "index/store.py", "import numpy as np\nnp.load('x.npy', allow_pickle=True)"),
        (unsafe_loading, "index/store.py", "import pickle"),
        (unsafe_loading, "index/embedder.py", "import torch\ntorch.load('x.pt')"),
        (stray_prints, "index/store.py", "print('loaded')"),
        (answer_key_readers, "answer/compose.py", "KEY = Path('eval') / 'gold' / 'dev.jsonl'"),
        (answer_key_readers, "bench/run.py", "QUESTIONS = 'eval/gold/dev.jsonl'"),
        (named_documents, "retriever/question.py", "if hit.doc == 'yuyao-145': boost()"),
    ],
)
def test_a_breach_is_found(rule, source, code):
    assert len(rule(ast.parse(code), source)) == 1


@pytest.mark.parametrize(
    ("rule", "source", "code"),
    [
        (wrong_arrows, "index/add.py", "from facts.store import write_facts"),
        (wrong_arrows, "app.py", "from ui.chat import page"),
        (wrong_doors, "ui/chat.py", "import gradio as gr"),
        (wrong_doors, "retriever/retrieve.py", "from langchain_core.retrievers import BaseRetriever"),
        (unsafe_loading, "index/dense.py", "import numpy as np\nnp.load('x.npy', allow_pickle=False)"),
        (stray_prints, "index/build.py", "print('built')\nif __name__ == '__main__':\n    main()"),
        (answer_key_readers, "answer/compose.py", '"""Never reads eval/gold/."""\nWORDS = "golden"'),
    ],
)
def test_what_is_allowed_is_not_a_breach(rule, source, code):
    assert rule(ast.parse(code), source) == []


@pytest.mark.parametrize("name", sorted({*MAY_IMPORT, "corpus", "tests"}))
def test_a_name_resolves_inside_the_repository(name):
    spec = importlib.util.find_spec(name)
    places = [] if spec is None else [spec.origin] if spec.origin else list(spec.submodule_search_locations or [])
    assert places, f"{name} is not found; commands and tests run from the repository's root"
    assert all(Path(place).is_relative_to(ROOT) for place in places), f"{name} comes from {places}"


def _normal(name: str) -> str:
    return name.lower().replace("_", "-")


def _unpinned(sources: list[str], *requirements: str) -> set[str]:
    """What these modules import that none of these files pins, pymilvus aside: who has a cluster installs it."""
    text = "\n".join((ROOT / name).read_text(encoding="utf-8") for name in requirements)
    pinned = {_normal(name) for name in re.findall(r"^([\w.-]+)==", text, flags=re.MULTILINE)}
    imported = {name.split(".")[0] for source in sources for name, _, _ in _imports(_tree(source), source)}
    foreign = imported - sys.stdlib_module_names - set(MAY_IMPORT) - {"pymilvus"}
    distributions = packages_distributions()
    return {name for name in foreign if not {_normal(made_by) for made_by in distributions.get(name, [])} & pinned}


def test_what_runs_needs_the_runtime_requirements_only():
    running = [source for source in _sources() if not source.startswith(("eval/", "bench/", "index/training/"))]
    assert _unpinned(running, "requirements.txt") == set()


def test_every_import_is_pinned():
    tests = [path.relative_to(ROOT).as_posix() for path in (ROOT / "tests").rglob("*.py")]
    assert _unpinned(_sources() + tests, "requirements.txt", "requirements-dev.txt") == set()


def test_the_tests_use_no_bare_imports():
    tests = [path.relative_to(ROOT).as_posix() for path in (ROOT / "tests").rglob("*.py")]
    assert [breach for source in tests for breach in bare_imports(_tree(source), source)] == []


def test_the_corpus_holds_data_only():
    assert list((ROOT / "corpus").rglob("*.py")) == []
