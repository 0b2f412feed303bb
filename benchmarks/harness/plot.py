"""Draws results.json as a picture: plot.py RESULTS PNG. Run by the interpreter that has matplotlib."""

from __future__ import annotations

import json
import math
import pathlib
import sys

import matplotlib

matplotlib.use("Agg")

from matplotlib import pyplot  # noqa: E402

COLUMNS = 4


def draw(cases: list[dict], target: pathlib.Path) -> None:
    """Draws one panel for each case: the rate of each contender, the median with the spread."""
    rows = math.ceil(len(cases) / COLUMNS)
    figure, panels = pyplot.subplots(rows, COLUMNS, figsize=(5 * COLUMNS, 2.6 * rows), squeeze=False)
    titles = list(dict.fromkeys(row["contender"] for case in cases for row in case["rows"]))
    colours = {title: f"C{index}" for index, title in enumerate(titles)}
    for panel, case in zip(panels.flat, cases):
        listed = [row for row in reversed(case["rows"]) if row["rates"]]
        medians = [row["median"] for row in listed]
        below = [row["median"] - min(row["rates"]) for row in listed]
        above = [max(row["rates"]) - row["median"] for row in listed]
        names = [row["contender"] for row in listed]
        panel.barh(names, medians, xerr=[below, above], color=[colours[name] for name in names], ecolor="#444", capsize=2)
        panel.set_title(case["title"], fontsize=9)
        panel.set_xlabel(case["unit"], fontsize=8)
        panel.tick_params(labelsize=8)
        panel.margins(x=0.12)
    for panel in list(panels.flat)[len(cases):]:
        panel.set_visible(False)
    figure.tight_layout()
    figure.savefig(target, dpi=110)


if __name__ == "__main__":
    draw(json.loads(pathlib.Path(sys.argv[1]).read_text())["cases"], pathlib.Path(sys.argv[2]))
