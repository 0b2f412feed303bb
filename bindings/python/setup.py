"""Gives a wheel that holds libswiftssh.so the tag of this platform; it works with every Python 3 there."""

import pathlib

from setuptools import setup
from setuptools.dist import Distribution
from wheel.bdist_wheel import bdist_wheel

HOLDS_LIBRARY = (pathlib.Path(__file__).parent / "src/swiftssh/libswiftssh.so").exists()


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


setup(distclass=PlatformDistribution, cmdclass={"bdist_wheel": PlatformWheel})
