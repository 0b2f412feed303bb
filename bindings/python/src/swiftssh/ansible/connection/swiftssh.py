"""A connection plugin for Ansible: one connection to a host, which runs its commands and copies its files."""

from __future__ import annotations

import pathlib

from ansible.errors import AnsibleConnectionFailure, AnsibleError, AnsibleFileNotFound
from ansible.plugins.become import BecomeBase
from ansible.plugins.connection import ConnectionBase

import swiftssh
from swiftssh.ansible._becoming import NotBecome, outputs
from swiftssh.ansible._settings import configuration

DOCUMENTATION = """
name: swiftssh
short_description: SSH by swiftssh
description:
  - Runs commands and copies files over one connection to each host. Host keys are checked against known_hosts.
author: SwiftSSH
options:
  remote_addr:
    description: The host.
    default: inventory_hostname
    vars: [{name: inventory_hostname}, {name: ansible_host}, {name: ansible_ssh_host}]
  port:
    description: The server's port; by default what ssh_config says, or 22.
    type: int
    ini: [{section: defaults, key: remote_port}]
    env: [{name: ANSIBLE_REMOTE_PORT}]
    vars: [{name: ansible_port}, {name: ansible_ssh_port}]
    keyword: [{name: port}]
  remote_user:
    description: Who logs in.
    ini: [{section: defaults, key: remote_user}]
    env: [{name: ANSIBLE_REMOTE_USER}]
    vars: [{name: ansible_user}, {name: ansible_ssh_user}]
    keyword: [{name: remote_user}]
    cli: [{name: user}]
  password:
    description: The user's password.
    vars: [{name: ansible_password}, {name: ansible_ssh_pass}, {name: ansible_ssh_password}]
  private_key_file:
    description: A private key, in the place of those in ~/.ssh.
    ini: [{section: defaults, key: private_key_file}]
    env: [{name: ANSIBLE_PRIVATE_KEY_FILE}]
    vars: [{name: ansible_private_key_file}, {name: ansible_ssh_private_key_file}]
    cli: [{name: private_key_file, option: --private-key}]
  config:
    description: An ssh_config file in the place of ~/.ssh/config and /etc/ssh/ssh_config; C(false) or C(none) for none.
    vars: [{name: ansible_swiftssh_config}]
  host_keys:
    description: Which host keys are accepted, as swiftssh.connect() takes it; by default as ssh_config says, or strict.
    vars: [{name: ansible_swiftssh_host_keys}]
  known_hosts:
    description: A file in the place of ~/.ssh/known_hosts.
    vars: [{name: ansible_swiftssh_known_hosts}]
  profile:
    description: How old the host may be, and so which algorithms are offered; modern, compatible or legacy.
    default: compatible
    vars: [{name: ansible_swiftssh_profile}]
  engine:
    description: What makes the connection's packets, libssh2 or native; where it is not given, what SWIFTSSH_ENGINE names, or libssh2.
    vars: [{name: ansible_swiftssh_engine}]
  forward_agent:
    description: Whether what runs on the host may use the agent of $SSH_AUTH_SOCK, and so may whoever controls the host.
    type: bool
    default: false
    vars: [{name: ansible_swiftssh_forward_agent}]
  pty:
    description: Whether what becomes another user by a password has a terminal, which su needs and sudo may be told to. What is pipelined has none.
    type: bool
    default: true
    vars: [{name: ansible_swiftssh_pty}]
  become_timeout:
    description: The time to become another user by a password, in seconds.
    type: float
    default: 30
    vars: [{name: ansible_swiftssh_become_timeout}]
  connect_timeout:
    description: The time to connect, in seconds.
    type: int
    default: 60
    env: [{name: ANSIBLE_TIMEOUT}]
    ini: [{section: defaults, key: timeout}]
    vars: [{name: ansible_ssh_timeout}, {name: ansible_swiftssh_timeout}]
    cli: [{name: timeout}]
"""


def _status(result: swiftssh.CommandResult) -> int:
    """Returns a command's exit status; 128 where it has none."""
    return 128 if result.exit_status is None else result.exit_status


