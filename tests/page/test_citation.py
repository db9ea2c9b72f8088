"""How a page and a source are cited: in the styles, and in the formats of reference managers."""

from __future__ import annotations

import json
import re
from urllib.parse import unquote

import made_up
import pytest
from made import actor, article, claim, found, source, view

from macros.page.citation import File
from macros.page.edition import UNKNOWN, Edition
from macros.page.status_page import status_page
from macros.page.view import View
from macros.record.fields import Day

HERE = "https://example.org/dossier/"


def written(parts) -> str:
    """A citation in one style, with the day of access in brackets."""
    return "".join(f"[{part.words}{part.day}{part.after}]" if part.day else part.words for part in parts)


NOW = Edition(Day("2031-03-02"), "abc1234")


def at(url: str = "en/claims/x/", *records, edition: Edition = NOW) -> View:
    seen = view(*records, article(), claim("c", findings=[found("2031-03-04")]), url=url)
    return View(seen.dossier, seen.law, seen.languages, seen.templates, HERE, seen.place, edition)


def cited(title: str = "A title", url: str = "en/claims/x/", day: str = "2031-02-03"):
    return at(url).cited(title, issued=Day(day))


def file(format: str, **given) -> File:
    return next(found for found in cited(**given).files if found.format == format)


def test_a_page_in_the_styles():
    """The dossier as its author, the version, the last change, the address; the day of access for who copies."""
    styles = {style: written(parts) for style, parts in cited("What is sold to whom").styles.items()}
    assert styles == {
        "apa": "The H200 Gap. (2031, February 3). What is sold to whom [Version 2031-03-02 (abc1234)]. "
        "[Retrieved us, from ]https://example.org/dossier/en/claims/x/",
        "chicago": "The H200 Gap. “What Is Sold to Whom.” Version 2031-03-02 (abc1234). February 3, 2031. "
        "[Accessed us. ]https://example.org/dossier/en/claims/x/.",
        "mla": "The H200 Gap. “What Is Sold to Whom.” The H200 Gap, Version 2031-03-02 (abc1234), 3 Feb. 2031, "
        "https://example.org/dossier/en/claims/x/.[ Accessed mla.]",
    }


def test_a_page_in_arabic():
    chicago = written(cited("عنوان «مقتبس» فيه", "ar/claims/x/").styles["chicago"])
    assert chicago == (
        "فجوة H200. «عنوان “مقتبس” فيه». إصدار 2031-03-02 (abc1234). 3 فبراير 2031. "
        "[تاريخ الاطلاع ar. ]https://example.org/dossier/ar/claims/x/."
    )


def test_a_title_that_ends_in_a_sign_of_its_own():
    styles = cited("May it be sold?").styles
    assert "“May It Be Sold?” The H200 Gap, " in written(styles["mla"])
    assert "May it be sold? [Version" in written(styles["apa"])


def test_quotation_marks_inside_of_quotation_marks():
    assert "“He Said ‘Yes’ Once.” " in written(cited("He said “yes” once").styles["mla"])
    assert "He said “yes” once [" in written(cited("He said “yes” once").styles["apa"])


@pytest.mark.parametrize("title", ['An official: "none so far"', "An official: “none so far”"])
def test_a_title_that_ends_in_quotation_marks(title):
    styles = {style: written(parts) for style, parts in cited(title).styles.items()}
    assert "An official: “none so far” [" in styles["apa"]
    assert "“An Official: ‘None so Far.’” Version" in styles["chicago"]
    assert "“An Official: ‘None so Far.’” The H200 Gap, " in styles["mla"]


def test_a_question_in_quotation_marks_needs_no_stop():
    assert "“He Asked ‘Is It So?’” The H200 Gap, " in written(cited('He asked "is it so?"').styles["mla"])


def test_without_a_history_the_version_is_the_day_of_the_latest_finding():
    seen = at("en/", edition=UNKNOWN)
    assert seen.version == seen.last_change == "2031-03-04"


