"""From Vega's SVG to one that is fit for a page, on a small drawing written by hand."""

from __future__ import annotations

import xml.etree.ElementTree as etree

import pytest

from macros.figures.picture import fit, under

SVG = """\
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" class="marks" width="300">
  <rect class="background" width="300" height="200"/>
  <g role="graphics-document" aria-roledescription="visualization" pointer-events="none" fill="red">
    <path class="foreground" d="M0"/>
    <path aria-label="point" aria-hidden="true" opacity="0" d="M1"/>
    <path aria-label="point" opacity="0.5" d="M2"/>
    <text text-anchor="start" font-family="Plex">H200 رقاقة</text>
    <text text-anchor="middle">x</text>
    <text text-anchor="end">&lt;y&gt;</text>
    <text>z</text>
    <text></text>
    <a xlink:href="https://vega.github.io/vega-datasets/chips/x/" target="_blank"><path aria-label="chip x" d="M3"/></a>
    <a xlink:href="https://vega.github.io/vega-datasets/chips/x/"><text text-anchor="start">X</text></a>
  </g>
</svg>
"""


def tree(direction: str = "ltr") -> etree.Element:
    """What is fit for a page that runs in this direction."""
    return etree.fromstring(f"<svg>{fit(SVG, direction)}</svg>")


def test_grounds_and_empty_shapes_fall_away():
    assert [path.get("d") for path in tree().iter("path")] == ["M2", "M3"]
    assert [text.text for text in tree().iter("text")] == ["H200 رقاقة", "x", "<y>", "z", "X"]


def test_no_english_role_and_no_font_is_left():
    names = {name for element in tree().iter() if element.tag != "a" for name in element.attrib}
    assert names == {"fill", "opacity", "d", "text-anchor"}
    assert "{" not in "".join(element.tag for element in tree().iter()) and "xmlns" not in fit(SVG, "ltr")


def test_a_link_has_its_address_and_the_name_of_what_it_holds():
    named, _ = tree().iter("a")
    assert named.attrib == {"href": "chips/x/", "tabindex": "-1"}
    assert (named[0].tag, named[0].text, named[1].tag) == ("title", "chip x", "path")


def test_a_link_that_repeats_its_neighbour_is_passed_by():
    _, repeated = tree().iter("a")
    assert repeated.attrib == {"href": "chips/x/", "tabindex": "-1", "aria-hidden": "true"}
    assert [child.tag for child in repeated] == ["text"]


def test_links_that_all_repeat_are_passed_by_together():
    link = '<a xmlns:x="http://www.w3.org/1999/xlink" x:href="/x/"><text>X</text></a>'
    mark = '<a xmlns:x="http://www.w3.org/1999/xlink" x:href="/x/"><path aria-label="X"/></a>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg"><g>{link}{link}</g><g>{link}{mark}</g></svg>'
    repeated, mixed = etree.fromstring(f"<svg>{fit(svg, 'ltr')}</svg>")
    assert repeated.get("aria-hidden") == "true" and not [link for link in repeated if link.get("aria-hidden")]
    assert mixed.get("aria-hidden") is None and [link.get("aria-hidden") for link in mixed] == ["true", None]


def test_a_name_that_stands_twice_has_one_address():
    def link(drawn: str) -> str:
        return f'<a xmlns:x="http://www.w3.org/1999/xlink" x:href="/x/"><path aria-label="X &amp; Y" d="{drawn}"/></a>'

    svg = f'<svg xmlns="http://www.w3.org/2000/svg"><g>{link("M1")}{link("M2")}</g></svg>'
    first, second = etree.fromstring(f"<svg>{fit(svg, 'ltr', lent={'X & Y': 'n'})}</svg>").iter("title")
    assert (first.get("id"), second.get("id")) == ("n", None)
    for borrowed in etree.fromstring(f"<svg>{fit(svg, 'ltr', borrowed={'X & Y': 'n'})}</svg>").iter("a"):
        assert borrowed.get("aria-labelledby") == "n" and [child.tag for child in borrowed] == ["path"]


def test_the_inside_stands_without_what_is_around_it():
    plain = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0"/><path d="M1"/></svg>'
    assert fit(plain, "ltr") == '<path d="M0" /><path d="M1" />'


@pytest.mark.parametrize(
    ("direction", "words"),
    [("ltr", "H200 رقاقة"), ("rtl", "\u2067\u2066H200\u2069 رقاقة\u2069")],
)
def test_words_keep_their_place_and_their_order(direction, words):
    found = list(tree(direction).iter("text"))
    assert [text.get("text-anchor") for text in found] == ["start", "middle", "end", None, "start"]
    assert found[0].text == words


def test_an_edge_around_words_stands_behind_them():
    svg = '<svg xmlns="http://www.w3.org/2000/svg"><text stroke="white">a</text><text>b</text></svg>'
    edged, plain = etree.fromstring(f"<svg>{fit(svg, 'ltr')}</svg>")
    assert edged.get("paint-order") == "stroke" and plain.get("paint-order") is None


