"""The council or board that a document is for."""

from __future__ import annotations

from reportgen.model.base import Content


class Council(Content):
    """To whom a document goes; what is not known is left out of it."""

    committee: str | None = None
    session: str | None = None
