"""From Vega's SVG to one that is fit for a page."""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Mapping
from types import MappingProxyType

from ..wording.latin import isolate_plain

_LINK = "{http://www.w3.org/1999/xlink}href"
_HOST = "https://vega.github.io/vega-datasets/"
_DROPPED = {"role", "aria-roledescription", "aria-label", "aria-hidden", "class", "pointer-events", "font-family"}
_PLACED = {"transform", "d", "x", "y", "x1", "x2", "y1", "y2", "width", "height"}
_FRACTION = re.compile(r"-?\d+\.\d+(?:e-?\d+)?")
_INHERITED = (
    *("font-size", "font-weight", "text-anchor", "paint-order"),
    *("fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray"),
)
_ROUND = re.compile(r"M([\d.]+),0A\1,\1,0,1,1,-\1,0A\1,\1,0,1,1,\1,0")
_STRAIGHT = re.compile(r"(?:[ML]-?[\d.]+,-?[\d.]+|Z)+")
_CORNER = re.compile(r"([ML])(-?[\d.]+),(-?[\d.]+)")
_AT = re.compile(r"translate\((-?[\d.]+),(-?[\d.]+)\)")
_FLAT = re.compile(r",(-?[\d.]+)(?:C-?[\d.]+,\1,-?[\d.]+,\1,(-?[\d.]+),\1(?![\d.]))+")

Names = Mapping[str, str]
"""Names of marks, each with the id at which it stands in a page."""

NONE: Names = MappingProxyType({})


def fit(svg: str, direction: str, lent: Names = NONE, borrowed: Names = NONE) -> str:
    """The inside of Vega's SVG without its English roles, its empty shapes, its idea of a host and what no eye sees.

    A link is named by its description, and begins with ``/`` for the root of the language; the keyboard passes it by,
    since the figure's table has it too. Names that are ``lent`` stand under an id, at which another drawing of the page
    finds those that are ``borrowed``, so that each is said once. Words keep their place and their order where the
    drawing itself runs from left to right.
    """
    root = etree.fromstring(svg)
    for parent in list(root.iter()):
        for child in list(parent):
            if _is_empty(child):
                parent.remove(child)
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
        if element.tag == "a":
            _name_link(element, borrowed)
        elif element.tag == "text" and direction == "rtl":
            element.text = right_to_left(isolate_plain(element.text or ""))
        if element.tag == "text" and element.get("stroke"):
            element.set("paint-order", "stroke")
    for element in root.iter():
        for name in _DROPPED & set(element.attrib) if element.tag != "a" else ():
            del element.attrib[name]
        _shorten(element)
    _lend(root, lent)
    _unwrap(root)
    for group in root.iter("g"):
        _share(group)
    return "".join(etree.tostring(child, encoding="unicode") for child in root)


def right_to_left(words: str) -> str:
    """Words between Unicode's marks, so that they run from right to left whatever stands around them."""
    return f"\u2067{words}\u2069"


def under(body: str, root: str) -> str:
    """The inside of a drawing with its links as ways from a page that reaches the language's root by ``root``."""
    return body.replace('href="/', f'href="{root}')


def _is_empty(element: etree.Element) -> bool:
    ground = element.get("class") in ("background", "foreground")
    return ground or element.get("opacity") == "0" or (element.tag.endswith("text") and not element.text)


def _shorten(element: etree.Element) -> None:
    """Places to a hundredth of a pixel, and no word on what is so anyway."""
    for name in _PLACED & set(element.attrib):
        element.set(name, _FRACTION.sub(_hundredth, element.attrib[name]))
    if element.get("transform") == "translate(0,0)":
        del element.attrib["transform"]
    if element.get("opacity") == "1":
        del element.attrib["opacity"]
    if element.tag == "path" and not element.get("stroke"):
        element.attrib.pop("stroke-width", None)
    if element.tag == "path":
        path = element.get("d", "")
        if found := _ROUND.fullmatch(path):
            element.tag = "circle"
            element.set("r", found[1])
            del element.attrib["d"]
        else:
            element.set("d", _along_axes(path) if _STRAIGHT.fullmatch(path) else _FLAT.sub(r",\1H\2", path))
    if element.tag == "text" and len(element) == 0 and (at := _AT.fullmatch(element.get("transform", ""))):
        del element.attrib["transform"]
        element.set("x", at[1])
        element.set("y", at[2])


def _along_axes(path: str) -> str:
    """A path of straight lines; those along an axis name the one coordinate that changes."""
    x, y = "", ""

    def shorter(corner: re.Match[str]) -> str:
        nonlocal x, y
        before, (letter, x, y) = (x, y), corner.groups()
        if letter == "M" or (x != before[0] and y != before[1]):
            return corner[0]
        return f"V{y}" if x == before[0] else f"H{x}"

    return _CORNER.sub(shorter, path)


def _hundredth(found: re.Match[str]) -> str:
    return f"{round(float(found[0]), 2) + 0:.2f}".rstrip("0").rstrip(".")


def _unwrap(root: etree.Element) -> None:
    """Leave out the groups that say nothing of the one thing that they hold."""
    for parent in reversed(list(root.iter())):
        for index, child in enumerate(parent):
            if child.tag == "g" and len(child) == 1 and not child.attrib:
                parent[index] = child[0]


def _share(group: etree.Element) -> None:
    """What all shapes, words and links of a group have in common is said of the group; but for the fill of marks that
    are links, by which the style sheet knows them."""
    shapes = [element for element in group.iter() if element.tag not in ("g", "a", "title")]
    marks = any(element.tag != "text" for link in group.iter("a") for element in link if element.tag != "title")
    for name in _INHERITED:
        values = {shape.get(name) for shape in shapes}
        if len(shapes) > 1 and len(values) == 1 and None not in values and not (name == "fill" and marks):
            group.set(name, shapes[0].attrib[name])
            for shape in shapes:
                del shape.attrib[name]
    if len(group) > 1 and all(child.tag == "a" and child.get("aria-hidden") for child in group):
        group.set("aria-hidden", "true")
        for child in group:
            del child.attrib["aria-hidden"]


def _lend(root: etree.Element, lent: Names) -> None:
    """Give each of these names its id, where it stands first."""
    titles = {title.text or "": title for title in reversed(list(root.iter("title")))}
    for name, id in lent.items():
        titles[name].set("id", id)


def _name_link(link: etree.Element, borrowed: Names) -> None:
    """Give a link its address and its name. One without a name repeats its neighbour for the pointer's convenience."""
    link.set("href", link.attrib.pop(_LINK).removeprefix(_HOST))
    link.attrib.pop("target", None)
    link.set("tabindex", "-1")
    name = link[0].get("aria-label", "")
    if name in borrowed:
        link.set("aria-labelledby", borrowed[name])
    elif name:
        title = etree.Element("title")
        title.text = name
        link.insert(0, title)
    else:
        link.set("aria-hidden", "true")