def test_words_stand_at_their_place():
    svg = """<svg xmlns="http://www.w3.org/2000/svg">
      <text transform="translate(1.234,-5)">a</text><text transform="translate(1,2) rotate(90)">b</text>
    </svg>"""
    placed, turned = etree.fromstring(f"<svg>{fit(svg, 'ltr')}</svg>")
    assert placed.attrib == {"x": "1.23", "y": "-5"} and turned.attrib == {"transform": "translate(1,2) rotate(90)"}


def test_links_from_a_page():
    assert (
        under('<a href="/chips/x/"/><a href="/rules/y/"/>', "../") == '<a href="../chips/x/"/><a href="../rules/y/"/>'
    )


def test_places_are_as_fine_as_an_eye_and_defaults_are_left_unsaid():
    drawn = """<svg xmlns="http://www.w3.org/2000/svg">
      <path transform="translate(687.5118459,-0.0012)" d="M1.732,0A20.005,12345.678,0,1,1,1e3,2.5e-7"
        stroke-width="2" opacity="1"/>
      <path d="M-1.5,0" stroke="red" stroke-width="2.125" opacity="0.125"/>
      <text x="0.0625">1.2345</text>
    </svg>"""
    plain, lined, text = etree.fromstring(f"<svg>{fit(drawn, 'ltr')}</svg>")
    assert plain.attrib == {"transform": "translate(687.51,0)", "d": "M1.73,0A20,12345.68,0,1,1,1e3,0"}
    assert lined.attrib == {"d": "M-1.5,0", "stroke": "red", "stroke-width": "2.125", "opacity": "0.125"}
    assert (text.attrib, text.text) == ({"x": "0.06"}, "1.2345")


def test_a_group_says_what_all_in_it_share():
    svg = """<svg xmlns="http://www.w3.org/2000/svg">
      <g><text font-size="12px" text-anchor="start">a</text><g><text font-size="12px" text-anchor="end">b</text></g></g>
      <g><text font-size="12px">c</text><text>d</text></g>
      <g><path fill="red" stroke="blue" d="M1"/><path fill="red" stroke="blue" d="M2"/></g>
    </svg>"""
    shared, mixed, paths = etree.fromstring(f"<svg>{fit(svg, 'ltr')}</svg>")
    assert shared.attrib == {"font-size": "12px"} and mixed.attrib == {}
    assert [text.attrib for text in shared.iter("text")] == [{"text-anchor": "start"}, {"text-anchor": "end"}]
    assert [text.attrib for text in mixed.iter("text")] == [{"font-size": "12px"}, {}]
    assert paths.attrib == {"fill": "red", "stroke": "blue"} and [path.attrib for path in paths] == [
        {"d": "M1"},
        {"d": "M2"},
    ]


def test_a_mark_that_is_a_link_keeps_its_fill():
    link = '<a xmlns:x="http://www.w3.org/1999/xlink" x:href="/x/"><path aria-label="X" fill="red" stroke="blue"/></a>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg"><g>{link}{link}</g></svg>'
    (group,) = etree.fromstring(f"<svg>{fit(svg, 'ltr')}</svg>")
    assert group.attrib == {"stroke": "blue"} and {path.get("fill") for path in group.iter("path")} == {"red"}


def test_a_group_of_one_thing_of_which_it_says_nothing_falls_away():
    one = '<g transform="translate(0,0)"><g><g><path d="M1"/></g></g></g>'
    inside = f'<g fill="none">{one}{one}</g><g opacity="0.5"><path d="M1"/></g>'
    svg = f'<svg xmlns="http://www.w3.org/2000/svg">{inside}</svg>'
    many, faint = etree.fromstring(f"<svg>{fit(svg, 'ltr')}</svg>")
    assert [child.tag for child in many] == ["path", "path"] and (faint.tag, len(faint)) == ("g", 1)


@pytest.mark.parametrize(
    ("path", "shape"),
    [
        ("M4.472,0A4.472,4.472,0,1,1,-4.472,0A4.472,4.472,0,1,1,4.472,0", {"r": "4.47"}),
        ("M4,0A4,4,0,1,1,-4,0", {"d": "M4,0A4,4,0,1,1,-4,0"}),
        ("M1,7C2,7,3,7,4,7C5,7,6,7,7,7C8,7,9,9,10,9", {"d": "M1,7H7C8,7,9,9,10,9"}),
        ("M1,7C2,7,3,7,4,77", {"d": "M1,7C2,7,3,7,4,77"}),
        ("M-1.731,-4L-1.734,4L4,4L0,0L0,-1ZM0,5L0,6", {"d": "M-1.73,-4V4H4L0,0V-1ZM0,5V6"}),
        ("M1,17C2,7,3,7,4,7", {"d": "M1,17C2,7,3,7,4,7"}),
    ],
)
def test_a_shape_is_said_in_as_few_numbers_as_it_has(path, shape):
    svg = f'<svg xmlns="http://www.w3.org/2000/svg"><path d="{path}"/></svg>'
    (drawn,) = etree.fromstring(f"<svg>{fit(svg, 'ltr')}</svg>")
    assert drawn.attrib == shape and drawn.tag == ("circle" if "r" in shape else "path")
