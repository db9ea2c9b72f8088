"""Copies in an archive: asked of a made-up archive, entered in the records, and never asked for twice."""

from __future__ import annotations

import http.server
import json
import socket
import threading
from urllib.parse import unquote

import pytest
from made import said, write

from macros.reading.load import by_itself, load
from macros.reading.problems import DossierError
from macros.reading.yaml_file import read
from macros.record.source import Source
from macros.tools import archive

TEXT = """kind: newsroom
publisher: {{en: Daily, ar: يومية}}
title: {{en: x, ar: س}}
date: {date}
language: en
url: {url}   # its own
read: {read}
"""
ADDRESSES = {
    "held": ("2031-01-01", "https://example.org/held?a=b&c"),
    "new": ("2031-03-01", "https://example.org/new"),
    "lost": ("2031-02-01", "https://example.org/lost"),
    "refused": ("2031-01-02", "https://example.org/refused"),
    "nowhere": ("2031-04-01", "null"),
    "younger": ("2031-01-06", "https://example.org/held-before"),
}
TAKEN = "20310105060708"
HELD = f"http://web.archive.org/web/{TAKEN}/https://example.org/held?a=b&c"


class Archive(http.server.BaseHTTPRequestHandler):
    """Holds two pages, makes a copy of another and of one that it held before there was the text, of a fourth none, and
    refuses the fifth."""

    asked: list[str] = []

    def do_GET(self):
        kind, _, address = unquote(self.path.lstrip("/")).partition("=" if "available" in self.path else "/")
        self.asked.append(f"{kind.partition('?')[0]} {address}")
        if "available" in kind:
            held = {"closest": {"available": True, "url": HELD, "timestamp": TAKEN}} if "held" in address else {}
            self.answer(json.dumps({"archived_snapshots": held}))
        elif kind == "save" and ("new" in address or "before" in address):
            self.send_response(302)
            self.send_header("Location", f"/web/20310401000000/{address}")
            self.end_headers()
        elif "refused" in address:
            self.send_error(429)
        else:
            self.answer("<p>a page</p>")

    def answer(self, text: str) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(text.encode())

    def log_message(self, *arguments):
        pass


def _text(date: str, url: str) -> str:
    return TEXT.format(date=date, url=url, read="none" if url == "null" else "full")


@pytest.fixture
def pauses():
    """How long the command waited each time."""
    return []


@pytest.fixture
def project(tmp_path, monkeypatch, pauses):
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Archive)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    here = f"http://127.0.0.1:{server.server_port}"
    files = {f"data/sources/{id}.yml": _text(date, url) for id, (date, url) in ADDRESSES.items()}
    write(tmp_path, files)
    monkeypatch.setattr(archive, "PROJECT", tmp_path)
    monkeypatch.setattr(archive.time, "sleep", pauses.append)
    monkeypatch.setattr(archive, "KNOWN", f"{here}/available?url=")
    monkeypatch.setattr(archive, "SAVE", f"{here}/save/")
    Archive.asked.clear()
    yield tmp_path
    server.shutdown()
    server.server_close()


def archived(project):
    return {source.id: source.archived and str(source.archived) for source in load(project / "data").all(Source)}


def test_what_the_archive_holds_is_taken_and_what_it_lacks_is_made(project, capsys):
    assert archive.main([]) == 0
    found = archived(project)
    assert found["held"] == HELD.replace("http://", "https://", 1)
    assert found["new"] == "https://web.archive.org/web/20310401000000/https://example.org/new"
    assert found["younger"] == "https://web.archive.org/web/20310401000000/https://example.org/held-before"
    assert found["lost"] is found["refused"] is found["nowhere"] is None
    said = capsys.readouterr().out
    assert "lost: no copy was made" in said and "refused: HTTP Error 429" in said


def test_the_rest_of_the_record_stays_as_it_was(project):
    before = (project / "data/sources/held.yml").read_text(encoding="utf-8")
    archive.main([])
    after = (project / "data/sources/held.yml").read_text(encoding="utf-8").splitlines()
    assert after[6].startswith("archived: ") and after[:6] + after[7:] == before.splitlines()


COPY = "https://web.archive.org/web/20310105060708/https://example.org/x"
RECORD = """kind: newsroom
publisher: {en: Daily, ar: يومية}
title: {en: x, ar: س}
date: 2031-01-01
language: en
read: full
"""


def entered(folder, text: str) -> str:
    write(folder, {"x.yml": text})
    archive.enter(folder / "x.yml", COPY)
    return (folder / "x.yml").read_bytes().decode()


def in_record(folder) -> str:
    """The archived address that a build reads."""
    record = by_itself(Source, "x", read(folder / "x.yml", "x.yml")).record
    return str(record.archived)


@pytest.mark.parametrize(
    "address",
    [
        "url: https://example.org/x\n",
        "url: https://example.org/x",
        "url: >-\n  https://example.org/x\n",
        'url:\n  "https://example.org/x"\n',
        "url:\n\n  # its own\n  https://example.org/x\n# the end\n",
        "'url': https://example.org/x\n...\n",
        "\nurl: https://example.org/x\r\n",
    ],
)
@pytest.mark.parametrize("is_last", [True, False])
def test_a_copy_is_entered_after_the_whole_address(tmp_path, address, is_last):
    text = f"{RECORD}{address}" if is_last else "\ufeff" + address.removesuffix("...\n") + "\n" + RECORD
    after = entered(tmp_path, text)
    assert after.replace(f"archived: {COPY}\n", "") == text.removesuffix("\n") + "\n"
    assert after.index("archived") > after.index("example.org/x")
    assert in_record(tmp_path) == COPY