def test_a_record_is_cited_by_its_own_last_change():
    edition = Edition(Day("2031-05-01"), "abc1234", {"data/sources/a.yml": Day("2031-04-01")})
    seen = at("en/sources/a/", source("a"), edition=edition)
    assert seen.cited_record(seen.dossier.records["sources"]["a"]).issued == "2031-04-01"
    assert seen.cited("All sources").issued == "2031-04-01"


def test_bibtex():
    assert file("BibTeX").whole == (
        "@online{h200gap-en-claims-x,\n"
        "  title = {{A title}},\n"
        "  author = {{The H200 Gap}},\n"
        "  organization = {The H200 Gap},\n"
        "  date = {2031-02-03},\n"
        "  version = {2031-03-02 (abc1234)},\n"
        "  url = {https://example.org/dossier/en/claims/x/},\n"
        "  langid = {english},\n"
        "}\n"
    )


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("50% & more", r"50\% \& more"),
        ("C#_1 ~ $5", r"C\#\_1 {\textasciitilde} \$5"),
        ("10^15", r"10{\textasciicircum}15"),
        (r"\input{x}", r"{\textbackslash}input{\textbraceleft}x{\textbraceright}"),
        ("}, note = {y", r"{\textbraceright}, note = {\textbraceleft}y"),
    ],
)
def test_what_bibtex_reads_as_a_command(title, shown):
    assert f"  title = {{{{{shown}}}}},\n" in file("BibTeX", title=title).whole


def test_ris():
    *lines, end = file("RIS").whole.split("\r\n")
    assert end == "" and "\n" not in "".join(lines)
    assert lines[0] == "TY  - ELEC" and lines[-1] == "ER  - "
    fields = dict(line.split("  - ", 1) for line in lines)
    assert (fields["TI"], fields["AU"], fields["DA"]) == ("A title", "The H200 Gap", "2031/02/03")
    assert (fields["PY"], fields["LA"], fields["UR"]) == ("2031", "en", f"{HERE}en/claims/x/")


def test_csl_json():
    (item,) = json.loads(file("CSL-JSON", url="ar/claims/x/", title='Said "so"').whole)
    assert (item["type"], item["title"], item["language"]) == ("webpage", 'Said "so"', "ar")
    assert item["issued"] == {"date-parts": [[2031, 2, 3]]} and item["version"] == "2031-03-02 (abc1234)"


def test_a_file_with_the_day_of_access_is_still_one():
    for made in cited().files:
        access = unquote(made.access).replace("YYYY", "2031").replace("MM", "06").replace("DD", "01")
        whole = made.text + access + made.end
        if made.format == "CSL-JSON":
            assert json.loads(whole)[0]["accessed"] == {"raw": "2031-06-01"}
        else:
            (line,) = set(whole.splitlines()) - set(made.whole.splitlines())
            assert line in ("  urldate = {2031-06-01},", "Y2  - 2031/06/01")


@pytest.mark.parametrize("title", ["50% & more", 'a "b" #c', "عنوان", "a\\b `c` {d} |e| ^f <g>"])
def test_the_address_of_a_file_holds_all_of_it(title):
    for made in cited(title).files:
        head, _, content = made.address.partition(",")
        assert head.endswith(";charset=utf-8") and unquote(content) == made.whole
        assert not set(' "<>#\n') & set(content)


def test_keys_differ_by_language_and_kind():
    urls = ["en/claims/x/", "ar/claims/x/", "en/events/x/", "en/", "en/claims/"]
    assert [at(url).cited("").key for url in urls] == [
        "h200gap-en-claims-x",
        "h200gap-ar-claims-x",
        "h200gap-en-events-x",
        "h200gap-en",
        "h200gap-en-claims",
    ]
    assert at("en/steps/").cited("", "figure-ladder").key == "h200gap-en-steps-figure-ladder"


def own(code: str = "en", **fields):
    """A source's own citation, on a page in a language."""
    seen = at(f"{code}/sources/a/", source("a", **fields))
    return seen.cited_source(seen.dossier.records["sources"]["a"])


def test_a_page_about_a_source_is_not_the_source():
    seen = at("en/sources/a/", source("a"))
    page = seen.cited_record(seen.dossier.records["sources"]["a"])
    assert page.title == "Page on the source: title of a" and page.authors == ("The H200 Gap",)
    assert own().title == "title of a" and own().key != page.key


