"""The chat without an index serves one page, which says what to do."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from ui.server import bind

ROOT = Path(__file__).parent.parent


@pytest.mark.slow
def test_app_serves_a_page_that_explains_a_missing_index(tmp_path):
    with bind("127.0.0.1", 0) as listener:
        port = listener.getsockname()[1]
    command = [sys.executable, "app.py", "--index", str(tmp_path / "none"), "--port", str(port)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    try:
        page = _first_page(f"http://127.0.0.1:{port}/", process)
    finally:
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert page.status_code == 503
    assert f"-m index.build --corpus corpus --index {tmp_path / 'none'}" in page.text
    assert out == f"策问：http://127.0.0.1:{port} （按 Ctrl+C 停止）\n"
    assert err.startswith("策问无法回答问题：")
    assert err.count("\n") == 1


def _first_page(address, process):
    for _ in range(300):
        try:
            return httpx.get(address)
        except httpx.ConnectError:
            assert process.poll() is None
            time.sleep(0.2)
    pytest.fail("the server did not start within a minute")
