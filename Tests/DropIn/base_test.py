"""What ssh2-python's tests import and its source package leaves out: a test case with a session that is not connected."""

import unittest

from ssh2.session import Session


class SSH2TestCase(unittest.TestCase):
    def setUp(self):
        self.session = Session()
