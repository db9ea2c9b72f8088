"""What Markdown makes of a page of prose is judged once more: nothing that a browser would run or that would be printed
as it was typed passes, wherever it stands."""

from __future__ import annotations

import pytest
from markdown import Markdown

from macros.site.markdown import DossierExtension

HTML = "is HTML; expected Markdown"
LINK = "URL scheme should be 'http' or 'https'"
ATTRIBUTE = "sets more than a class, a name or a language"
UNREAD = "is no Markdown that is read here"


@pytest.fixture
def judged():
    """What is wrong with a text, as it is told; and what becomes of it."""

    def of(text: str) -> tuple[list[str], str]:
        dossier = DossierExtension()
        dossier.pointed = lambda inside: f'<a href="x">{inside}</a>'
        text = Markdown(extensions=["attr_list", "tables", "smarty", "fenced_code", "toc", dossier]).convert(text)
        return [f"'{words}' {message}" for words, message in dossier.mistakes], text

    return of


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("a ` b\n\n<iframe src='x'></iframe>\n\nc ` d", HTML),
        ("<script>alert(1)</script>", HTML),
        ("\\`<img src=x onerror=alert(1)>\\`", HTML),
        ("<img\nsrc=x onerror=alert(1)>", HTML),
        ("- item\n\n    <img src=x onerror=alert(1)>", HTML),
        ("- a ` b\n- <b> ` c", HTML),
        ('<a href="method.md">x</a>', HTML),
        ("<!-- x -->", HTML),
        ("- [x][r]\n\n    [r]: javascript:alert(1)", LINK),
        ("[x](java&NewLine;script:alert(1))", LINK),
        ("[x](&#1;javascript:alert(1))", LINK),
        ("![x](//example.org/x.png)", "is a picture of another host"),
        ("[x](a[[terms/t]]b)", "'a' goes on with a reference, which no href can have"),
        ("# a { #a b }", ATTRIBUTE),
        ("a\n{ .b hidden }", ATTRIBUTE),
        ("[x](y.md){ download }", ATTRIBUTE),
        ("[x](y.md){ title=a onclick=b }", ATTRIBUTE),
        ("# a { dir=sideways }", "is no direction; expected ltr or rtl"),
        ("# a { lang=xx }", "is no language that is known"),
        ("[a [[terms/t]] b](c.md)", "is a link within a link"),
        ("## { #e }", UNREAD),
        ("a\n\n##\n\nb", "is empty; expected words"),
        ("####### seven", UNREAD),
        ("!!! note\n    a", UNREAD),
        ('=== "A"', UNREAD),
        ("- [ ] x", UNREAD),
        ("*[HTML]: x", UNREAD),
        ('--8<-- "x"', UNREAD),
        ("a[^1] b", UNREAD),
        ("a ~~b~~", UNREAD),
        ("{ .lead }", UNREAD),
        ("[[terms/t]]{.lead}", UNREAD),
        ("a\n: b", UNREAD),
        ("[x](/\\\\example.org/)", "input should be a valid URL"),
        ("| a | b |\n| --- |\n| c | d |", UNREAD),
        ("a | b\n--- | --- | ---\nc | d", UNREAD),
        ("| a | b |\n| --- | --- |\n| c | d | e |", "is a row of 3; expected 2 cells, as the table's head has"),
        ("| a | b |\n| --- | --- |\n| c |", "is a row of 1; expected 2 cells, as the table's head has"),
    ],
)
def test_what_is_no_text_of_a_page(judged, text, told):
    found, html = judged(text)
    assert any(told in line for line in found), found
    assert "<img src=x" not in html and "<script" not in html and "<iframe" not in html


@pytest.mark.parametrize(
    "text",
    [
        '# A < b { #top .x }\n\na\n{ .lead }\n\n> q\n\n1. x\n\n3. [y](y.md "z"){ .b lang=ar dir=rtl }',
        '<https://example.org/>, ![z](z.png) "q" ... &amp; &lt; -- a | b, {curly}, 3 = 3 == x',
        "`<b>` `| x` `~~x~~`\n\n    <b>\n\n```python\n| <b> !!! { .x }\n```",
        "| a | b |\n| :-- | --: |\n| `x|y` | [[chips/q|two words]] |\n| [[chips/q\\|two words]] | \\| |",
        "\\# a\n\n\\| b\n\n* * *\n\n[a\\_b](a\\_b.md)",
    ],
)
def test_what_is_text_of_a_page(judged, text):
    assert judged(text)[0] == []


def test_a_reference_with_words_stands_in_a_table(judged):
    _, html = judged("| [[chips/q|two words]] | b |\n| --- | --- |\n| a | [[chips/q\\|two words]] |")
    assert html.count("two words</a></t") == 2 and html.count("<th>") == html.count("<td>") == 2
