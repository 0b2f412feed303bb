"""Puts libswiftssh.so into the wheel, which then has the tag of this platform and works with every Python 3 there.

The library is $SWIFTSSH_LIBRARY, or what was built in the repository that this directory is part of; without one the wheel is of Python alone,
and takes the library from the system. `scripts/wheel` then bundles what the library needs.
"""

import os
import pathlib
import shutil

from setuptools import setup
from setuptools.command.build_py import build_py
from setuptools.dist import Distribution
from wheel.bdist_wheel import bdist_wheel

HERE = pathlib.Path(__file__).resolve().parent
REPOSITORY = HERE.parents[1]
LIBRARY = pathlib.Path(os.environ.get("SWIFTSSH_LIBRARY") or REPOSITORY / "build/libswiftssh.so")
HOLDS_LIBRARY = LIBRARY.exists()

# Of what is in the wheel, by the name that the text gets there.
LICENSES = {
    "swiftssh.txt": REPOSITORY / "LICENSE",
    "libssh2.txt": pathlib.Path("/usr/share/doc/libssh2-1/copyright"),
    "openssl.txt": pathlib.Path("/usr/share/doc/libssl3/copyright"),
}


class BuildWithLibrary(build_py):
    """Copies the library and the licenses beside the modules."""

    def run(self):
        """Builds."""
        super().run()
        if not HOLDS_LIBRARY:
            return
        package = pathlib.Path(self.build_lib, "swiftssh")
        shutil.copy(LIBRARY, package / "libswiftssh.so")
        (package / "licenses").mkdir(exist_ok=True)
        for name, text in LICENSES.items():
            if text.exists():
                shutil.copy(text, package / "licenses" / name)


class PlatformWheel(bdist_wheel):
    """A wheel for any Python 3, and for this platform alone when the library is in it."""

    def get_tag(self):
        """Returns the three parts of the wheel's tag."""
        python, abi, platform = super().get_tag()
        return ("py3", "none", platform) if HOLDS_LIBRARY else (python, abi, platform)


class PlatformDistribution(Distribution):
    """A distribution with a library of machine code, which setuptools does not see by itself."""

    def has_ext_modules(self):
        """Tells whether the wheel belongs to one platform."""
        return HOLDS_LIBRARY


setup(
    distclass=PlatformDistribution,
    cmdclass={"build_py": BuildWithLibrary, "bdist_wheel": PlatformWheel},
)
