"""What a page makes of records: words, links and figures, escaped."""

from __future__ import annotations

from pathlib import Path

import jinja2
import pytest
from law.made import chip, needs, rule
from made import actor, article, claim, dossier, event, found, source, view, words
from markupsafe import Markup

from macros.page.place import Place
from macros.page.view import environment
from macros.record.event import Quantity
from macros.record.fields import ActorId, ChipId, EventId, RuleId, Text

CHIP = chip(id="q", memory_bandwidth=4800.5, int8=10).model_copy(update={"short_name": "Quill <9>"})
OTHER = chip(id="o", memory_bandwidth=3000)
RECORDS = (CHIP, OTHER, actor("a"), event("e", "2031-05"), claim("c"))


def page(url: str = "en/claims/x/"):
    return view(*RECORDS, url=url)


class TestText:
    """A text with its pointers resolved."""

    @pytest.mark.parametrize(
        ("written", "shown"),
        [
            ("Plain.", "Plain."),
            ("a < b & c", "a &lt; b &amp; c"),
            ("{{ 7 * 7 }}", "{{ 7 * 7 }}"),
            ("Of [[chips/q:memory_bandwidth]] GB/s", 'Of <bdi class="figure">4,800.5</bdi> GB/s'),
            ("[[chips/q:memory_bandwidth/o]]", '<bdi class="figure">1.60</bdi>'),
            ("In [[events/e:date]].", "In May 2031."),
            ("By [[actors/a]]!", 'By <a href="../../actors/a/">name of a</a>!'),
            ("By [[actors/a|them <all>]]", 'By <a href="../../actors/a/">them &lt;all&gt;</a>'),
            (
                "[[chips/q]] [[chips/o]]",
                '<a href="../../chips/q/">Quill &lt;9&gt;</a> <a href="../../chips/o/">Made up</a>',
            ),
        ],
    )
    def test_as_html(self, written, shown):
        found = page().text(written)
        assert (found, type(found)) == (shown, Markup)

    def test_in_the_language_of_the_page(self):
        text = Text(en="In [[events/e:date]]", ar="في [[events/e:date]] H200")
        assert page().text(text) == "In May 2031"
        assert page("ar/claims/x/").text(text) == "في مايو 2031 H200"
        assert page().other.text(text) == page("ar/claims/x/").text(text)

    @pytest.mark.parametrize(
        ("written", "phrase", "sentence"),
        [
            ("Said.", "Said", "Said."),
            ("Of the RTX.", "Of the RTX", "Of the RTX."),
            ("Said", "Said", "Said."),
            ("By [[actors/a]].", "By name of a", "By name of a."),
        ],
    )
    def test_as_a_part_of_a_sentence_and_as_one(self, written, phrase, sentence):
        assert page().phrase(Text(en=written, ar="نص.")).striptags() == phrase
        assert page().sentence(Text(en=written, ar="نص.")).striptags() == sentence
        assert page("ar/").phrase(Text(en=written, ar="نص.")) == "نص"
        assert page().phrase("Said.") == "Said"

    def test_without_markup(self):
        assert page().plain("By [[actors/a]], [[chips/q:memory_bandwidth]] < 5") == "By name of a, 4,800.5 < 5"


class TestLinks:
    """Names of records and ways to them."""

    def test_a_record_by_its_name(self):
        assert page().name(CHIP) == "Quill &lt;9&gt;" and page().title(CHIP) == "Made up"
        assert page().name(claim("c")) == "statement of c" and page().title(event("e")) == "title of e"

    def test_a_claim_by_its_verdict_first(self):
        judged = claim("c", findings=[found(verdict="contradicted", note=words("By [[chips/q:memory_bandwidth]]."))])
        assert page().title(judged) == "Contradicted: statement of c"
        assert page().description(judged) == "Contradicted. What can be said: By 4,800.5."
        assert page().description(CHIP) == "x"

    def test_the_way_to_a_record(self):
        assert page().href(CHIP) == "../../chips/q/"
        assert page("ar/timeline/").link(event("e")) == '<a href="../events/e/">نص title of e</a>'

    def test_with_other_words(self):
        assert page().link(CHIP, "this & that") == '<a href="../../chips/q/">this &amp; that</a>'

    def test_records_that_a_field_names_in_its_order(self):
        assert [record.id for record in page().records((ChipId("o"), ActorId("a"), ChipId("q")))] == ["o", "a", "q"]

    def test_another_page_of_the_same_dossier(self):
        here = page()
        there = here.at(Place("ar/chips/q/"))
        assert (there.dossier, there.law, there.templates) == (here.dossier, here.law, here.templates)
        assert (there.site_url, there.language.code, there.place) == (here.site_url, "ar", Place("ar/chips/q/"))
        assert here.other.place == Place("ar/claims/x/")

    @pytest.mark.parametrize(
        ("publisher", "name", "linked"),
        [
            ("a", "name of a", '<a href="actors/a/">name of a</a>'),
            (words("Leaflet <1>"), "Leaflet &lt;1&gt;", "Leaflet &lt;1&gt;"),
        ],
    )
    def test_a_publisher_is_an_actor_or_a_name(self, publisher, name, linked):
        made = source("s", publisher=publisher)
        here = view(made, actor("a"))
        assert (here.publisher_name(made), here.publisher(made)) == (name, linked)


