"""Files of a test's own folder."""

import json

import pytest


@pytest.fixture
def write(tmp_path):
    """`write("a.jsonl", [{"id": 1}])` writes rows, `write("a.csv", "id\\n1")` a text; the path comes back."""

    def write_file(name, content):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        lines = content if isinstance(content, str) else "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in content)
        path.write_text(lines, encoding="utf-8")
        return path

    return write_file
