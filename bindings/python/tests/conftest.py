"""What all tests share: the library that was built, and the test servers."""

from __future__ import annotations

import os
import pathlib
from collections.abc import Iterator

import pytest
from agents import Answer, OpenSSHAgent, ScriptedAgent, Scripter, Starter
from clients import port_of
from servers import Fixture

from swiftssh._library import LibraryNotFound, library

REPOSITORY = pathlib.Path(__file__).resolve().parents[3]
BUILT = ("build/libswiftssh.so", ".build/release/libswiftssh.so", ".build/debug/libswiftssh.so")

if "SWIFTSSH_LIBRARY" not in os.environ:
    for built in BUILT:
        if (REPOSITORY / built).exists():
            os.environ["SWIFTSSH_LIBRARY"] = str(REPOSITORY / built)
            break


@pytest.fixture(scope="session", autouse=True)
def empty_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Gives the user an empty home directory: what is in ~/.ssh is nothing to the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(tmp_path_factory.mktemp("home")))
        yield


@pytest.fixture(scope="session")
def loaded() -> None:
    """Lets a test run only with the library; it fails when $SWIFTSSH_LIBRARY names one that cannot be loaded."""
    try:
        library()
    except LibraryNotFound:
        if "SWIFTSSH_LIBRARY" in os.environ:
            raise
        pytest.skip("libswiftssh.so has not been built")


@pytest.fixture(scope="session")
def made_fixture(tmp_path_factory: pytest.TempPathFactory) -> Fixture:
    """The directory of keys and accounts, made once."""
    return Fixture(tmp_path_factory.mktemp("sshd") / "fixture")


@pytest.fixture
def server(loaded: None, made_fixture: Fixture) -> Iterator[Fixture]:
    """The servers; each test's end with it."""
    yield made_fixture
    made_fixture.end_servers()


@pytest.fixture
def ssh_agent(
    server: Fixture, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Starter]:
    """Starts ssh-agent with keys of the fixture, and makes it the user's."""
    running: list[OpenSSHAgent] = []

    def start(*keys: str) -> OpenSSHAgent:
        running.append(OpenSSHAgent(tmp_path, *[server.key(key) for key in keys]))
        monkeypatch.setenv("SSH_AUTH_SOCK", running[-1].path)
        return running[-1]

    yield start
    for agent in running:
        agent.end()


@pytest.fixture
def scripted(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Scripter]:
    """Starts a scripted agent, and makes it the user's."""
    running: list[ScriptedAgent] = []

    def start(answer: Answer) -> ScriptedAgent:
        running.append(ScriptedAgent(tmp_path, answer))
        monkeypatch.setenv("SSH_AUTH_SOCK", running[-1].path)
        return running[-1]

    yield start
    for agent in running:
        agent.end()


@pytest.fixture
def port(server: Fixture) -> Iterator[int]:
    """The port of an OpenSSH."""
    with port_of(server) as port:
        yield port
