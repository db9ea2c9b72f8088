"""What the benchmarks share: the same pages as plain Material builds them, builds as processes of their own, and a host
for a built site."""

from __future__ import annotations

import gzip
import http.server
import multiprocessing
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

ROOT = Path(__file__).resolve().parent.parent
CAPTURE = r"""
from pathlib import Path

from macros.site.generated import ProsePage

def write(page, text):
    target = Path({folder!r}) / page.file.src_uri
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")

def on_page_content(html, page, config, files):
    build = config["dossier_build"]
    if isinstance(page, ProsePage):
        lines = build.call_macros(page).split("\n")
        html = "\n".join(build.markdown.kept(line) or line for line in lines)
    write(page, html)
"""
"""Writes every page as Markdown: prose after its macros, a record's page, which has no text of its own, as its HTML."""


def configuration(project: Path) -> dict[str, Any]:
    """A project's configuration without tags that plain YAML cannot read."""

    class Loader(yaml.SafeLoader):
        pass

    Loader.add_multi_constructor("!", lambda loader, suffix, node: "http://127.0.0.1/")  # noqa: ARG005
    config: dict[str, Any] = yaml.load((project / "mkdocs.yml").read_text(encoding="utf-8"), Loader)
    config.pop("watch", None)
    return config


def write(file: Path, config: dict[str, Any]) -> Path:
    file.write_text(yaml.safe_dump(config, allow_unicode=True), encoding="utf-8")
    return file


def prepare(folder: Path, project: Path) -> tuple[Path, Path]:
    """Write the configuration that is measured into a copy of the project, and the plain one with its pages into
    ``folder``."""
    rendered, hook = folder / "rendered", folder / "capture.py"
    hook.write_text(CAPTURE.format(folder=str(rendered)), encoding="utf-8")
    ours = configuration(project) | {"site_dir": str(folder / "ours")}
    capturing = ours | {"hooks": [*ours["hooks"], str(hook)], "site_dir": str(folder / "capture")}
    run(write(project / "capture.yml", capturing))
    shared = ("site_name", "site_url", "nav", "not_in_nav", "markdown_extensions")
    plain = {name: value for name, value in ours.items() if name in shared} | {
        "docs_dir": str(rendered),
        "site_dir": str(folder / "plain"),
        "theme": {"name": "material", "font": False},
        "plugins": ["search"],
    }
    return write(project / "ours.yml", ours), write(folder / "plain.yml", plain)


class Run(NamedTuple):
    """One build: seconds by the clock, seconds of processor time with its children's, and peak memory in MiB."""

    seconds: float
    processor: float
    memory: float


def run(config: Path) -> Run:
    """One build as a process of its own."""
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "build", "--clean", "-f", str(config)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        cwd=config.parent,
    )
    assert process.stderr
    errors = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(errors)
    return Run(time.perf_counter() - started, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def line(name: str, values: list[float], unit: str) -> str:
    return f"{name:28} {min(values):8.2f} {statistics.median(values):8.2f} {max(values):8.2f}  {unit}"


COMPRESSED = {".html", ".css", ".js", ".svg", ".json", ".xml"}
"""What a static host compresses."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a built site as a static host does, with gzip and ten minutes of cache, by a process of its own, so that a
    browser does not wait for who measures it; its address."""

    @cache
    def body(file: Path) -> bytes:
        content = file.read_bytes()
        return gzip.compress(content, 6) if file.suffix in COMPRESSED else content

    class Host(http.server.SimpleHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        disable_nagle_algorithm = True  # a body would wait for the answer to its head

        def __init__(self, *arguments: Any, **keywords: Any):
            super().__init__(*arguments, directory=str(site), **keywords)

        def do_GET(self) -> None:
            file = Path(self.translate_path(self.path))
            file = file / "index.html" if file.is_dir() else file
            if not file.is_file():
                self.send_error(404)
                return
            content = body(file)
            self.send_response(200)
            self.send_header("Content-Type", self.guess_type(str(file)))
            self.send_header("Content-Length", str(len(content)))
            self.send_header("Cache-Control", "max-age=600")
            if file.suffix in COMPRESSED:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *arguments: Any) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Host)
    host = multiprocessing.get_context("fork").Process(target=server.serve_forever, daemon=True)
    host.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        host.terminate()
        host.join()
