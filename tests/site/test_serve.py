"""``mkdocs serve``: a change shows after reload; a mistake is printed, the server survives and recovers."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

PAGE = "en/claims/buyers-ask/"


@contextmanager
def server(project: Path) -> Iterator[tuple[str, Path, subprocess.Popen[bytes]]]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = project / "serve.log"
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "mkdocs", "serve", "--livereload", "-a", f"127.0.0.1:{port}"],
            cwd=project,
            stdout=output,
            stderr=output,
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        )
        try:
            yield f"http://127.0.0.1:{port}/", log, process
        finally:
            process.terminate()
            process.wait()


def until(check: Callable[[], bool], seconds: float = 120) -> bool:
    """Wait for a check to hold; the last answer if it never does. Long only where the machine is busy."""
    end = time.monotonic() + seconds
    while not (answer := check()) and time.monotonic() < end:
        time.sleep(0.2)
    return answer


def holds(address: str, words: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=60) as response:
            return words in response.read().decode()
    except OSError:
        return False


def test_serving(world):
    claim = world / "data/claims/buyers-ask.yml"
    good = claim.read_text(encoding="utf-8")

    def write(path: Path, old: str, new: str) -> None:
        text = good if path == claim else path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    with server(world) as (address, log, process):
        assert until(lambda: holds(address + PAGE, "Two Chinese firms asked")), log.read_text()
        assert holds(address + PAGE, "livereload(") and holds(
            address + PAGE, "script-src 'self' 'wasm-unsafe-eval' 'unsafe-inline'"
        )

        write(claim, "Two Chinese firms asked", "Two firms of China asked")
        assert until(lambda: holds(address + PAGE, "Two firms of China asked")), "a change of YAML shows"

        write(claim, "topic: demand", "topic: demmand")
        assert until(lambda: "did you mean 'demand'" in log.read_text()), "the mistake is printed"
        assert "Traceback" not in log.read_text()
        assert process.poll() is None, "the server survives"

        write(claim, "Two Chinese firms asked", "Both firms asked")
        assert until(lambda: holds(address + PAGE, "Both firms asked")), "it recovers"

        write(world / "macros/templates/part/cite.html", 'rel="bookmark"', 'rel="bookmark permalink"')
        assert until(lambda: holds(address + PAGE, "bookmark permalink")), "a change of a template shows"

        page = world / "docs/en/method.md"
        page.write_text(page.read_text(encoding="utf-8") + "\nA new last line.\n", encoding="utf-8")
        assert until(lambda: holds(address + "en/method/", "A new last line.")), "a change of a page shows"

        page_text = page.read_text(encoding="utf-8")
        page.write_text(page_text + "\n{{ nope }}\n", encoding="utf-8")
        assert until(lambda: "docs/en/method.md" in log.read_text() and "'nope' is undefined" in log.read_text())
        assert process.poll() is None and holds(address + "en/method/", "A new last line."), "the last good page stays"
        page.write_text(page_text + "\nMended.\n", encoding="utf-8")
        assert until(lambda: holds(address + "en/method/", "Mended."))

        template = world / "macros/templates/record/claim.html"
        template_text = template.read_text(encoding="utf-8")
        template.write_text(template_text + "{% if %}", encoding="utf-8")
        assert until(lambda: "claim.html" in log.read_text()) and process.poll() is None
        template.write_text(template_text + "<!-- mended -->", encoding="utf-8")
        assert until(lambda: holds(address + PAGE, "<!-- mended -->"))

        module = world / "macros/page/place.py"
        module.write_text(module.read_text(encoding="utf-8") + "\n", encoding="utf-8")
        said = "macros/page/place.py has changed: start the server again to see it"
        assert until(lambda: said in log.read_text()), "code is not read again, and the server says so"
