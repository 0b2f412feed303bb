"""Who is told how far a transfer has come: functions, bars of tqdm, and those of rich."""

from __future__ import annotations

from collections.abc import Callable
from typing import NoReturn, Protocol, Union, cast, runtime_checkable

__all__ = ["Progress", "ProgressBar", "ProgressBars"]


class ProgressBar(Protocol):
    """What a bar of tqdm is: how far it has come, of how much, and a way to go on."""

    n: float
    total: float | None

    def update(self, n: float) -> object: ...


@runtime_checkable
class ProgressBars(Protocol):
    """What a Progress of rich is: bars with a task each. What names a task is known to it alone: so no type is right for that here."""

    def add_task(self, description: str, *, total: float | None) -> object: ...

    def update(
        self, task_id: NoReturn, *, total: float | None, completed: float | None, description: str | None = None
    ) -> object: ...


Told = Callable[[int, int, str], object]

Progress = Union[Told, ProgressBar, ProgressBars, tuple[ProgressBars, object]]
"""Who is told how far a transfer has come: a function of the bytes that have been copied, those of all files that are known of so far, and
the file on the server that was copied last; a bar of tqdm's kind; a Progress of rich's kind, which gets a bar for each transfer; or one and the number
of its task. Called at most ten times a second and once at the end, in the thread or greenlet that copies. An exception that it raises ends the transfer and comes
out of it."""


def teller(progress: Progress) -> Told:
    """Returns a function that tells `progress`, whatever kind it is of. Raises TypeError for what is of none."""
    if callable(progress):
        return progress
    if isinstance(progress, tuple):
        return _of_task(*progress)
    if isinstance(progress, ProgressBars):
        return _of_bars(progress)
    if hasattr(progress, "update"):
        return _of_bar(progress)
    raise TypeError(f"progress: must be a function, or a bar of tqdm or rich, not {type(progress).__name__}")


def _of_bar(bar: ProgressBar) -> Told:
    def tell(done: int, total: int, _: str) -> None:
        bar.total = total
        bar.update(done - bar.n)

    return tell


def _of_task(bars: ProgressBars, task: object) -> Told:
    def tell(done: int, total: int, _: str) -> None:
        bars.update(cast(NoReturn, task), total=total, completed=done)

    return tell


def _of_bars(bars: ProgressBars) -> Told:
    task: object = None

    def tell(done: int, total: int, name: str) -> None:
        nonlocal task
        if task is None:
            task = bars.add_task("", total=total)
        # In rich a bracket begins a style.
        shown = name.rpartition("/")[2].replace("[", r"\[")
        bars.update(cast(NoReturn, task), total=total, completed=done, description=shown)

    return tell
