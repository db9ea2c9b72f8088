"""Mistakes that come to light in the middle of a build end in a line, those of the code in their whole story."""

from __future__ import annotations

import re

import pytest
from mkdocs.exceptions import Abort, ConfigurationError, PluginError

from macros.page.view import environment
from macros.site.build import say_where
from macros.site.serving import lasting
from macros.wording.strings import read_strings


def test_a_mistake_in_a_template_is_told_with_its_line(caplog):
    with pytest.raises(Exception, match="undefined") as caught:
        environment().get_template("part/cite.html").render()
    with pytest.raises(PluginError, match="1 problem"):
        say_where(caught.value)
    assert re.search(r"macros/templates/part/cite\.html:\d+: '\w+' is undefined", caplog.text)


def test_a_file_that_is_gone_or_broken_is_named(tmp_path):
    strings = tmp_path / "interface.yml"
    for broken in (None, "site: {name: [\n"):
        if broken:
            strings.write_text(broken, encoding="utf-8")
        with pytest.raises(Exception, match=r".") as caught:
            read_strings(strings)
        with pytest.raises(PluginError, match=r"^[^\n]*interface\.yml[^\n]*$"):
            say_where(caught.value)


@pytest.mark.parametrize(
    "written", ["[a]", "x", "site: [a]", "site: {name: {en: x}}", "site: {en: x, ar: [y]}", "a: {en: x, ar: y, fr: z}"]
)
def test_strings_that_are_none_are_named(tmp_path, written):
    strings = tmp_path / "interface.yml"
    strings.write_text(f"kind: {{en: x, ar: y}}\n{written}\n" if ":" in written else written, encoding="utf-8")
    with pytest.raises(Exception, match=r".") as caught:
        read_strings(strings)
    with pytest.raises(
        PluginError, match=r"^[^\n]*interface\.yml: [^\n]*: expected a text in en and in ar, or its plural"
    ):
        say_where(caught.value)


def test_a_mistake_in_the_code_is_left_as_it_is():
    assert say_where(KeyError("x")) is None
    assert say_where(PluginError("said before")) is None


@pytest.mark.parametrize(
    "error, said",
    [
        (Abort("Aborted with a BuildError!"), []),
        (ConfigurationError("mkdocs.yml is\nbroken"), ["mkdocs.yml is broken"]),
        (KeyError("x"), ["the build failed for a mistake in the code"]),
    ],
)
def test_a_server_goes_on_and_says_why_the_pages_are_old(caplog, error, said):
    def fails() -> None:
        raise error

    lasting(fails)()
    assert caplog.messages == [*said, "the pages of the last good build are still served"]
