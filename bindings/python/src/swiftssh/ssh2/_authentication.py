"""Logging in."""

from __future__ import annotations

from . import _keyboard_interactive as keyboard
from . import _signer as signer
from ._callbacks import FORGET, CalledBack, register
from ._convert import ENCODING, Text, exact_bytes, optional_text, text
from ._errors import EAGAIN, error
from ._session_core import SessionCore
from .error_codes import LIBSSH2_ERROR_FILE
from .exceptions import SSH2Error


class Authentication(SessionCore):
    """The log-in methods of a session.

    Each returns 0, or EAGAIN in non-blocking mode: then it is to be called again with the same arguments. A refusal
    raises AuthenticationError.
    """

    __slots__ = ("_login",)

    _login: CalledBack | None

    @property
    def _kbd_callback(self) -> keyboard.Callback | None:
        """The callback of the keyboard-interactive log-in that is going on; None when there is none."""
        login = getattr(self, "_login", None)
        return login.callback if isinstance(login, keyboard.Conversation) else None

    def userauth_authenticated(self) -> bool:
        """Tells whether the server has let this session in. Does not block."""
        return self._simple("userauth_authenticated") > 0

    def userauth_list(self, username: Text) -> list[str] | None:
        """Returns the log-in methods that the server offers the user.

        None when it lets the user in without one, on an error (see last_error()), and in non-blocking mode when the
        answer is not there yet. Blocks in blocking mode.
        """
        name = text(username, "username")
        try:
            methods = self._value("userauth_list", name)
        except SSH2Error:
            return None
        return methods.decode(ENCODING, "replace").split(",") if methods else None

    def userauth_password(self, username: Text, password: Text, *, new_password: Text | None = None) -> int:
        """Logs in with a password.

        new_password: what the password is changed to if the server says that it has expired. Not in ssh2-python.
        Raises PasswordExpiredError when there is none, or the server does not like it.
        """
        name, secret = text(username, "username"), text(password, "password")
        if new_password is None:
            return self._log_in("userauth_password", name, secret, len(secret))
        new = text(new_password, "new_password")
        return self._log_in("userauth_password_change", name, secret, len(secret), new, len(new))

    def userauth_keyboardinteractive(self, username: Text, password: Text) -> int:
        """Logs in by the server's questions, of which the first is answered with the password, others with nothing."""
        return self._converse(username, keyboard.password_only(text(password, "password")))

    def userauth_keyboardinteractive_callback(self, username: Text, callback: keyboard.Callback) -> int:
        """Logs in by the server's questions.

        callback: is called in this thread, perhaps several times, with the request's name and instruction (bytes) and
            a list of prompts (str), and returns a list with an answer (str or bytes) for each prompt. It must not use
            this session. What it raises ends the log-in and is raised here.
        """
        if callback is None:
            raise TypeError("Argument 'callback' must not be None")
        return self._converse(username, callback)

    def _converse(self, username: Text, callback: keyboard.Callback) -> int:
        name = text(username, "username")
        conversation = keyboard.Conversation((name,), callback)
        return self._calling_back("userauth_keyboard_interactive", conversation, name, keyboard.ASK)

    def userauth_publickey(
        self, username: Text, pubkeydata: bytes, *, sign: signer.Sign | None = None
    ) -> int:
        """Logs in with a key whose private half is elsewhere, for example in a security module.

        pubkeydata: the public key as the protocol writes it, which is what base64 holds in a `.pub` file.
        sign: is called in this thread when the server takes the key, with what is to be signed (bytes) and the name of the
            signature algorithm (str), for example "rsa-sha2-512". It returns the signature as the protocol writes it: with the
            algorithm's name before it, or without: 64 bytes for Ed25519, two mpints for ECDSA, PKCS #1 v1.5 for RSA. It
            must not use this session. What it raises ends the log-in and is raised here. Not in ssh2-python, which crashes
            when the server takes the key; without it PublickeyUnverifiedError is raised then.
        """
        name, key = text(username, "username"), exact_bytes(pubkeydata, "pubkeydata")
        asked = signer.Signer((name, key), signer.nobody if sign is None else sign)
        return self._calling_back("userauth_publickey", asked, name, key, len(key), signer.ASK)

    def _log_in(self, name: str, *arguments: object) -> int:
        return self._waiting(lambda: self._call(name, *arguments))

    def _calling_back(self, function: str, asked: CalledBack, *arguments: object) -> int:
        """Calls a function whose callback, the last of the arguments, finds what is asked by a number."""
        # After EAGAIN the library goes on with what it was given first, so that stays the same object.
        kept: CalledBack | None = getattr(self, "_login", None)
        if kept is not None and type(kept) is type(asked) and kept.key == asked.key:
            kept.function = asked.function
            asked = kept
        self._login = asked
        result = 0
        try:
            result = self._waiting(lambda: self._call(function, *arguments, register(asked), FORGET))
        except SSH2Error:
            if asked.raised is not None:
                raise asked.raised from None
            raise
        finally:
            if result != EAGAIN:
                self._login = None
        return result

    def userauth_publickey_fromfile(
        self, username: Text, privatekey: Text, passphrase: Text = "", publickey: Text | None = None
    ) -> int:
        """Logs in with a key file.

        privatekey: the path of the private key; publickey: that of the public one, which is not needed.
        passphrase: of the private key; ignored when that is not encrypted.
        Raises FileError when the file cannot be used, KeyfileAuthFailedError when the passphrase is wrong.
        """
        name, private = text(username, "username"), text(privatekey, "privatekey")
        secret, public = text(passphrase, "passphrase"), optional_text(publickey, "publickey")
        if b"PRIVATE KEY" in private:
            # Else the error would show it.
            raise error(LIBSSH2_ERROR_FILE, "the path of the private key is wanted, not the key")
        return self._log_in("userauth_publickey_fromfile", name, public, private, secret, len(secret))

    def userauth_publickey_frommemory(
        self,
        username: Text,
        privatekeyfiledata: bytes,
        passphrase: Text = "",
        publickeyfiledata: bytes | None = None,
    ) -> int:
        """Logs in with the contents of a key file.

        privatekeyfiledata, publickeyfiledata: what is in the files; the public key is not needed.
        passphrase: of the private key; ignored when that is not encrypted.
        Raises FileError when the key cannot be used, KeyfileAuthFailedError when the passphrase is wrong.
        """
        name = text(username, "username")
        private, secret = exact_bytes(privatekeyfiledata, "privatekeyfiledata"), text(passphrase, "passphrase")
        public = None
        if publickeyfiledata is not None:
            public = exact_bytes(publickeyfiledata, "publickeyfiledata")
        return self._log_in(
            "userauth_publickey_frommemory",
            name,
            public,
            len(public or b""),
            private,
            len(private),
            secret,
            len(secret),
        )

    def userauth_hostbased_fromfile(
        self,
        username: Text,
        privatekey: Text,
        hostname: Text,
        publickey: Text | None = None,
        passphrase: Text = "",
    ) -> int:
        """Logs in by the key of the host that the client runs on, which the server must know and trust.

        privatekey: the path of the host's private key; publickey: that of the public one, None for `privatekey` + ".pub".
        hostname: the host's name, as the server knows it. passphrase: of the private key.
        Raises FileError when a file cannot be used, KeyfileAuthFailedError when the passphrase is wrong.
        """
        name, private = text(username, "username"), text(privatekey, "privatekey")
        secret, public = text(passphrase, "passphrase"), optional_text(publickey, "publickey")
        return self._log_in(
            "userauth_hostbased_fromfile",
            name,
            public,
            private,
            secret,
            len(secret),
            text(hostname, "hostname"),
            None,
        )
