"""Where things are."""

import os
import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[2]
SOURCES = ROOT / "benchmarks"
BUILD = ROOT / "build/benchmarks"
LIBRARY = pathlib.Path(os.environ.get("SWIFTSSH_LIBRARY") or ROOT / "build/libswiftssh.so").resolve()
