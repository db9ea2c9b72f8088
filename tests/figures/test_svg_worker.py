"""What the worker asks of the libraries that draw, and what lies in its folder afterwards. That they draw what they are
asked for, ``test_drawing.py`` sees."""

from __future__ import annotations

import base64
import io
import json
import sys
import zlib
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from macros.figures import svg_worker
from macros.figures.palette import STYLES, light
from macros.figures.sheet import DRAWING

SIGNATURE = b"\x89PNG\r\n\x1a\n"
VEGA = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"><g>'
    '<a xlink:href="/chips/q/"><path aria-label="Quill" fill="var(--no)" d="M1"/></a><text>Q</text></g></svg>'
)
LINK = '<a href="{root}chips/q/" tabindex="-1"><title>Quill</title><path fill="var(--no)" d="M1" /></a>'
PIXELS = bytes(range(256)) * 8


def chunk(kind: bytes, content: bytes) -> bytes:
    return len(content).to_bytes(4, "big") + kind + content + zlib.crc32(kind + content).to_bytes(4, "big")


def chunks(png: bytes) -> list[tuple[bytes, bytes]]:
    """The chunks of a picture, each whole and with its checksum."""
    assert png.startswith(SIGNATURE)
    found, left = [], png[len(SIGNATURE) :]
    while left:
        length = int.from_bytes(left[:4], "big")
        kind, content = left[4:8], left[8 : 8 + length]
        assert len(content) == length and left[: length + 12] == chunk(kind, content)
        found.append((kind, content))
        left = left[length + 12 :]
    return found


def png(*others: tuple[bytes, bytes]) -> bytes:
    """A picture whose pixels are not packed at all and lie in two pieces."""
    loose = zlib.compress(PIXELS, 0)
    every = [(b"IHDR", b"x" * 13), *others, (b"IDAT", loose[:9]), (b"IDAT", loose[9:]), (b"IEND", b"")]
    return SIGNATURE + b"".join(chunk(*one) for one in every)


@pytest.fixture
def asked(monkeypatch) -> list[tuple[str, Any]]:
    """Libraries that draw the same whatever they are asked for; each question that they got."""
    questions: list[tuple[str, Any]] = []

    def vega(specification: Any) -> str:
        questions.append(("vega", specification))
        return VEGA

    def picture(svg: str, scale: float) -> bytes:
        questions.append((f"png x{scale}", svg))
        return png()

    def typefaces(folder: str) -> None:
        questions.append(("typefaces", folder))

    stub = SimpleNamespace(vegalite_to_svg=vega, svg_to_png=picture, register_font_directory=typefaces)
    monkeypatch.setattr(svg_worker, "vl_convert", stub)
    return questions


def question(**more: Any) -> dict[str, Any]:
    return {"key": "k", "specification": {"width": 1}, "direction": "ltr", "lent": {}, "borrowed": {}} | more