def test_a_source_with_its_author():
    found = own(author="A. Writer, B. Writer", url="https://example.net/1", date="2031-05")
    assert written(found.styles["apa"]) == (
        "Writer, A., & Writer, B. (2031, May). title of a. Publisher of a. https://example.net/1"
    )
    bibtex, ris, _ = found.files
    assert "author = {Writer, A. and Writer, B.}" in bibtex.whole and "date = {2031-05}" in bibtex.whole
    assert ris.whole.count("AU  - ") == 2 and "TY  - NEWS" in ris.whole


def test_the_braces_of_an_address_do_not_end_what_bibtex_reads():
    bibtex, ris, _ = own(url="https://example.net/1?a=}\\&b={x").files
    assert "  url = {https://example.net/1?a=%7D%5C&b=%7Bx},\n" in bibtex.whole
    assert "UR  - https://example.net/1?a=}" in ris.whole


@pytest.mark.parametrize(
    ("author", "language", "apa", "chicago", "mla", "csl"),
    [
        (
            "Ada Marie Brook",
            "en",
            "Brook, A. M. (",
            "Brook, Ada Marie. “",
            "Brook, Ada Marie. “",
            [{"family": "Brook", "given": "Ada Marie"}],
        ),
        (
            "Ada Brook, Carl Dune, Eve Fell",
            "en",
            "Brook, A., Dune, C., & Fell, E. (",
            "Brook, Ada, Carl Dune, and Eve Fell. “",
            "Brook, Ada, et al. “",
            [
                {"family": family, "given": given}
                for given, family in (("Ada", "Brook"), ("Carl", "Dune"), ("Eve", "Fell"))
            ],
        ),
        ("Su Yang", "zh-Hans", "Su Yang. (", "Su Yang. “", "Su Yang. “", [{"literal": "Su Yang"}]),
        ("許力方", "en", "許力方. (", "許力方. “", "許力方. “", [{"literal": "許力方"}]),
    ],
)
def test_persons_are_named_as_the_style_has_them(author, language, apa, chicago, mla, csl):
    made = own(author=author, language=language, date="2031-05")
    styles = {style: written(parts) for style, parts in made.styles.items()}
    assert [styles["apa"][: len(apa)], styles["chicago"][: len(chicago)], styles["mla"][: len(mla)]] == [
        apa,
        chicago,
        mla,
    ]
    bibtex, ris, third = made.files
    assert json.loads(third.whole)[0]["author"] == csl
    assert ("{Brook, Ada" in bibtex.whole and "AU  - Brook, Ada" in ris.whole) == ("family" in csl[0])


@pytest.mark.parametrize(
    ("code", "apa", "chicago", "mla"),
    [
        ("en", "許力方, & 林文彬. (", "許力方, and 林文彬. “", "許力方, and 林文彬. “"),
        ("ar", "許力方، و林文彬. (", "許力方، و林文彬. «", "許力方، و林文彬. «"),
    ],
)
def test_names_that_are_left_whole_are_joined_as_the_style_has_it(code, apa, chicago, mla):
    styles = own(code, author="許力方, 林文彬", language="zh-Hant").styles
    starts = {"apa": apa, "chicago": chicago, "mla": mla}
    assert {style: written(styles[style])[: len(start)] for style, start in starts.items()} == starts


@pytest.mark.parametrize(
    ("date", "apa"),
    [
        (None, "publisher of a. (n.d.). title of a."),
        (2031, "publisher of a. (2031). title of a."),
        ("2031-09", "publisher of a. (2031, September). title of a."),
        ("2031-09-07", "publisher of a. (2031, September 7). title of a."),
    ],
)
def test_a_source_without_author_and_address(date, apa):
    found = own(date=date, url=None)
    assert written(found.styles["apa"]) == apa
    assert "url" not in found.files[0].whole and "URL" not in found.files[2].whole


