"""What of a drawing (SVG) a browser would run that opens it by itself, where no page's policy holds: judged by what its
XML means, however it is written."""

from __future__ import annotations

import re
from xml.parsers import expat

from .messages import MOST_QUOTED
from .problems import DossierError, Problem

XHTML = "http://www.w3.org/1999/xhtml"

RUN = {"script", "foreignobject", "handler", "listener", "iframe", "embed", "object"}
"""Elements that run something or hold another document (SVG 2; SVG Tiny 1.2, 15), in small letters."""

ADDRESSES = {"base", "href", "src"}
"""Attributes by which something is fetched or opened."""

_HARMLESS = re.compile(r"(?:https?:|data:image/(?:avif|gif|jpeg|png|webp)[;,]|(?![a-z][\w+.-]*:))", re.IGNORECASE)
"""How an address begins that runs nothing: of the web, a picture by itself, or within the site or the drawing."""

_LEFT_OUT = re.compile(r"[\t\n\r]|^[\0- ]+")
"""What a browser leaves out of an address (URL Standard, 4.4)."""


def drawing_problems(text: str, name: str) -> list[Problem]:
    """What is wrong with a drawing; ``name`` is how messages name it. Raises DossierError where it cannot be judged."""
    problems: list[Problem] = []
    parser = expat.ParserCreate("utf-8", namespace_separator=" ")

    def refused(found: str) -> Problem:
        expected = "would run without the policy of pages; expected a drawing without it"
        return Problem(name, parser.CurrentLineNumber, "", f"'{found}' {expected}")

    def unjudged(message: str) -> DossierError:
        return DossierError([Problem(name, parser.CurrentLineNumber, "", message)])

    def declaration(_version: str, encoding: str | None, _standalone: int) -> None:
        if (encoding or "utf-8").lower() != "utf-8":
            raise unjudged(f"encoding '{encoding}'; expected utf-8")

    def doctype(*_: object) -> None:
        raise unjudged("a drawing with a DOCTYPE, which may hold entities; expected one without")

    def instruction(target: str, _data: str) -> None:
        if target == "xml-stylesheet":
            problems.append(refused(target))

    def element(tag: str, attributes: dict[str, str]) -> None:
        namespace, _, local = tag.rpartition(" ")
        if namespace == XHTML or local.lower() in RUN:
            problems.append(refused(local))
        problems.extend(
            refused(f"{_local(each)}={value[:MOST_QUOTED]}") for each, value in attributes.items() if _runs(each, value)
        )

    parser.XmlDeclHandler = declaration
    parser.StartDoctypeDeclHandler = doctype
    parser.ProcessingInstructionHandler = instruction
    parser.StartElementHandler = element
    try:
        parser.Parse(text.encode(), True)
    except expat.ExpatError as error:
        raise unjudged(f"malformed XML: {expat.ErrorString(error.code)}") from None
    return problems


def _local(name: str) -> str:
    """The name of an element or an attribute without its namespace or prefix."""
    return re.split("[ :]", name.strip())[-1].lower()


def _runs(attribute: str, value: str) -> bool:
    """Whether an attribute runs something, leads to what does, or animates such a one."""
    local = _local(attribute)
    if local == "attributename":
        return _local(value) in ADDRESSES or _local(value).startswith("on")
    return local.startswith("on") or (local in ADDRESSES and not _HARMLESS.match(_LEFT_OUT.sub("", value)))