def kept(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_a_drawing_is_kept_as_its_inside(asked, tmp_path):
    svg_worker.draw(question(), tmp_path)
    assert asked == [("vega", {"width": 1})]
    body = LINK.format(root="/")
    assert kept(tmp_path) == {"k.svg": f"<g>{body}<text>Q</text></g>".encode()}


def test_a_drawing_runs_as_its_language_does_and_knows_its_names(asked, tmp_path):
    svg_worker.draw(question(key="a", direction="rtl", lent={"Quill": "n"}), tmp_path)
    svg_worker.draw(question(key="b", borrowed={"Quill": "n"}), tmp_path)
    assert len(asked) == 2
    lending, borrowing = (kept(tmp_path)[name].decode() for name in ("a.svg", "b.svg"))
    assert '<title id="n">' in lending and "\u2067\u2066Q\u2069\u2069</text>" in lending
    assert 'aria-labelledby="n"' in borrowing and ">Q</text>" in borrowing and "<title" not in borrowing


def test_a_sheet_carries_all_that_it_needs(asked, tmp_path):
    """The SVG its typefaces; the PNG, twice as large, is drawn with those of the worker."""
    svg = f"<svg><style>src:url(font:ibm-plex-sans-400)</style><g fill='var(--ink)'>{DRAWING}</g></svg>"
    svg_worker.draw(question(sheet={"key": "s", "svg": svg, "root": "https://example.org/en/"}), tmp_path)
    found, colours = kept(tmp_path), light()
    assert set(found) == {"k.svg", "s.svg", "s.png"} and found["s.png"] == png()
    inside = LINK.format(root="https://example.org/en/").replace("var(--no)", colours["no"])
    drawn = f"<g fill='{colours['ink']}'><g>{inside}<text>Q</text></g></g></svg>"
    face = (STYLES.parent / "fonts/ibm-plex-sans-400.woff2").read_bytes()
    carried = f"data:font/woff2;base64,{base64.b64encode(face).decode()}"
    assert found["s.svg"].decode() == f"<svg><style>src:url({carried})</style>{drawn}"
    assert asked[1:] == [("png x2", f"<svg><style>src:url(font:ibm-plex-sans-400)</style>{drawn}")]
    assert 'href="/chips/q/"' in found["k.svg"].decode()


def test_a_card_is_a_picture_alone(asked, tmp_path):
    """In colours, as large as it says, and packed."""
    svg_worker.draw({"key": "c", "card": '<svg fill="var(--ok)"/>'}, tmp_path)
    assert asked == [("png x1", f'<svg fill="{light()["ok"]}"/>')]
    assert list(kept(tmp_path)) == ["c.png"] and kept(tmp_path)["c.png"] == svg_worker.packed(png())


def test_the_worker_draws_until_the_questions_end(asked, tmp_path, monkeypatch):
    lines = [question(key=key) for key in ("one", "two")]
    monkeypatch.setattr(sys, "stdin", io.StringIO("".join(json.dumps(line) + "\n" for line in lines)))
    monkeypatch.setattr(sys, "argv", ["svg_worker", str(tmp_path)])
    svg_worker.main()
    assert set(kept(tmp_path)) == {"one.svg", "two.svg"}
    ((what, folder), *_) = asked
    assert what == "typefaces" and sorted(Path(folder).glob("*.ttf"))


def test_what_is_drawn_anew_takes_the_place_of_the_old(asked, tmp_path):
    (tmp_path / "k.svg").write_text("old")
    svg_worker.draw(question(), tmp_path)
    assert asked and kept(tmp_path)["k.svg"].startswith(b"<g>") and list(kept(tmp_path)) == ["k.svg"]


def test_no_file_is_seen_half_written(asked, tmp_path, monkeypatch):
    """Whatever looks for the name of a drawing finds it whole: it is written under another name."""
    names = []
    monkeypatch.setattr(Path, "write_bytes", lambda path, content: names.append(path) or path.open("wb").write(content))
    svg_worker.draw(question(), tmp_path)
    assert asked and names == [tmp_path / "k.svg.part"]


def test_a_packed_picture_has_the_same_pixels_in_fewer_bytes():
    """Everything else stands as it stood, the pixels in one piece after it, and nothing after the end."""
    loose = png((b"gAMA", b"abcd"), (b"tEXt", b""))
    found = svg_worker.packed(loose)
    assert [kind for kind, _ in chunks(found)] == [b"IHDR", b"gAMA", b"tEXt", b"IDAT", b"IEND"]
    head, gamma, words, (_, pixels), end = chunks(found)
    assert (head[1], gamma[1], words[1], end[1]) == (b"x" * 13, b"abcd", b"", b"")
    assert zlib.decompress(pixels) == PIXELS and len(found) < len(loose) / 4


def test_pixels_are_packed_as_well_as_it_goes():
    (pixels,) = (content for kind, content in chunks(svg_worker.packed(png())) if kind == b"IDAT")
    assert len(pixels) == min(len(zlib.compress(PIXELS, level)) for level in range(10)) and pixels[:2] == b"\x78\xda"
