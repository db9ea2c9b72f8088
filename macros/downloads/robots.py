"""What machines that read the whole site are told (RFC 9309)."""

from __future__ import annotations


def robots(sitemap: str) -> str:
    """Everything may be read; the sitemap has all addresses with the days of their last changes."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n"
