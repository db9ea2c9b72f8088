"""What Markdown makes of a page of prose is judged once more: nothing that a browser would run or that would be printed
as it was typed passes, wherever it stands."""

from __future__ import annotations

import re
from html import unescape

import pytest
from markdown import Markdown

from macros.reading.pointers import BrokenPointer
from macros.site.markdown import DossierExtension

HTML = "is HTML; expected Markdown"
LINK = "URL scheme should be 'http' or 'https'"
ATTRIBUTE = "sets more than a class, a name or a language"
UNREAD = "is no Markdown that is read here"
LIST = "is no item of a list as it stands; expected a blank line before the first, four spaces before what belongs to"
FENCE = "is no fence of code as it stands; expected it at the beginning of the line, with one word behind it or none"
NAMELESS = "is a heading without an id, by which it is cited; expected { #id } at its end"


def pointed(inside: str) -> str:
    if inside == "nowhere":
        raise BrokenPointer("no such record")
    return f'<a href="x">{inside}</a>'


@pytest.fixture
def judged():
    """What is wrong with a text, as it is told; and what becomes of it."""

    def of(text: str) -> tuple[list[str], str]:
        dossier = DossierExtension()
        dossier.pointed = pointed
        text = Markdown(
            extensions=["attr_list", "sane_lists", "tables", "smarty", "fenced_code", "toc", dossier]
        ).convert(text)
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
        ("Three:\n- one\n- two", f"'- two' {LIST}"),
        ("Two:\n1. one\n2. two", f"'1. one' {LIST}"),
        ("- a\n  - b", f"'- b' {LIST}"),
        ("1. a\n   - b", f"'- b' {LIST}"),
        ("1. a\n- b", f"'- b' {LIST}"),
        ("> 1. a\n>\n>   * b", f"'* b' {LIST}"),
        ("- a\n    - b\n      - c", f"'- c' {LIST}"),
        ("1. a\n\n  second", f"'second' {LIST}"),
        ("- a\n\n  second", f"'second' {LIST}"),
        ("2) a\n3) b", f"'2) a' {LIST}"),
        ("- a\n\n    ```\n    x = 1\n    ```", f"'```' {FENCE}"),
        ("> ~~~ py\n> x\n> ~~~", f"'~~~ py' {FENCE}"),
        ("a\n\n ```\n x\n ```", f"'```' {FENCE}"),
        ('```yaml title="x.yml"\na: 1\n```', f"""'```yaml title="x.yml"' {FENCE}"""),
        ("``` { .yaml hidden }\na: 1\n```", f"'``` {{ .yaml hidden }}' {FENCE}"),
        ('```yaml hl_lines="1"\na: 1\n```', f"""'```yaml hl_lines="1"' {FENCE}"""),
        ("```\na: 1", f"'```' {FENCE}"),
        ("## فجوة القانون", f"'فجوة القانون' {NAMELESS}"),
        ("## [[terms/t]] b", f"'b' {NAMELESS}"),
        ("## [[terms/t]]", f"'##' {NAMELESS}"),
        ("words\n---", f"'words' {NAMELESS}"),
        ("a **b c", f"'**b' {UNREAD}"),
        ("a b** c", f"'b**' {UNREAD}"),
        ("[a][b]", f"'][b]' {UNREAD}"),
        ("a [[nowhere]]", "'[[nowhere]]' leads nowhere: no such record"),
        ("a `b", f"'`b' {UNREAD}"),
        ("[a][]", f"'][]' {UNREAD}"),
        ("## X { #abc", f"'{{ #abc' {UNREAD}"),
        ("{# x #}", UNREAD),
        ("a ==b== c", f"'==b==' {UNREAD}"),
        ("99999999999. a", "'99999999999.' is no number of a list; expected 2147483647 at most"),
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
        "If a<b and n<m, 3 === 3, [^], a ~~ b, 2 ** 3, |x| < 3.\n2031. That was a year.\n\n![](x.png) [a](<b.md>)",
        "\\- a\n\\=== b\n\\: c\n1\\) d\n\\<b> \\*\\*e [x \\[1\\]](y.md) \\~~f~~ \\[^1]",
        "1. a\n\n    b\n\n    - c\n    - d\n\n            <b> ```\n\n2. e\n\n- f\n- g\nh\n\n>     <b>",
        'a\n{: class="a b" lang="ar" }\n\n```a``` b\n\n```\n- a\n  - b\n## c\n```',
    ],
)
def test_what_is_text_of_a_page(judged, text):
    assert judged(text)[0] == []


def test_a_reference_with_words_stands_in_a_table(judged):
    _, html = judged("| [[chips/q|two words]] | b |\n| --- | --- |\n| a | [[chips/q\\|two words]] |")
    assert html.count("two words</a></t") == 2 and html.count("<th>") == html.count("<td>") == 2


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ('"[[rules/x]]".', "“<a>rules/x</a>”."),
        ('("**a**") \'[b](c.md)\', "`d`"', "(“<strong>a</strong>”) ‘<a>b</a>’, “<code>d</code>”"),
        ('"[[terms/t]]\'s" "a *b* c"', "“<a>terms/t</a>’s” “a <em>b</em> c”"),
        ("\"Quill's\" 'Tarvels\\'' \"Tarvels'\"", "“Quill’s” ‘Tarvels'’ “Tarvels’”"),
        ('a  \n"b"', "a<br />\n“b”"),
        ("a\\\nb", "a<br />\nb"),
        (r"\< \~ \" \| \[[terms/t]] c:\temp", r'< ~ " | [[terms/t]] c:\temp'),
        (r"[[terms/t|a \* b]]", "<a>terms/t|a * b</a>"),
        ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
        ("٣. أ\n٤. ب", '<ol start="3">\n<li>أ</li>\n<li>ب</li>\n</ol>'),
        ("a | b\n- | -\n`p \\| q` | `r|s`", "<code>p | q</code></td>\n<td><code>r|s</code>"),
        ("- a\n\n        [[x]] <b>", "<code>[[x]] <b>\n</code>"),
    ],
)
def test_ordinary_markdown_comes_out_right(judged, text, made):
    found, html = judged(text)
    assert found == [] and made in re.sub(' href="[^"]*"', "", unescape(html))