class TestFigures:
    """Numbers with their units and words."""

    @pytest.mark.parametrize(
        ("value", "quantity", "shown"),
        [
            (4800, "memory_bandwidth", "4,800 GB/s"),
            (1.5, "performance_density", "1.5"),
            (1979, "total_processing_performance", "1,979"),
        ],
    )
    def test_with_the_unit(self, value, quantity, shown):
        assert page().measured(value, quantity) == shown

    @pytest.mark.parametrize(
        ("given", "shown"),
        [
            ({"value": 0}, "none"),
            ({"value": 1000}, "about 1,000"),
            ({"above": 1000}, "more than 1,000"),
            ({"at_most": 0}, "up to 0"),
            ({"below": 5}, "fewer than 5"),
            ({"low": 5, "high": 7}, "5 to 7"),
        ],
    )
    def test_a_reported_number(self, given, shown):
        quantity = Quantity.model_validate({"kind": "ordered", "product": "q"} | given)
        assert page().counted(quantity) == page().quantity(quantity) == shown

    def test_a_reported_number_with_its_buyer(self):
        quantity = Quantity.model_validate(
            {"kind": "ordered", "product": "q", "value": 5, "buyer": words("each <one>.")}
        )
        assert page().quantity(quantity) == "about 5, each <one>."
        assert page("ar/").quantity(quantity) == "نحو 5، نص each <one>."

    def test_a_group_by_its_name_or_its_paragraph(self):
        made = rule("r", "2031-01-01", needs("c", paragraph="3A<1>", memory_bandwidth={"above": 1}))
        (group,) = made.groups
        assert page().group(group) == "3A&lt;1&gt;"
        named = group.model_copy(update={"name": Text(en="first band", ar="الفئة الأولى")})
        assert page().group(named) == "first band" and page("ar/").group(named) == "الفئة الأولى"


@pytest.mark.parametrize(
    ("form", "code"), [("H200", "en"), ("رقاقة", "ar"), ("H200 رقاقة", "ar"), ("؟", "en"), ("信创", "zh")]
)
def test_the_script_of_a_spelling(form, code):
    assert page().script(form) == code


def test_the_citation_of_a_page():
    here = view(article(), claim("c", findings=[found("2031-03-04")]), url="ar/claims/c/")
    cited = here.cited("عنوان")
    assert (cited.title, cited.address) == ("عنوان", "https://example.org/made/ar/claims/c/")
    assert (cited.issued, cited.language, cited.words) == ("2031-03-04", "ar", here.language)


class TestTemplates:
    """The templates' environment."""

    @staticmethod
    def rendered(folder: Path, template: str, **values) -> str:
        (folder / "x.html").write_text(template, encoding="utf-8")
        return environment(folder).get_template("x.html").render(**values)

    def test_values_are_escaped(self, tmp_path):
        assert self.rendered(tmp_path, "{{ x }}", x="<b>") == "&lt;b&gt;"

    def test_an_unknown_name_is_an_error(self, tmp_path):
        with pytest.raises(jinja2.UndefinedError):
            self.rendered(tmp_path, "{{ x }}")

    def test_lines_of_statements_leave_no_trace(self, tmp_path):
        assert self.rendered(tmp_path, "a\n  {% if true %}\nb\n  {% endif %}\n") == "a\nb\n"

    def test_a_template_is_read_once(self, tmp_path):
        (tmp_path / "x.html").write_text("one")
        made = environment(tmp_path)
        assert made.get_template("x.html").render() == "one" and made.auto_reload is False

    def test_a_page_gets_its_words_and_ways(self, tmp_path):
        names = "view, dossier, law, language, t, day, number, text, name, href, link, to"
        (tmp_path / "x.html").write_text(f"{{{{ [{names}] | length }}}} {{{{ more }}}} {{{{ to('claims/') }}}}")
        here = page("ar/chips/")
        mine = type(here)(here.dossier, here.law, here.languages, environment(tmp_path), here.site_url, here.place)
        shown = mine.render("x.html", more="<i>")
        assert (shown, type(shown)) == ("12 &lt;i&gt; ../claims/", Markup)


def test_a_reference_that_no_record_has():
    with pytest.raises(KeyError):
        page().records((RuleId("r"),))
    assert dossier().records["rules"] == {}


class TestEvidence:
    """How good the evidence is, in words."""

    HERE = view(
        actor("ovrel"),
        source("sheet", kind="maker", publisher="ovrel"),
        source("law", kind="law"),
        rule("r", "2031-01-01", text="law", sources=["sheet"]),
        event("e", sources=["sheet"]),
    )

    def test_of_what_names_sources_alone_and_of_what_rests_on_rules(self):
        assert self.HERE.evidence(self.HERE.dossier[EventId("e")]).best.id == "sheet"
        made = claim("c", findings=[found(rules=["r"])]).finding
        assert self.HERE.evidence(made).best.id == "law"
        assert self.HERE.evidence(claim("c", findings=[found()]).finding) is None
