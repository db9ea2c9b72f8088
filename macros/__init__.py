"""What pages can call. mkdocs-macros calls ``define_env`` once a build; everything else is in the rooms below."""

from __future__ import annotations

from typing import Any


def define_env(env: Any) -> None:
    """Offer pages ``component``, ``status_grid``, ``figure``, and by their short names some components."""
    from .site.build import Build

    build = Build.of(env.conf)
    keep = build.markdown.keep

    @build.offer
    def component(name: str) -> str:
        """A part of a page, by the name of its template in ``templates/list/``."""
        return keep(build.component(name))

    @build.offer
    def status_grid(*chips: str) -> str:
        """The grid of chips against periods, every status computed; those of the gap by group if none is named."""
        return keep(build.status_grid(chips))

    @build.offer
    def figure(name: str) -> str:
        """A figure with its finding, the table of its values and a download, by its name in
        ``figures/catalogue.py``."""
        return keep(build.figure(name))

    @build.offer
    def ladder() -> str:
        """The steps in one line each."""
        return component("ladder")

    @build.offer
    def gateway() -> str:
        """The two doors of the bilingual first page."""
        return component("gateway")