@pytest.mark.parametrize("null", [" null", " ~", "", " Null  ", "   null   # looked for"])
@pytest.mark.parametrize("is_first", [True, False])
def test_a_copy_takes_the_place_of_null(tmp_path, null, is_first):
    url = "url: https://example.org/x\n"
    text = f"archived:{null}\n{RECORD}{url}" if is_first else f"{RECORD}{url}archived:{null}\n"
    after = entered(tmp_path, text)
    assert after.count("archived:") == 1 and after.count("\n") == text.count("\n")
    assert after.endswith("# looked for\n") or is_first or "#" not in text
    assert in_record(tmp_path) == COPY


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("{" + ", ".join(RECORD.splitlines()) + ", url: https://example.org/x}\n", "1: archived"),
        (f"{RECORD}url: https://example.org/x\narchived :  null\n", "8: archived"),
        (f"{RECORD}url: https://example.org/x\narchived:\n  null\n", "8: archived"),
        (f"{RECORD}url: https://example.org/x\n'archived': null\n", "8: archived"),
    ],
)
def test_what_finds_no_place_is_told_and_the_record_stays_as_it_was(tmp_path, text, place):
    with pytest.raises(DossierError) as caught:
        entered(tmp_path, text)
    assert said(caught.value)[0].startswith(f"data/sources/x.yml:{place}: finds no place") and COPY in str(caught.value)
    assert (tmp_path / "x.yml").read_text(encoding="utf-8") == text


def test_a_copy_that_no_build_would_take_is_told_and_the_record_stays_as_it_was(tmp_path):
    text = f"{RECORD}url: https://example.org/another\n"
    with pytest.raises(DossierError, match=r"^data/sources/x\.yml:8: archived: a copy of a page of 'example\.org/x'"):
        entered(tmp_path, text)
    assert (tmp_path / "x.yml").read_text(encoding="utf-8") == text


def test_the_command_tells_what_it_cannot_enter_and_goes_on(project, capsys):
    (project / "data/sources/new.yml").rename(project / "data/sources/new.yaml")
    text = (project / "data/sources/held.yml").read_text(encoding="utf-8")
    write(project, {"data/sources/held.yml": "{" + ",\n".join(text.replace("   # its own", "").splitlines()) + "}"})
    assert archive.main([]) == 0 and "data/sources/held.yml:1: archived: finds no place" in capsys.readouterr().out
    assert {id for id, copy in archived(project).items() if copy} == {"new", "younger"}


@pytest.mark.usefixtures("project")
def test_only_so_many_are_asked_for_the_newest_first_with_a_pause_after_each(pauses):
    archive.main(["2"])
    assert Archive.asked[0] == "available https://example.org/new"
    assert not any("held" in asked for asked in Archive.asked) and pauses == [archive.PAUSE] * 2


@pytest.mark.usefixtures("project")
def test_what_is_archived_is_not_asked_for_again():
    archive.main([])
    Archive.asked.clear()
    archive.main([])
    assert Archive.asked and not any("held" in asked or "new" in asked for asked in Archive.asked)


def test_wrong_data_is_told_and_nothing_is_asked(project, capsys):
    write(project, {"data/sources/x.yml": "kind: ["})
    assert archive.main([]) == 2 and "data/sources/x.yml:" in capsys.readouterr().err and not Archive.asked


@pytest.mark.parametrize(
    "answer",
    [
        "[]",
        "{}",
        '{"archived_snapshots": {"closest": {"available": true}}}',
        '{"archived_snapshots": {"closest": {"available": true, "timestamp": 3, "url": "x"}}}',
        json.dumps(
            {"archived_snapshots": {"closest": {"available": True, "timestamp": "9", "url": "https://example.org/"}}}
        ),
        json.dumps(
            {"archived_snapshots": {"closest": {"available": True, "timestamp": "9", "url": f"{HELD}\nread: full"}}}
        ),
    ],
)
def test_a_strange_answer_is_entered_nowhere_and_ends_nothing(project, monkeypatch, capsys, answer):
    monkeypatch.setattr(Archive, "do_GET", lambda handler: handler.answer(answer))
    before = (project / "data/sources/held.yml").read_text(encoding="utf-8")
    assert archive.main([]) == 0 and "expected" in capsys.readouterr().out
    assert (project / "data/sources/held.yml").read_text(encoding="utf-8") == before


def test_an_answer_that_is_cut_off_ends_nothing(project, monkeypatch, capsys):
    def cut(handler: Archive) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "99")
        handler.end_headers()
        handler.wfile.write(b"{")

    monkeypatch.setattr(Archive, "do_GET", cut)
    assert archive.main([]) == 0 and "held: IncompleteRead" in capsys.readouterr().out
    assert set(archived(project).values()) == {None}


def test_without_a_network_no_further_source_is_asked_for_and_what_was_entered_stays(project, monkeypatch, capsys):
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))  # and nobody listens
        nowhere = f"http://127.0.0.1:{closed.getsockname()[1]}/?url="
        monkeypatch.setattr(archive.time, "sleep", lambda _: monkeypatch.setattr(archive, "KNOWN", nowhere))
        assert archive.main([]) == 1
    said = capsys.readouterr()
    assert said.out == "new: https://web.archive.org/web/20310401000000/https://example.org/new\n"
    assert said.err.startswith("lost: the archive cannot be reached: ") and said.err.count("\n") == 1
    assert [id for id, copy in archived(project).items() if copy] == ["new"]


@pytest.mark.parametrize("arguments", [["all"], ["1", "2"], ["9" * 5000], ["٣"]])
def test_a_wrong_call_says_what_the_command_does(capsys, arguments):
    assert archive.main(arguments) == 2 and "python -m macros.tools.archive" in capsys.readouterr().err
