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

import pytest
import quicker

PAGE = "en/claims/buyers-ask/"

FIRST = '{% from "part/components.html"'
"""With what the template of claims begins."""


@contextmanager
def server(project: Path, *options: str) -> Iterator[tuple[str, Path, subprocess.Popen[bytes]]]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log, own = project / "serve.log", project / "served"
    own.mkdir()
    with log.open("w") as output:
        process = subprocess.Popen(
            [sys.executable, quicker.__file__, "mkdocs", "serve", "--livereload", "-a", f"127.0.0.1:{port}", *options],
            cwd=project,
            stdout=output,
            stderr=output,
            env=os.environ | {"NO_MKDOCS_2_WARNING": "1", "TMPDIR": str(own)},
        )
        try:
            yield f"http://127.0.0.1:{port}/", log, process
        finally:
            process.terminate()
            process.wait()


def until(check: Callable[[], bool], seconds: float = 300) -> bool:
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


@pytest.mark.usefixtures("world")
def test_an_address_that_is_taken_is_told(mkdocs):
    with socket.create_server(("127.0.0.1", 0)) as other:
        address = f"127.0.0.1:{other.getsockname()[1]}"
        result = mkdocs("serve", "-a", address)
    assert result.returncode != 0 and "Traceback" not in result.stderr
    assert f"dev_addr: {address}: expected an address that is free, found: " in result.stderr


def test_a_server_that_makes_everything_each_time(world):
    with server(world, "--clean") as (address, log, _):
        assert until(lambda: holds(address + PAGE, "Two Chinese firms asked")), log.read_text()


def test_serving(world):
    claim, chip = world / "data/claims/buyers-ask.yml", world / "data/chips/quill-2.yml"
    page, template = world / "docs/en/method.md", world / "macros/templates/record/claim.html"
    good = {path: path.read_text(encoding="utf-8") for path in (claim, chip, page, template)}

    def write(path: Path, old: str, new: str) -> None:
        assert old in good[path]
        path.write_text(good[path].replace(old, new), encoding="utf-8")

    def says(*words: str) -> bool:
        return until(lambda: all(one in log.read_text()[read:] for one in words))

    def shows(words: str) -> bool:
        write(claim, "Two Chinese firms asked", words)
        return until(lambda: holds(address + PAGE, words))

    with server(world) as (address, log, process):
        read = 0
        assert until(lambda: any((world / "served").glob("*mkdocs_*/en/*/index.html")))
        assert shows("Ten firms asked"), "what changes while the first build is under way shows after it"
        assert holds(address + PAGE, "livereload(") and holds(
            address + PAGE, "script-src 'self' 'wasm-unsafe-eval' 'unsafe-inline'"
        )

        write(page, "A table,", "A new line. A table,")
        write(template, FIRST, f"<!-- changed -->{FIRST}")
        assert shows("Two firms of China asked"), "a change of YAML shows"
        assert holds(address + PAGE, "<!-- changed -->"), "a change of a template shows"
        assert holds(address + "en/method/", "A new line."), "a change of a page shows"

        write(chip, "architecture: ", "architexture: ")
        page.unlink()
        (world / "data/claims").rename(world / "data/x")
        assert says(
            "quill-2.yml:", "architexture", "data/x/buyers-ask.yml:1: not read", "docs/ar/method.md:1: has no twin"
        )
        assert says("last good build are still served") and holds(address + PAGE, "Two firms of China asked")
        (world / "data/x").rename(world / "data/claims")
        write(page, "A table,", "A line again. A table,")
        write(chip, "architecture: ", "architecture: ")
        assert shows("Both firms asked") and holds(address + "en/method/", "A line again."), "it recovers"

        write(template, FIRST, f"{{% if %}}{FIRST}")
        assert says("macros/templates/record/claim.html:1: ")
        write(page, "A table,", "{{ nope }} A table,")
        assert says("docs/en/method.md:8: 'nope' is no call")
        assert holds(address + "en/method/", "A line again."), "the last good page stays"
        write(page, "A table,", "A table,")
        write(template, FIRST, FIRST)
        assert shows("Three firms asked") and not holds(address + "en/method/", "A line again.")

        twins = {world / f"docs/{code}/method.md": world / f"method-{code}.md" for code in ("en", "ar")}
        for twin, aside in twins.items():
            twin.rename(aside)
        assert says("nav: no page 'en/method.md'", "nav: no page 'ar/method.md'")
        read = len(log.read_text())
        (world / "data").rename(world / "away")
        assert says("last good build are still served"), "a folder that is gone is missed"
        read = len(log.read_text())
        (world / "away").rename(world / "data")
        for twin, aside in twins.items():
            aside.rename(twin)
        assert says("Building documentation"), "and seen when it is back"
        assert shows("Four firms asked"), "a change while a build is under way shows after it"

        kept = claim.stat()
        claim.write_text(claim.read_text(encoding="utf-8").replace("Four firms", "Five firms"), encoding="utf-8")
        os.utime(claim, ns=(kept.st_atime_ns, kept.st_mtime_ns))
        assert until(lambda: holds(address + PAGE, "Five firms asked")), "a file whose time and size stay"

        settings = world / "mkdocs.yml"
        told = settings.read_text(encoding="utf-8")
        settings.write_text(told[: told.index("hooks:")] + "plugins: []\n", encoding="utf-8")
        assert says("mkdocs.yml:1: hooks: expected macros/hooks.py")
        settings.write_text("extra: " + "[" * 20_000, encoding="utf-8")
        assert says("mkdocs.yml:1: expected a file of settings")
        assert holds(address + PAGE, "Five firms asked"), "the last good page stays"
        settings.write_text(told, encoding="utf-8")
        assert shows("Six firms asked")

        (served,) = (world / "served").glob("mkdocs_*/index.html")
        (served.parent / "ar").rename(world / "lost")
        assert shows("Seven firms asked") and holds(address + "ar/glossary/", "</html>"), "what is lost is made anew"

        sheet = world / "macros/theme/assets/page.css"
        styles = sheet.read_bytes()
        sheet.unlink()
        assert says("mkdocs.yml:1: extra_css: no file 'assets/page.css' in macros/theme; expected one")
        sheet.write_bytes(styles)

        module, forms = world / "macros/page/place.py", world / "macros/wording/citation_styles/forms.json"
        code = module.read_text(encoding="utf-8")
        module.unlink()
        forms.write_text(forms.read_text(encoding="utf-8") + "\n", encoding="utf-8")
        said = "start the server again to see it"
        assert says(f"macros/page/place.py is gone: {said}", f"{forms.relative_to(world)} has changed: {said}")
        assert until(lambda: "Documentation built" in log.read_text().rpartition(said)[2])
        read = len(log.read_text())
        module.write_text(code, encoding="utf-8")
        assert says(f"forms.json has changed: {said}") and "place.py" not in log.read_text()[read:]
        assert process.poll() is None and "Traceback" not in log.read_text()
