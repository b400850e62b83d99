"""The table of a ledger by one library, in an interpreter of its own.

``python -m benchmarks.ledger_rivals NAME FILE STAGE`` reads the file, keeps every cell of its
entries, and sums those up to a stage by account, kind and year. It prints the sum and the
number of sums, and the most memory that the process ever held, in bytes. Only reportgen also
tells which cell can't be read.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks.fresh import read_peak
from benchmarks.ledger_rows import COLUMNS, STAGES

Sums = Sequence[int]
"""The won of each account, kind and year."""

_AMOUNT = "replace(replace(amount, ',', ''), '△', '-')"


def sum_reportgen(ledger: Path, stages: Sequence[str]) -> Sums:
    """By this tool."""
    from reportgen.figures.slices import LedgerSlices
    from reportgen.model.ledger import EntryKind
    from reportgen.readers.ledger import read_ledger

    counted = read_ledger(ledger, "ledger.csv", []).select(lambda found: found.stage in stages)
    slices = LedgerSlices(counted)
    sums = (slices.sum_kinds("", "", (kind,), year) for kind in EntryKind for year in (2025, 2026))
    return [won for found in sums for won in found.amounts.values()]


def sum_dicts(ledger: Path, stages: Sequence[str]) -> Sums:
    """By the csv module, a tuple for each row."""
    import csv

    with ledger.open(encoding="utf-8-sig", newline="") as stream:
        rows = [tuple(row) for row in csv.reader(stream, strict=True)][1:]
    sums: dict[tuple[str, str, str], int] = {}
    for day, stage, kind, account, amount, *_rest in rows:
        if stage in stages:
            key = account, kind, day[:4]
            won = int(amount.replace(",", "").replace("△", "-")) * 1000
            sums[key] = sums.get(key, 0) + won
    return list(sums.values())


def sum_sqlite(ledger: Path, stages: Sequence[str]) -> Sums:
    """By SQLite in memory, filled by the csv module."""
    import csv
    import sqlite3

    database = sqlite3.connect(":memory:")
    marks = ", ".join("?" * len(COLUMNS.split(",")))
    database.execute(f"create table entries ({COLUMNS})")
    with ledger.open(encoding="utf-8-sig", newline="") as stream:
        rows = csv.reader(stream, strict=True)
        next(rows)
        database.executemany(f"insert into entries values ({marks})", rows)
    chosen = ", ".join("?" * len(stages))
    query = (
        f"select sum(cast({_AMOUNT} as integer) * 1000) from entries "
        f"where stage in ({chosen}) group by account, kind, substr(date, 1, 4)"
    )
    return [won for (won,) in database.execute(query, tuple(stages))]


def sum_polars(ledger: Path, stages: Sequence[str]) -> Sums:
    """By Polars, all of whose threads take part."""
    import polars as pl

    table = pl.read_csv(ledger, infer_schema=False).with_columns(
        pl.col("amount").str.replace_all(",", "").str.replace("△", "-").cast(pl.Int64) * 1000,
        *(pl.col(name).cast(pl.Categorical) for name in ("stage", "kind", "account")),
    )
    counted = table.filter(pl.col("stage").cast(pl.String).is_in(list(stages)))
    keys = (pl.col("account"), pl.col("kind"), pl.col("date").str.slice(0, 4))
    sums: list[int] = counted.group_by(keys).agg(pl.col("amount").sum())["amount"].to_list()
    return sums


def sum_duckdb(ledger: Path, stages: Sequence[str]) -> Sums:
    """By DuckDB, all of whose threads take part."""
    import duckdb

    database = duckdb.connect()
    database.execute(
        "create table entries as select * from "
        "read_csv(?, all_varchar = true, header = true, quote = '\"', escape = '\"', delim = ',')",
        [str(ledger)],
    )
    query = (
        f"select sum(cast({_AMOUNT} as bigint) * 1000)::bigint from entries "
        "where list_contains(?, stage) group by account, kind, left(date, 4)"
    )
    return [won for (won,) in database.execute(query, [list(stages)]).fetchall()]


RIVALS = {
    "reportgen": sum_reportgen,
    "csv and dict": sum_dicts,
    "sqlite3": sum_sqlite,
    "polars": sum_polars,
    "duckdb": sum_duckdb,
}


if __name__ == "__main__":
    name, path, last = sys.argv[1:]
    found = RIVALS[name](Path(path), STAGES[: STAGES.index(last) + 1])
    print(f"{sum(found)}/{len(found)}")
    print(read_peak())
