"""What stands on a page, and what a page can do without."""

from __future__ import annotations

from macros.site.contents import contents
from macros.site.slimming import slim


def test_sections_are_known_by_the_words_of_their_headings():
    html = """
    <h1>Title</h1>
    <h2 id="one">TPP &amp; <bdi>density</bdi> <a class="permalink" href="#one" aria-label="to “One”">¶</a></h2>
    <h2>Without an anchor</h2>
    <h3 id="deeper">Deeper</h3>
    <h2 id="two" class="x"><a href="../two/">Two</a>
      lines <small>7</small></h2>
    """
    assert contents(html) == (("one", "TPP & density"), ("two", "Two lines"))


def test_indentation_goes_but_for_what_is_preformatted():
    html = "<ul>\n    <li>a   \n\n      b</li>\n</ul>\n<pre>\n  @online{\n    x\n</pre>\n  <p>c   d</p>"
    assert slim(html) == "<ul>\n<li>a\nb</li>\n</ul><pre>\n  @online{\n    x\n</pre><p>c d</p>"


def test_every_section_of_a_page_stands_in_its_contents(site):
    """A list of letters stands for the headings of the glossary, which are its letters."""
    for url, page in site.pages.items():
        assert page.tree.xpath("//*[@class='letters']") or not page.tree.xpath("//div[@id='content']//h2[not(@id)]"), (
            url
        )
        sections = page.tree.xpath("//div[@id='content']//h2/@id")
        links = [link.removeprefix("#") for link in page.tree.xpath("//nav[starts-with(@class, 'contents')]//a/@href")]
        assert links == (sections if len(sections) > 1 else []), url
