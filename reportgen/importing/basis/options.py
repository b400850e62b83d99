"""What the user asks of an import, on the command line and in a profile."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reportgen.model.ledger import Approval, EntryKind
from reportgen.readers.finance.names import squeeze
from reportgen.readers.finance.profile import Amounts, Hidden, ImportProfile


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """The command line.

    :ivar sheets: the sheets to read; all if none is named.
    :ivar approval: of entries whose row doesn't say it.
    :ivar into: name of the ledger file to write; made from the source's if empty.
    :ivar profile: name of the profile; made from the source's if empty.
    """

    root: Path
    file: Path
    sheets: tuple[str, ...] = ()
    unit: str = ""
    day: date | None = None
    stage: str = ""
    kind: EntryKind | None = None
    amounts: Amounts | None = None
    approval: Approval = Approval.PASSED
    profile: str = ""
    into: str = ""
    replace: bool = False
    hidden: Hidden | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What the user has settled about names.

    :ivar accounts: id by squeezed name.
    :ivar ignored: squeezed names of rows to leave out.
    """

    accounts: Mapping[str, str]
    ignored: frozenset[str]


@dataclass(frozen=True, slots=True)
class Decisions:
    """The options, and behind them what a profile says."""

    options: ImportOptions
    profile: ImportProfile

    @property
    def sheets(self) -> tuple[str, ...]:
        """The sheets to read; all if none is named."""
        return self.options.sheets or self.profile.sheets

    @property
    def stage(self) -> str:
        """The budget stage, if one is named."""
        return self.options.stage or self.profile.stage or ""

    @property
    def kind(self) -> EntryKind | None:
        """The kind of amounts whose header names none."""
        return self.options.kind or self.profile.kind

    @property
    def amounts(self) -> Amounts | None:
        """How amounts are meant, if that is settled."""
        return self.options.amounts or self.profile.amounts

    @property
    def month_amounts(self) -> Amounts | None:
        """How months are meant, if that is settled; a profile also calls a state cumulative."""
        remembered = self.profile.amounts
        return self.options.amounts or (remembered if remembered is Amounts.ENTRIES else None)

    @property
    def is_amendment(self) -> bool:
        """Whether a stage is named that amends the budget."""
        return "추경" in squeeze(self.stage).replace("추가경정", "추경")

    @property
    def hidden(self) -> Hidden | None:
        """What becomes of hidden rows and columns, if that is settled."""
        return self.options.hidden or self.profile.hidden

    def told(self) -> Told:
        """What the profile says about names of rows."""
        return Told(
            {squeeze(name): account for name, account in self.profile.accounts.items()},
            frozenset(map(squeeze, self.profile.ignore)),
        )
