"""A holder of a copy of the article learns which paragraphs match, on the article of the made-up world."""

from __future__ import annotations

import os
import unicodedata

import made_up
import pytest
from made import write

from macros.tools import verify
from macros.tools.verify import compare, fingerprint, paragraphs

ARTICLE = (made_up.WORLD / "article.txt").read_text(encoding="utf-8")


@pytest.fixture(autouse=True)
def world(monkeypatch):
    monkeypatch.setattr(verify, "DATA", made_up.WORLD / "data")


class TestParagraphs:
    """A paragraph is a line that is not blank, normalised."""

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("", []),
            ("\n \n\t\n", []),
            ("one\ntwo", ["one", "two"]),
            ("one\r\n\r\n  two  \n", ["one", "two"]),
            ("a\u00a0 \tb", ["a b"]),
            ("\ufeffone", ["one"]),
            ("e\u0301", ["\u00e9"]),
            ("الفقرة  الأولى.\n\nالثانية", ["الفقرة الأولى.", "الثانية"]),
        ],
    )
    def test_normalised(self, text, expected):
        assert paragraphs(text) == expected

    def test_a_fingerprint_is_the_sha_256_of_the_text(self):
        assert fingerprint("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        assert fingerprint("س") != fingerprint("ش")


def known() -> list[str]:
    return [paragraph.sha256 for paragraph in made_up.dossier().article.paragraphs]


def test_the_text_of_the_article_matches_itself():
    assert compare(ARTICLE, known()) == [(number, number) for number in range(1, 9)]


def test_a_copy_matches_whatever_its_white_space_and_order():
    lines = paragraphs(ARTICLE)
    copy = f"  {lines[2].replace(' ', '   ')}\n\nof another hand\n{unicodedata.normalize('NFD', lines[0])}"
    assert compare(copy, known()) == [(1, 3), (2, None), (3, 1)]


class TestCommand:
    """What is printed, and the exit status."""

    def test_the_whole_article(self, capsys):
        assert verify.main([str(made_up.WORLD / "article.txt")]) == 0
        lines = capsys.readouterr().out.splitlines()
        assert lines[0] == "paragraph 1: matches paragraph 1 of the article" and lines[-1] == "8 of 8 paragraphs found"

    def test_a_part_of_it(self, tmp_path, capsys):
        lines = paragraphs(ARTICLE)
        write(tmp_path, {"part.txt": "\n".join([lines[7], "of another hand", *lines[:5], lines[0]])})
        assert verify.main([str(tmp_path / "part.txt")]) == 1
        printed = capsys.readouterr().out.splitlines()
        assert printed[:2] == ["paragraph 1: matches paragraph 8 of the article", "paragraph 2: matches no paragraph"]
        assert printed[-1] == "6 of 8 paragraphs found; missing: 6, 7"

    @pytest.mark.parametrize("arguments", [[], ["a", "b"]])
    def test_a_wrong_call(self, capsys, arguments):
        assert verify.main(arguments) == 2
        assert capsys.readouterr().err == "usage: python -m macros.tools.verify FILE\n"

    def test_a_file_that_is_not_there(self, tmp_path, capsys):
        assert verify.main([str(tmp_path / "none.txt")]) == 2
        assert "No such file" in capsys.readouterr().err

    def test_a_file_that_is_no_text(self, tmp_path, capsys):
        (tmp_path / "x.txt").write_bytes(b"\xff\xfe\x00")
        assert verify.main([str(tmp_path / "x.txt")]) == 2
        assert capsys.readouterr().err == f"{tmp_path / 'x.txt'}: not UTF-8 text\n"

    def test_a_file_that_never_ends(self, tmp_path, capsys):
        os.mkfifo(tmp_path / "pipe")
        for name in (str(tmp_path / "pipe"), "/dev/zero"):
            assert verify.main([name]) == 2
            assert capsys.readouterr().err == f"{name}:1: expected a file, found a folder, a pipe or a device\n"

    def test_data_without_the_article(self, tmp_path, monkeypatch, capsys):
        monkeypatch.setattr(verify, "DATA", tmp_path)
        assert verify.main([str(made_up.WORLD / "article.txt")]) == 2
        expected = "expected the fingerprints of the article; found none"
        assert capsys.readouterr().err == f"{tmp_path.name}/sources/article.yml:1: paragraphs: {expected}\n"

    def test_data_that_cannot_be_read(self, tmp_path, monkeypatch, capsys):
        monkeypatch.setattr(verify, "DATA", tmp_path / "none")
        assert verify.main([str(made_up.WORLD / "article.txt")]) == 2
        assert capsys.readouterr().err == "none:1: expected a folder of records\n"
