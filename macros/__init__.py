"""What pages can call. mkdocs-macros calls ``define_env`` once a build; everything else is in the modules below it."""
from __future__ import annotations

COMPONENTS = ("conclusions", "claims", "actors", "chips", "rules", "sources", "timeline", "glossary", "steps",
              "caveats", "conflicts", "drift", "origins", "chain", "recent", "tariff", "current", "what-if")
"""Templates that a page places with ``{{ component('name') }}``."""


def define_env(env) -> None:
    """Give pages ``component``, ``status_table``, ``squares``, ``ladder``, ``figure`` and ``gateway``."""
    from .figures import download
    from .language import LANGUAGES, Language
    from .rendering import View

    dossier, site_url, keep = env.conf["dossier"], env.conf["site_url"], env.conf["dossier_markdown"].keep

    def view() -> View:
        url = env.page.url
        return View(dossier, Language(url[:2] if url[:2] in LANGUAGES else "en"), url, site_url)

    @env.macro
    def component(name: str) -> str:
        """A part of a page, by the name of its template."""
        if name not in COMPONENTS:
            raise ValueError(f"no component '{name}'; expected one of {', '.join(COMPONENTS)}")
        return keep(view().render(f"{name}.html"))

    @env.macro
    def status_table(*chips: str) -> str:
        """The table of chips against periods, every cell computed; all chips of US origin if none is named, those of the article first."""
        everything = sorted((chip for chip in dossier.chips if chip.us_origin), key=lambda chip: -len(dossier.citing(chip, "claims")))
        shown = [dossier.find("chips", id) for id in chips] or everything
        return keep(view().render("status-table.html", chips=shown))

    @env.macro
    def squares() -> str:
        """One square a claim, coloured by drift."""
        return keep(view().render("squares.html"))

    @env.macro
    def ladder() -> str:
        """The nine steps in one line each."""
        return keep(view().render("ladder.html"))

    @env.macro
    def figure(name: str) -> str:
        """A figure with its finding, the table of its data and a download, by the name in ``figures.FIGURES``."""
        here = view()
        found, file = env.conf["dossier_figures"][name, here.language.code], download(name, here.language.code)
        return keep(here.render("figure.html", id=name, figure=found, file=here.file(file)))

    @env.macro
    def gateway() -> str:
        """The two doors of the bilingual first page."""
        return keep(view().render("gateway.html", languages=[Language(code) for code in LANGUAGES]))
