"""``mkdocs serve``: a change shows after reload; a mistake is printed, the server survives and recovers."""
from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager

PAGE = "en/claims/h200-six-times-h20/"


@contextmanager
def server(project):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = project / "serve.log"
    with log.open("w") as output:
        process = subprocess.Popen([sys.executable, "-m", "mkdocs", "serve", "--livereload", "-a", f"127.0.0.1:{port}"], cwd=project,
                                   stdout=output, stderr=output, env=os.environ | {"NO_MKDOCS_2_WARNING": "1"})
        try:
            yield f"http://127.0.0.1:{port}/", log, process
        finally:
            process.terminate()
            process.wait()


def until(check, seconds: float = 90):
    """Wait for a check to hold; the last answer if it never does."""
    end = time.monotonic() + seconds
    while not (answer := check()) and time.monotonic() < end:
        time.sleep(0.3)
    return answer


def holds(address: str, words: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=60) as response:
            return words in response.read().decode()
    except OSError:
        return False


def test_serving(project):
    claim = project / "data/claims/h200-six-times-h20.yml"
    good = claim.read_text(encoding="utf-8")
    with server(project) as (address, log, process):
        assert until(lambda: holds(address + PAGE, "nearly six times")), log.read_text()

        claim.write_text(good.replace("nearly six times", "almost six times"), encoding="utf-8")
        assert until(lambda: holds(address + PAGE, "almost six times")), "a change of YAML shows"

        claim.write_text(good.replace("topic: performance", "topic: performace"), encoding="utf-8")
        assert until(lambda: "did you mean 'performance'" in log.read_text()), "the mistake is printed"
        assert "Traceback" not in log.read_text()
        assert process.poll() is None, "the server survives"

        claim.write_text(good.replace("nearly six times", "close to six times"), encoding="utf-8")
        assert until(lambda: holds(address + PAGE, "close to six times")), "it recovers"

        template = project / "macros/templates/cite.html"
        template.write_text(template.read_text(encoding="utf-8").replace('rel="bookmark"', 'rel="bookmark permalink"'), encoding="utf-8")
        assert until(lambda: holds(address + PAGE, "bookmark permalink")), "a change of a template shows"

        page = project / "docs/en/method.md"
        page.write_text(page.read_text(encoding="utf-8") + "\nA new last line.\n", encoding="utf-8")
        assert until(lambda: holds(address + "en/method/", "A new last line.")), "a change of a page shows"
