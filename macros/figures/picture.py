"""From a surface to SVG that is fit for a page."""

from __future__ import annotations

import xml.etree.ElementTree as etree

from ..wording.latin import isolate_plain
from .surface import Surface

_LINK = "{http://www.w3.org/1999/xlink}href"
_HOST = "https://vega.github.io/vega-datasets/"
_DROPPED = {"role", "aria-roledescription", "aria-label", "aria-hidden", "class", "pointer-events", "font-family"}
_MIRRORED = {"start": "end", "end": "start", "middle": "middle"}


def fit(svg: str, surface: Surface) -> str:
    """The inside of Vega's SVG without its English roles, its empty shapes and its idea of a host.

    A link is named by its description, and begins with ``/`` for the root of the language.
    """
    root = etree.fromstring(svg)
    for parent in list(root.iter()):
        for child in list(parent):
            if _is_empty(child):
                parent.remove(child)
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
        if element.tag == "a":
            _name_link(element)
        elif element.tag == "text" and surface.direction == "rtl":
            element.set("text-anchor", _MIRRORED[element.get("text-anchor", "start")])
            element.text = isolate_plain(element.text or "")
    for element in root.iter():
        for name in _DROPPED & set(element.attrib) if element.tag != "a" else ():
            del element.attrib[name]
    return "".join(etree.tostring(child, encoding="unicode") for child in root)


def under(body: str, root: str) -> str:
    """The inside of a drawing with its links as ways from a page that reaches the language's root by ``root``."""
    return body.replace('href="/', f'href="{root}')


def _is_empty(element: etree.Element) -> bool:
    ground = element.get("class") in ("background", "foreground")
    return ground or element.get("opacity") == "0" or (element.tag.endswith("text") and not element.text)


def _name_link(link: etree.Element) -> None:
    """Give a link its address and its name.

    A link without a name repeats its neighbour for the pointer's convenience, so keyboard and screen reader pass it by.
    """
    link.set("href", link.attrib.pop(_LINK).removeprefix(_HOST))
    if name := link[0].get("aria-label"):
        title = etree.Element("title")
        title.text = name
        link.insert(0, title)
    else:
        link.attrib |= {"tabindex": "-1", "aria-hidden": "true"}