def test_a_source_speaks_its_own_language_where_the_record_has_it():
    english = own("ar")
    assert english.words.code == "en" and written(english.styles["mla"]).startswith("“Title of a.” Publisher of a")
    assert own("en", language="ar").title == "نص title of a"
    assert english.key == own("en").key == "a", "one text under one title"
    assert own("ar", language="zh-Hans").key == "a-ar" and own("en", language="zh-Hans").key == "a-en"
    chinese = own("ar", language="zh-Hans")
    assert chinese.title == "نص title of a" and "langid" not in chinese.files[0].whole
    assert json.loads(chinese.files[2].whole)[0]["language"] == "zh-Hans"


@pytest.mark.parametrize(
    ("kind", "csl"), [("law", "legislation"), ("bill", "bill"), ("filing", "report"), ("maker", "webpage")]
)
def test_what_a_source_is(kind, csl):
    assert json.loads(own(kind=kind).files[2].whole)[0]["type"] == csl


@pytest.mark.parametrize(
    ("kind", "csl", "ris", "bibtex"),
    [
        ("maker", "container-title", "T2", "organization"),
        ("newsroom", "container-title", "T2", "organization"),
        ("research", "publisher", "PB", "institution"),
        ("filing", "publisher", "PB", "institution"),
        ("database", "publisher", "PB", "organization"),
        ("law", "publisher", "PB", "organization"),
    ],
)
def test_who_published_it_is_no_series_or_site_of_a_report(kind, csl, ris, bibtex):
    first, second, third = own(kind=kind).files
    assert f"\n  {bibtex} = {{Publisher of a}},\n" in first.whole.replace("publisher of a", "Publisher of a")
    assert f"\n{ris}  - publisher of a\r\n" in second.whole
    (item,) = json.loads(third.whole)
    assert item[csl] == "publisher of a" and len({"container-title", "publisher"} & set(item)) == 1


@pytest.mark.parametrize("code", ["en", "ar"])
def test_a_computed_status_has_no_mark_that_its_script_does_not_fill(code):
    seen = made_up.view(made_up.dossier(), f"{code}/status/")
    cited, said = seen.cited_status(), status_page(seen).words["cited"]
    whole = "".join([*map(written, cited.styles.values()), *(made.whole for made in cited.files)])
    assert {"title", "key", "address"} <= set(re.findall(r"⟦(\w+)⟧", whole)) <= {*said, "key", "address"}


def test_a_computed_status_is_a_headline_where_the_style_has_titles_so():
    said = status_page(made_up.view(made_up.dossier(), "en/status/")).words["cited"]
    assert said["title"]["product"] == "Status computed for {chip} on {date}: {status}"
    assert said["Title"]["product"] == "Status Computed for {chip} on {date}: {status}"
    assert said["Title"]["status"]["case-by-case"] == "Case by Case"


@pytest.mark.parametrize(("url", "types"), [("ar/data/", ("dataset", "DATA")), ("ar/method/", ("webpage", "ELEC"))])
def test_the_page_on_the_data_is_a_data_set_to_reference_managers(url, types):
    bibtex, ris, csl = cited(url=url).files
    assert (json.loads(csl.whole)[0]["type"], ris.whole[6:10].strip()) == types
    assert bibtex.whole.startswith("@dataset{" if types[0] == "dataset" else "@online{")


def test_the_page_on_the_data_is_cited_as_what_it_stands_for():
    assert cited("Data", "en/data/").title == "Data set: The H200 Gap"
    assert cited("البيانات", "ar/data/").title == "مجموعة بيانات: فجوة H200"


def test_the_publisher_may_be_an_actor():
    seen = at("en/sources/a/", actor("tarn"), source("a", publisher="tarn"))
    assert seen.cited_source(seen.dossier.records["sources"]["a"]).site == seen.plain(
        seen.dossier.records["actors"]["tarn"].name
    )


def test_the_files_have_names_by_which_they_are_kept():
    key = "h200gap-en-claims-x"
    assert [(made.name, made.media_type) for made in cited().files] == [
        (f"{key}.bib", "application/x-bibtex"),
        (f"{key}.ris", "application/x-research-info-systems"),
        (f"{key}.json", "application/vnd.citationstyles.csl+json"),
    ]
