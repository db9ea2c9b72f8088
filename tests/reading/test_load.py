"""From a folder to a dossier: what is read, what is refused, and that everything wrong is said at once."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from made import said, write

from macros.reading.load import Shelf, load
from macros.reading.problems import DossierError
from macros.reading.prose import OPENED, prose_problems
from macros.record.kinds import BY_FOLDER
from macros.record.term import Term

SVG = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:x='http://www.w3.org/1999/xlink'>"
UNOPENED = (
    "might run without the policy of pages; expected a page in Markdown, or a file that ends in one of .avif, .gif, "
    ".jpeg, .jpg, .png, .svg, .webp, .csv, .json, .pdf, .txt, .xlsx, .zip"
)
TERM = "name: {{en: {}, ar: نص}}\ndefinition: {{en: x, ar: س}}\n"
ACTOR = """\
name: {en: x, ar: س}
kind: company
side: nvidia
role: {en: x, ar: س}
interest: {basis: not-stated, text: {en: x, ar: س}}
"""


def refused(folder, files, pages=None) -> list[str]:
    with pytest.raises(DossierError) as caught:
        load(write(folder / "data", files), pages)
    return said(caught.value)


def test_records_by_kind_and_in_order(tmp_path):
    found = load(write(tmp_path / "data", {"terms/a.yml": TERM.format("zebra"), "terms/b.yaml": TERM.format("Ant")}))
    assert [(term.id, term.name.en) for term in found.all(Term)] == [("b", "Ant"), ("a", "zebra")]
    assert list(found.records) == list(BY_FOLDER)


def test_the_dossier_cannot_be_changed(tmp_path):
    found = load(write(tmp_path / "data", {"terms/a.yml": TERM.format("x")}))
    with pytest.raises(TypeError):
        found.records["terms"] = {}
    with pytest.raises(TypeError):
        found.records["terms"]["b"] = found.records["terms"]["a"]


def test_an_empty_folder_is_an_empty_dossier(tmp_path):
    assert not any(load(tmp_path).records.values())


def test_a_folder_that_is_not_there(tmp_path):
    with pytest.raises(DossierError) as caught:
        load(tmp_path / "dta")
    assert said(caught.value) == ["dta:1: expected a folder of records"]


class TestFiles:
    """Files that nobody would read, and names that are no ids."""

    IDS = "expected small Latin letters and digits, with single hyphens between them, 100 at most, kept by no system"
    STRANGER = "not read; expected <kind>/<id>.yml, <kind> one of " + ", ".join(BY_FOLDER)

    @pytest.mark.parametrize(
        "name", ["terms/x.txt", "terms/x.json", "trems/x.yml", "x.yml", "terms/deep/x.yml", "terms/x"]
    )
    def test_a_file_that_would_not_be_read(self, tmp_path, name):
        assert refused(tmp_path, {name: TERM.format("x")}) == [f"data/{name}:1: {self.STRANGER}"]

    @pytest.mark.parametrize(
        "name",
        [
            *(".DS_Store", "terms/.DS_Store", "Thumbs.db", "terms/._x.yml", ".idea/x.yml", "terms/x.yml___jb_tmp___"),
            *(
                "ehthumbs.db",
                "terms/~$x.yml",
                "terms/x.yml.orig",
                "terms/x.yml.rej",
                "terms/Icon\r",
                "__pycache__/x.pyc",
            ),
            *("terms/.x.yml.swp", "terms/x.yml.swp", "terms/4913", "terms/x.yml~", "terms/#x.yml#", "terms/x.yml.bak"),
        ],
    )
    def test_what_editors_and_systems_leave_is_passed_over(self, tmp_path, name):
        assert load(write(tmp_path / "data", {name: "\0"})).all(Term) == ()

    def test_a_lock_of_an_editor_leads_nowhere(self, tmp_path):
        write(tmp_path / "data", {"terms/x.yml": TERM.format("x")})
        (tmp_path / "data/terms/.#x.yml").symlink_to("someone@somewhere.1:2")
        assert len(load(tmp_path / "data").all(Term)) == 1

    @pytest.mark.parametrize("place", ["data/terms/x.yml", "docs/x.md"])
    @pytest.mark.parametrize(
        ("make", "expected"),
        [
            (os.mkfifo, "expected a file, found a folder, a pipe or a device"),
            (lambda path: path.symlink_to("/dev/zero"), "expected a file, found a link"),
            (lambda path: path.symlink_to("/proc/kmsg"), "expected a file, found a link"),
            (lambda path: path.symlink_to("/etc/passwd"), "expected a file, found a link"),
            (lambda path: path.symlink_to("."), "expected a file, found a link"),
            (lambda path: path.symlink_to("nowhere"), "expected a file, found a link"),
            (lambda path: path.symlink_to(path.name), "expected a file, found a link"),
            (
                lambda path: os.truncate(os.open(path, os.O_CREAT | os.O_WRONLY), 1 << 40),
                "holds 1,099,511,627,776 bytes",
            ),
        ],
        ids=["pipe", "device", "what never ends", "the machine's", "folder", "nothing", "itself", "a terabyte"],
    )
    def test_what_cannot_be_read_to_an_end(self, tmp_path, place, make, expected):
        for folder in ("data/terms", "docs"):
            (tmp_path / folder).mkdir(parents=True)
        make(tmp_path / place)
        with pytest.raises(DossierError) as caught:
            load(tmp_path / "data", tmp_path / "docs")
        assert any(line.startswith(f"{place}:1: {expected}") for line in said(caught.value))

    def test_a_link_to_a_folder_is_not_followed(self, tmp_path):
        write(tmp_path / "data", {"terms/x.yml": TERM.format("x")})
        (tmp_path / "data/terms/again").symlink_to(".")
        with pytest.raises(DossierError) as caught:
            load(tmp_path / "data")
        assert said(caught.value) == [f"data/terms/again:1: {self.STRANGER}"]

    def test_folders_are_no_files(self, tmp_path):
        (tmp_path / "data/terms/empty").mkdir(parents=True)
        assert load(tmp_path / "data").all(Term) == ()

    @pytest.mark.parametrize("name", ["X", "a--b", "index", "readme", "con", "a" * 101, "a b", "خبر"])
    def test_a_name_that_is_no_id(self, tmp_path, name):
        assert refused(tmp_path, {f"terms/{name}.yml": "broken: ["}) == [
            f"data/terms/{name}.yml:1: {name!r} is no id; {self.IDS}"
        ]

    def test_two_files_of_one_id(self, tmp_path):
        """The second is told and left aside, and those after it are read."""
        files = {"terms/x.yaml": TERM.format("x"), "terms/x.yml": "broken: [", "terms/y.yml": "", "actors/x.yml": ACTOR}
        assert refused(tmp_path, files) == [
            "data/terms/x.yml:1: duplicate id 'x'; it stands in data/terms/x.yaml already",
            "data/terms/y.yml:1: expected a mapping of fields",
        ]


class TestProblems:
    """All at once, each once."""

    def test_of_several_files(self, tmp_path):
        files = {
            "actors/a.yml": ACTOR + "note: {en: '[[terms/z]]', ar: نص}\n",
            "actors/b.yml": ACTOR + "relations: [{type: cites, to: c, sources: [s]}]\n",
            "terms/t.yml": "name: 5\nname: 6\n",
            "terms/u.yml": TERM.format("x") + "more: 1\n",
            "terms/Z.yml": "",
            "terms/notes.txt": "",
        }
        assert refused(tmp_path, files) == [
            "data/actors/a.yml:6: note.en: no record 'terms/z'",
            "data/actors/b.yml:6: relations.0.sources.0: no source 's'",
            "data/actors/b.yml:6: relations.0.to: no actor 'c'",
            f"data/terms/Z.yml:1: 'Z' is no id; {TestFiles.IDS}",
            f"data/terms/notes.txt:1: {TestFiles.STRANGER}",
            "data/terms/t.yml:2: name: this key stands twice",
            "data/terms/u.yml:3: more: unknown field (did you mean 'name'?)",
        ]

    def test_a_record_that_cannot_be_read_brings_no_others(self, tmp_path):
        files = {
            "actors/a.yml": ACTOR.replace("company", "firm"),
            "actors/b.yml": ACTOR
            + "note: {en: '[[actors/a]]', ar: 'انظر [[actors/a]]'}\nrelations: [{type: leads, to: a, sources: [s]}]\n",
            "sources/s.yml": "broken: [",
        }
        assert [line.partition(": ")[0] for line in refused(tmp_path, files)] == [
            "data/actors/a.yml:2",
            "data/sources/s.yml:2",
        ]


class TestProse:
    """Pointers of the pages."""

    FILES = {"terms/t.yml": TERM.format("x")}
    PAGES = {
        "en/a.md": "# A\n\nSee [[terms/t]], [[terms/t|a term]].\n",
        "ar/a.md": "انظر [[terms/t]].\n\nوهنا [[terms/s]]\nو[[x]].\n",
        "en/deep/c.md": "[[terms/t|over\ntwo]] [[terms/t:date]]\n",
        "ar/deep/c.md": "س [[terms/t\n",
        "en/d.txt": "[[terms/nothing]]\n",
    }

    def said(self, folder, pages, files=FILES) -> list[str]:
        """What is wrong with the pages; the dossier lacks whole kinds."""
        found = refused(folder, files, write(folder / "docs", pages))
        return [line for line in found if not line.endswith("expected at least one, since pages show it")]

    def test_that_lead_nowhere(self, tmp_path):
        assert self.said(tmp_path, self.PAGES) == [
            "docs/ar/a.md:3: no record 'terms/s'",
            "docs/ar/a.md:4: '[[x]]' is no reference; expected [[kind/id]], [[kind/id|words]] or [[kind/id:field]]",
            "docs/ar/deep/c.md:1: '[[' without its other half; expected [[kind/id]]",
            "docs/en/deep/c.md:2: 'terms/t' has no date 'date'",
        ]

    def test_that_lead_somewhere(self, tmp_path):
        assert self.said(tmp_path, {"en/a.md": self.PAGES["en/a.md"], "ar/a.md": "[[terms/t]]"}) == []

    def test_at_a_record_that_could_not_be_read(self, tmp_path):
        assert self.said(tmp_path, {"en/a.md": "[[terms/t]]\n", "ar/a.md": ""}, {"terms/t.yml": "x: ["}) == [
            "data/terms/t.yml:2: malformed YAML: did not find expected node content"
        ]

    @pytest.mark.parametrize(
        "text",
        [
            "`[[x]]`",
            "``[[x]] ` [[y``",
            "```\n[[x]]\n```\n",
            "a\n\n    [[x]]\n\n\tarray[i[0]]\n",
            "- a\n\n        [[x]] <b>\n\n    - b\n\n            [[x]]\n\n    c\n\n        [[x]]\n",
            "> a\n>\n>     [[x]] <b>\n>\n> - b\n>\n>         [[x]]\n",
        ],
    )
    def test_code_is_code(self, tmp_path, text):
        assert self.said(tmp_path, {"en/a.md": text}) == []
        assert self.said(tmp_path, {"en/a.md": f"{text}\n\n[[z]]\n"}) != []


class TestPages:
    """Files of the folder of pages."""

    def said(self, folder, pages) -> list[str]:
        found = refused(folder, {"terms/t.yml": TERM.format("x")}, write(folder / "docs", pages))
        return [line for line in found if line.startswith("docs/")]

    @pytest.mark.parametrize("name", ["A", "a b", "x&y", "أ", "readme", "aux", "a" * 101, "B/c", "a\u202eb"])
    def test_a_page_whose_place_is_no_address(self, tmp_path, name):
        found = self.said(tmp_path, {f"{code}/{name}.md": "" for code in ("en", "ar")})
        assert len(found) == 2 and all("is no name of a page; expected small Latin letters" in line for line in found)

    def test_a_page_that_stands_in_one_language_alone(self, tmp_path):
        pages = {
            "en/a.md": "",
            "ar/a.md": "",
            "en/deep/b.md": "",
            "ar/b.md": "",
            "index.md": "",
            "en/picture.png": "",
            "data/x.json": "",
        }
        assert self.said(tmp_path, pages) == [
            "docs/ar/b.md:1: has no twin; expected docs/en/b.md beside it",
            "docs/en/deep/b.md:1: has no twin; expected docs/ar/deep/b.md beside it",
        ]

    @pytest.mark.parametrize(
        ("head", "expected"),
        [
            ("---\ntitle: x\n\n# X\n", "1: expected the head of the page to end in a line of ---"),
            ("---\ntitle: x\nhide: [\n---\n", "4: malformed YAML: did not find expected node content"),
            ("---\n- x\n---\n", "1: expected a mapping of fields"),
            ("---\ntitel: x\n---\n", "2: titel: unknown field; expected one of title, description, hide"),
            ("---\ntitle: [x]\n---\n", "2: title: expected words, found ['x']"),
            ("---\ntitle:\n---\n", "2: title: expected words, found None"),
            ("---\ntitle: yes\n---\n", "2: title: expected words, found True"),
            ("---\ntitle: 2031\n---\n", "2: title: expected words, found 2031"),
            ('---\ntitle: "a\\nb"\n---\n', "2: title: expected words, found 'a\\nb'"),
            ("---\ntitle: !!int x\n---\n", "2: title: the tag 'tag:yaml.org,2002:int' is not read; expected none"),
            ("---\ntitle: x\ntitle: y\n---\n", "3: title: this key stands twice"),
            (
                '---\ntitle: "\\u202e"\n---\n',
                "2: title: holds U+202E (RIGHT-TO-LEFT OVERRIDE), which no reader sees; expected a text without it",
            ),
            (
                '---\ntitle: "[[terms/t]]"\n---\n',
                "2: title: '[[' would be printed, since nothing is made of it here; expected plain words",
            ),
            (
                "---\ntitle: a {{ x }}\n---\n",
                "2: title: '{{' would be printed, since nothing is made of it here; expected plain words",
            ),
            ("\n \n---\ntitle: x\n---\n", "1: expected the head of the page on its first line"),
            ("---\ntitle: x\n---\n\n---\ndescription: y\n---\n", "4: begins like a second head; expected one"),
            ("---\nhide: x\n---\n", "2: hide: expected a list of navigation, path, toc, found 'x'"),
        ],
    )
    def test_a_head_that_would_be_printed_or_lost(self, tmp_path, head, expected):
        assert self.said(tmp_path, {"index.md": head}) == [f"docs/index.md:{expected}"]

    @pytest.mark.parametrize(
        ("title", "expected"),
        [
            ("Glossary", "ar/x.md:2: title: expected Arabic, found no Arabic letter"),
            ("مصطلحات", "en/x.md:2: title: expected English, found another script"),
            ("Термины", "en/x.md:2: title: expected English, found another script"),
        ],
    )
    def test_the_title_of_a_page_of_the_other_language(self, tmp_path, title, expected):
        pages = {f"{code}/x.md": f"---\ntitle: {own}\n---\n" for code, own in (("en", "Terms"), ("ar", "مصطلحات"))}
        assert self.said(tmp_path / "good", pages) == []
        assert self.said(tmp_path, pages | {f"{expected[:2]}/x.md": f"---\ntitle: {title}\n---\n"}) == [
            f"docs/{expected}"
        ]

    @pytest.mark.parametrize(
        ("name", "text", "expected"),
        [
            *((f"en/x{ending}", "", UNOPENED) for ending in (".html", ".JS", ".xml", ".phtml", ".svgz", ".cgi", "")),
            ("en/x.csv.php", "", UNOPENED),
            ("x.MD", "# x", "a page by its name; expected .md in small letters"),
        ],
    )
    def test_what_would_run_beside_the_pages(self, tmp_path, name, text, expected):
        assert self.said(tmp_path, {name: text}) == [f"docs/{name}:1: {expected}"]

    @pytest.mark.parametrize(
        ("drawn", "told"),
        [
            ("<script>y</script>", "'script'"),
            ("<x:script xmlns:x='http://www.w3.org/2000/svg'>y</x:script>", "'script'"),
            ("<g onload = 'y'/>", "'onload=y'"),
            ("<foreignObject/>", "'foreignObject'"),
            ("<p xmlns='http://www.w3.org/1999/xhtml'/>", "'p'"),
            ("<a x:href='java&#115;cript:y'/>", "'href=javascript:y'"),
            ("<a href=' java&#10;script:y'/>", "'href= java\\nscript:y'"),
            ("<a href='data:text/html,y'/>", "'href=data:text/html,y'"),
            ("<set attributeName='x:href' to='y'/>", "'attributename=x:href'"),
            ("<set attributeName='onclick' to='y'/>", "'attributename=onclick'"),
        ],
    )
    def test_a_drawing_that_would_run(self, tmp_path, drawn, told):
        """However it is written: a prefix, a letter by its number, an attribute that comes later."""
        expected = f"{told} would run without the policy of pages; expected a drawing without it"
        assert self.said(tmp_path, {"x.svg": f"{SVG}\n{drawn}</svg>"}) == [f"docs/x.svg:2: {expected}"]

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("<!DOCTYPE svg [<!ENTITY a '&#60;script>y&#60;/script>'>]>{}&a;</svg>", "a drawing with a DOCTYPE"),
            ("<?xml version='1.0' encoding='utf-7'?>{}</svg>", "encoding 'utf-7'; expected utf-8"),
            ("<?xml-stylesheet type='text/xsl' href='y'?>{}</svg>", "'xml-stylesheet' would run without"),
            ("{}<g></svg>", "malformed XML: mismatched tag"),
            ("{}<y:g/></svg>", "malformed XML: unbound prefix"),
        ],
    )
    def test_a_drawing_that_cannot_be_judged(self, tmp_path, text, told):
        (line,) = self.said(tmp_path, {"x.svg": text.format(SVG)})
        assert line.startswith(f"docs/x.svg:1: {told}")

    def test_what_is_published_as_it_is(self, tmp_path):
        drawing = "<a href='https://example.org/'><path id='b' d=''/></a><use href='#b'/><image href='x.png'/>"
        picture = "<image x:href='data:image/png;base64,AAAA'/><set attributeName='x' to='1'/>"
        files = {
            "x.svg": f"<?xml version='1.0' encoding='UTF-8'?>{SVG}{drawing}{picture}</svg>",
            "x.PNG": "",
            "x.pdf": "",
        }
        assert self.said(tmp_path, files) == []
        guide = (Path(__file__).parent.parent.parent / "CONTRIBUTING.md").read_text(encoding="utf-8")
        assert all(f"`{ending}`" in guide for ending in OPENED)

    @pytest.mark.parametrize(
        "name", ["my file.pdf", "x\n2031-01-01 en.txt", "\udcff.pdf", "a#b.txt", "a?b.txt", "50%.txt", "x y/z.png"]
    )
    def test_a_name_that_cannot_stand_in_an_address(self, tmp_path, name):
        """Of a file that is published as it is, or of a folder on the way to it."""
        (told,) = self.said(tmp_path, {name: ""})
        assert told.endswith(" cannot stand in an address; expected letters, digits, points, hyphens and underscores")
        assert self.said(tmp_path / "good", {"Annex_2-1.pdf": "", "ar/جدول.csv": ""}) == []

    @pytest.mark.parametrize(
        ("head", "told"),
        [
            ("[ " * 4_900, "malformed YAML: "),
            *((f"title: {'[ ' * deep}{'] ' * deep}", "title: is nested too deep; ") for deep in (21, 300, 900)),
        ],
    )
    def test_a_head_nested_without_end(self, tmp_path, head, told):
        """And the rest of the page is judged with it."""
        nested, rest = self.said(tmp_path, {"index.md": f"---\n{head}\n---\n<b>\n"})
        assert nested.startswith(f"docs/index.md:2: {told}") and rest.startswith("docs/index.md:4: '<b>'")

    def test_a_good_head_or_none(self, tmp_path):
        pages = {"index.md": "---\ntitle: x\ndescription: y\nhide: [toc]\n---\n# X\n", "method.md": "# X\n\n---\n"}
        assert self.said(tmp_path, pages) == []

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("<script>alert(1)</script>", "'<script>' is HTML; expected Markdown"),
            ("a <img src=x onerror=y>", "'<img' is HTML; expected Markdown"),
            ("<a href='x'>y</a>", "'<a' is HTML; expected Markdown"),
            ("a<b and c\nd>e", "'<b' is HTML; expected Markdown, or a backslash before the bracket"),
            (r"\\<b>", "'<b>' is HTML; expected Markdown"),
            ("foo](<b>", "'<b>' is HTML; expected Markdown"),
            ('x {: class="a" onclick=y }', "sets more than a class, a name or a language"),
            ("[a]([[terms/t]])", "']([[' is a reference for an address; expected [[kind/id|words]], or a page's file"),
            ("[a][x]\n\n[x]: a.md\n[X]: b.md", "the link 'x' is defined twice; expected once"),
            ("a &nosuch; b", "'&nosuch;' is no letter that is known; expected one such as &nbsp;, or a backslash"),
            ("</main>", "'</main>' is HTML; expected Markdown"),
            ("<!-- hidden -->", "'<!--' is HTML; expected Markdown"),
            *(
                (
                    f"{before}{attributes}",
                    f"'{attributes}' sets more than a class, a name or a language; expected one of",
                )
                for before, attributes in (
                    ("x ", "{: onclick=y }"),
                    ("# x ", "{ style='y' }"),
                    ("[x](method.md)", "{href=javascript:y}"),
                    ("[x](method.md)", '{ .a href="https://example.com/" }'),
                    ("![x](x.png)", "{src=//example.com/x.png}"),
                    ("[x](https://example.org/x)", "{target=_blank rel=opener}"),
                )
            ),
            (
                "[x]( java\nscript:y)",
                "']( java\\nscript:y)' is an address with white space in it; expected one without",
            ),
            ("[x](java\tscript:y)", "'](java\\tscript:y)' is an address with white space in it; expected one without"),
            (
                "[x](java\tscript:y(1))",
                "'](java\\tscript:y(' is an address with white space in it; expected one without",
            ),
            ("<<<<<<< HEAD\n", "'<<<<<<<' is a mark of git's; expected one side of the conflict"),
            ("The Nv\u0456dia chip", "mixes two scripts in a word; expected letters of one"),
            (
                "[x](<java\tscript:y>)",
                "'](<java\\tscript:y>' is an address with white space in it; expected one without",
            ),
            ("[x](javascript:y)", "'javascript:y': URL scheme should be 'http' or 'https'"),
            ("[x](&#106;avascript:y)", "'javascript:y': URL scheme should be 'http' or 'https'"),
            ("[x]\n\n[x]: data:y", "'data:y': URL scheme should be 'http' or 'https'"),
            (
                "<https://a:b@example.org>",
                "'https://a:b@example.org': 'example.org' with a name or a password; expected",
            ),
            ('<a href="method.md">x</a>', "'<a' is HTML; expected Markdown"),
            ('<a href="java&NewLine;script:y">x</a>', "'<a' is HTML; expected Markdown"),
            ("[x](/\\example.org/)", "'//example.org/': input should be a valid URL, relative URL without a base"),
            ("[x](java&NewLine;script:y)", "'javascript:y': URL scheme should be 'http' or 'https'"),
            ("# a { xml:lang=en }", "'{ xml:lang=en }' sets more than a class, a name or a language"),
            ("## { #e }", "'## { #e }' is empty; expected words"),
            ("## {{ component('ladder') }}", "'## {{ component('ladder') }}' is empty; expected words"),
            ("x " * 2500 + "\n" + "x " * 2500, "10,002 letters without a blank line; expected 10,000 at most"),
            (
                "![x](//example.org/x.png)",
                "'![x](//example.org/x.png' is a picture of another host; expected one beside",
            ),
            ("[](x.md)", "'[](' is empty; expected words and an address"),
            ("[x]()", "']()' is empty; expected words and an address"),
            ("## ", "'## ' is empty; expected words and an address"),
            ("[a [[terms/t]] b](c.md)", "'[a [[terms/t]] b](' is a link within a link; expected one"),
            ("[" * 30, f"'{'[' * 20}' is nested too deep; expected fewer than 20 inside of one another"),
            ("> " * 30 + "x", "' is nested too deep; expected fewer than 20 inside of one another"),
            ("&rlm;", "holds U+200F (RIGHT-TO-LEFT MARK), which no reader sees; expected a text without it"),
            ("# a { #x }\n\n# b { #x }", "the id 'x' stands twice; expected each once"),
        ],
    )
    def test_what_is_no_text_of_a_page(self, tmp_path, text, expected):
        found = self.said(tmp_path, {"index.md": f"---\ntitle: x\n---\n\n{text}\n"})
        place = "docs/index.md:7: " if "\n[x]: " in text else "docs/index.md:5: "
        assert any(line.startswith(place) and expected in line for line in found)

    @pytest.mark.parametrize(
        ("text", "line"),
        [
            ("- [x][r]\n\n    [r]: javascript:y", 3),
            ("> [x][r]\n>\n> [r]: javascript:y", 3),
            ("a ` b\n\n<b>\n\nc ` d", 3),
            ("# a ` b\n<b>\n# c ` d", 2),
            ("\\`<b>\\`", 1),
            ("- item\n\n    <b>", 3),
            ("1. item\n\n        deep\n\n    <b>", 5),
            ("- item\n\n    - deep\n\n        <b>", 5),
            ("> - item\n>\n>     <b>", 3),
            ("> quote\n>     <b>", 2),
            ("a\n    <b>", 2),
            ("```\n\n<b>", 3),
            ("~~~\n\n~~~\n\n<b>\n\n~~~", 5),
        ],
    )
    def test_what_is_no_code_is_text(self, tmp_path, text, line):
        """Lone and escaped backticks, what a list or a quotation holds, fences that never end."""
        (found,) = self.said(tmp_path, {"index.md": f"{text}\n"})
        assert found.startswith((f"docs/index.md:{line}: '<b>' is HTML", f"docs/index.md:{line}: 'javascript:y': URL"))

    @pytest.mark.parametrize(
        "hostile",
        [
            *(
                "[a]: ",
                "<",
                "&#",
                "{:",
                "{#",
                "{: a",
                "](<",
                "](a ",
                "](a\t",
                "![",
                "[[",
                "[[x",
                "` ``",
                "(a",
                "> ",
                "a",
            ),
            *("\n", "\n    a\n", "```x\n", "<a\n", "{ a=b }\n", "[[x]]\n", "#\n", "---\n", "- "),
        ],
    )
    def test_a_page_is_judged_in_time(self, tmp_path, hostile):
        """As large as a page may be, in lines as long as they may be."""
        line = (hostile * 10_000)[:9_998] + "\n\n"
        text = (line * 1_000)[:200_000]
        began = time.process_time()
        for _ in prose_problems(write(tmp_path / "docs", {"index.md": text}), lambda _: iter(())):
            pass
        assert time.process_time() - began < 5

    def test_what_is_text_of_a_page(self, tmp_path):
        text = (
            "# A < b { #top .x }\n\n[x](https://example.org/?a=1&b=2), <https://example.org/>, [y](b.md#z)\n\n"
            "![z](z.png)\n\n"
            "Some [`code`](x.md) &amp; `<script>`, a*b*c.\n\n    <b>\n\n***\n\n* * *\n\n"
            + "-" * 40
            + "\n\n"
            + "(a) " * 40
            + "[b] " * 40
        )
        assert self.said(tmp_path, {"index.md": text}) == []

    def test_a_hundred_problems_of_a_page_are_told(self, tmp_path):
        found = self.said(tmp_path, {"index.md": "[]()\n\n" * 40_000, "en/a.md": "<b>", "ar/a.md": ""})
        assert "docs/index.md:201: more than 100 problems; expected these to be solved first" in found
        assert len(found) == 100 + 1 + 1 and any("docs/en/a.md:1: '<b>'" in line for line in found)

    @pytest.mark.parametrize(
        "text",
        [
            "If a<b and n<m then fine.",
            "a<b\n\n> c",
            r"\<b\>, \{: onclick=y }",
            "[a](<method.md>)",
            f"[x](https://example.org/{'a1' * 60}), <https://example.org/{'a1' * 60}>",
            r"[x \[1\]](method.md), \[\[x\]\], [a[b[c[d]]]]",
            'x\n{: class="a b" id="c" lang="ar" }',
            "![](x.png)",
            r"\&nosuch; &nbsp; AT&T [a][x] [b][y]" + "\n\n[x]: a.md\n[y]: b.md",
            "{{ component(name='x') }} {% set x = 1 %}",
            "- a:\n\n        [x](javascript:y) [[z]] <b>",
        ],
    )
    def test_ordinary_markdown_is_taken(self, tmp_path, text):
        assert self.said(tmp_path, {"index.md": text}) == []

    def test_what_is_no_text(self, tmp_path):
        folder = write(tmp_path / "docs", {"b.md": "a\n\u202e\n"})
        (folder / "a.md").write_bytes("# x\n# é\n".encode("latin-1"))
        assert self.said(tmp_path, {}) == [
            "docs/a.md:2: not UTF-8 text (invalid continuation byte)",
            "docs/b.md:2: holds U+202E (RIGHT-TO-LEFT OVERRIDE), which no reader sees; expected a text without it",
        ]


class TestKinds:
    """Pages show records of every kind but one."""

    def test_one_of_which_no_record_is_left(self, tmp_path):
        found = refused(
            tmp_path, {"terms/t.yml": TERM.format("x"), "actors/a.yml": "x: ["}, write(tmp_path / "docs", {})
        )
        emptied = {
            line for line in found if line.endswith(":1: holds no record; expected at least one, since pages show it")
        }
        without = BY_FOLDER.keys() - {"terms", "actors", "corrections"}
        assert {line.partition(":")[0] for line in emptied} == {f"data/{folder}" for folder in without}

    def test_without_pages_nothing_is_needed(self, tmp_path):
        assert load(tmp_path)


class TestShelf:
    """Whoever reads again and again reads only what has changed."""

    def read(self, folder, shelf):
        found = load(folder / "data", shelf=shelf)
        return found.find("terms", "a"), found.find("terms", "b")

    def test_a_file_that_is_as_it_was_is_not_read_again(self, tmp_path):
        shelf = Shelf()
        write(tmp_path / "data", {"terms/a.yml": TERM.format("x"), "terms/b.yml": TERM.format("y")})
        first = self.read(tmp_path, shelf)
        write(tmp_path / "data", {"terms/a.yml": TERM.format("longer")})
        a, b = self.read(tmp_path, shelf)
        assert (first[0].name.en, a.name.en) == ("x", "longer") and b is first[1]
        assert self.read(tmp_path, Shelf())[1] is not b, "another shelf has nothing yet"

    @pytest.mark.parametrize(
        ("text", "seconds"),
        [(TERM.format("z"), 5), (TERM.format("zz"), 0), (TERM.format("z"), 0)],
        ids=["age", "size", "neither"],
    )
    def test_age_size_and_the_system_tell_whether_it_changed(self, tmp_path, text, seconds):
        shelf = Shelf()
        write(tmp_path / "data", {"terms/a.yml": TERM.format("x")})
        path = tmp_path / "data/terms/a.yml"
        self.read(tmp_path, shelf)
        status = path.stat()
        path.write_text(text, encoding="utf-8")
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns + seconds * 10**9))
        assert self.read(tmp_path, shelf)[0].name.en.startswith("z")

    def test_a_mistake_is_told_each_time_until_it_is_mended(self, tmp_path):
        shelf = Shelf()
        write(tmp_path / "data", {"terms/a.yml": "name: 5\n"})
        for _ in range(2):
            with pytest.raises(DossierError):
                self.read(tmp_path, shelf)
        write(tmp_path / "data", {"terms/a.yml": TERM.format("x")})
        assert self.read(tmp_path, shelf)[0].name.en == "x"