class Connection(ConnectionBase):  # type: ignore[misc]
    """One host of a play."""

    transport = "swiftssh"  # pyright: ignore[reportIncompatibleMethodOverride, reportAssignmentType]
    has_pipelining = True
    _client: swiftssh.Client | None = None

    def _connect(self) -> Connection:
        """Connects where it is not connected."""
        if self._client is not None and self._client.connected:
            return self
        host, key = self.get_option("remote_addr"), self.get_option("private_key_file")
        known = self.get_option("known_hosts")
        try:
            self._client = swiftssh.connect(
                host,
                port=self.get_option("port"),
                user=self.get_option("remote_user"),
                password=self.get_option("password"),
                key_files=str(pathlib.Path(key).expanduser()) if key else None,
                config=configuration(self.get_option("config")),
                host_keys=self.get_option("host_keys"),
                known_hosts=str(pathlib.Path(known).expanduser()) if known else None,
                profile=self.get_option("profile"),
                engine=self.get_option("engine"),
                forward_agent=self.get_option("forward_agent"),
                timeout=self.get_option("connect_timeout"),
            )
        except (swiftssh.SSHError, ValueError) as error:
            said = str(error)
            raise AnsibleConnectionFailure(said if host in said else f"{host}: {said}") from error
        self._connected = True
        return self

    @property
    def client(self) -> swiftssh.Client:
        """The connection."""
        self._connect()
        assert self._client is not None
        return self._client

    def exec_command(self, cmd: str, in_data: bytes | None = None, sudoable: bool = True) -> tuple[int, bytes, bytes]:
        """Runs a command. Returns its exit status, 128 where a signal ended it, and what it wrote to both outputs."""
        super().exec_command(cmd, in_data=in_data, sudoable=sudoable)
        become = self.become if sudoable and self.become and self.become.success else None
        try:
            if become and become.expect_prompt():
                return self._with_password(cmd, become, in_data or b"")
            result = self.client.run(cmd, input=in_data or b"")
        except swiftssh.ConnectionLost as error:
            raise AnsibleConnectionFailure(str(error)) from error
        except NotBecome as error:
            raise AnsibleError(str(error)) from error
        if become and not become.check_success(result.stdout) and become.check_missing_password(result.stderr):
            raise AnsibleError(f"Missing {become.name} password")
        return _status(result), result.stdout, result.stderr

    def _with_password(self, cmd: str, become: BecomeBase, in_data: bytes) -> tuple[int, bytes, bytes]:
        """Runs a command that asks for a password to become another user."""
        password = str(become.get_option("become_pass")).encode()
        # What goes through a terminal is changed on its way.
        terminal = swiftssh.Terminal("dumb") if self.has_tty and not in_data else None
        with self.client.start(cmd, terminal=terminal) as process:
            written = outputs(process, become, password, in_data, self.get_option("become_timeout"))
            return _status(process.wait()), *written

    @property
    def has_tty(self) -> bool:
        """Whether what becomes another user has a terminal, which Ansible asks for those that need one."""
        return bool(self.get_option("pty"))

    def put_file(self, in_path: str, out_path: str) -> None:
        """Copies a file to the host."""
        super().put_file(in_path, out_path)
        if not pathlib.Path(in_path).exists():
            raise AnsibleFileNotFound(f"there is no file {in_path}")
        self._copied("put", in_path, out_path)

    def fetch_file(self, in_path: str, out_path: str) -> None:
        """Copies a file from the host."""
        super().fetch_file(in_path, out_path)
        self._copied("get", in_path, out_path)

    def _copied(self, way: str, source: str, target: str) -> None:
        try:
            with self.client.sftp() as sftp:
                getattr(sftp, way)(source, target, permissions=False, times=False)
        except swiftssh.SSHError as error:
            raise AnsibleError(f"{source} to {target}: {error}") from error

    def reset(self) -> None:
        """Ends the connection; the next command makes another."""
        self.close()

    def close(self) -> None:
        """Ends the connection."""
        if self._client is not None:
            self._client.close()
        self._client = None
        self._connected = False
