"""What the measurements come to: tables for the terminal and in Markdown."""

from __future__ import annotations

import dataclasses
import statistics
from collections.abc import Sequence

from .cases import MIB, Case
from .contenders import REFERENCE, Contender
from .measuring import Failure, Measurement

COLUMNS = ("contender", "median", "spread", "rate", "CPU s", "server CPU s", "peak MB", "ratio")


@dataclasses.dataclass
class Row:
    """A contender's results in one case."""

    contender: Contender
    measurements: list[Measurement] = dataclasses.field(default_factory=list)
    failure: Failure | None = None
    is_available: bool = True

    @property
    def median(self) -> float | None:
        """The median of the seconds; None where there are none."""
        return statistics.median(one.seconds for one in self.measurements) if self.measurements else None


def rate(case: Case, amount: int, seconds: float) -> tuple[float, str]:
    """Returns how much was done a second, and its unit."""
    if case.unit == "MB":
        return amount / 1e6 / seconds, "MB/s"
    return amount / seconds, "/s"


def ratio(row: Row, rows: Sequence[Row]) -> float | None:
    """Returns how many times as fast as the reference a contender was; None where one of both has no result."""
    reference = next((other.median for other in rows if other.contender.name == REFERENCE), None)
    return reference / row.median if reference and row.median else None


def heading(case: Case, amount: int) -> str:
    """Returns a case's title with its amount."""
    return f"{case.title}: {amount / MIB:g} MiB" if case.unit == "MB" else f"{case.title}: {amount:,} {case.unit}"


def cells(row: Row, rows: Sequence[Row], case: Case, amount: int) -> list[str]:
    """Returns a row of the table."""
    if row.failure:
        return [row.contender.title, "WRONG", *[""] * (len(COLUMNS) - 2)]
    median = row.median
    if median is None:
        return [row.contender.title, "not available", *[""] * (len(COLUMNS) - 2)]
    seconds = [one.seconds for one in row.measurements]
    speed, unit = rate(case, amount, median)
    times = ratio(row, rows)
    peak = max(one.peak_kib for one in row.measurements)
    return [
        row.contender.title,
        f"{median:.3f} s",
        f"{min(seconds):.3f}–{max(seconds):.3f}",
        f"{speed:,.1f} {unit}" if speed < 1000 else f"{speed:,.0f} {unit}",
        f"{statistics.median(one.cpu for one in row.measurements):.2f}",
        f"{statistics.median(one.server_cpu for one in row.measurements):.2f}",
        f"{peak * 1024 / 1e6:.1f}" if peak else "–",
        f"{times:.2f}" if times else "–",
    ]


def table(rows: Sequence[Row], case: Case, amount: int) -> str:
    """Returns a case's table for the terminal."""
    lines = [list(COLUMNS), *(cells(row, rows, case, amount) for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(COLUMNS))]
    text = [
        "  ".join(cell.ljust(width) if index == 0 else cell.rjust(width) for index, (cell, width) in enumerate(zip(line, widths)))
        for line in lines
    ]
    return "\n".join(line.rstrip() for line in text)


def markdown(rows: Sequence[Row], case: Case, amount: int) -> str:
    """Returns a case's table in Markdown."""
    lines = [list(COLUMNS), ["---", *["---:"] * (len(COLUMNS) - 1)]]
    lines += [cells(row, rows, case, amount) for row in rows]
    return f"## {heading(case, amount)}\n\n" + "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"
