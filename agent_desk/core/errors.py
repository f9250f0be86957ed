"""The root of every error that a person may be shown."""

from __future__ import annotations


class AgentDeskError(Exception):
    """Something went wrong that a person should hear about in plain words.

    ``code`` is a short stable name (scripts and translations key on it), ``message`` one sentence
    that says what happened, ``next_step`` what to do about it. None of them ever holds a secret,
    a phone number or a caller's name.
    """

    code = "failed"
    message = "Something went wrong."
    next_step = "Try again."

    def __init__(self, message: str | None = None, *, next_step: str | None = None) -> None:
        if message is not None:
            self.message = message
        if next_step is not None:
            self.next_step = next_step
        super().__init__(self.message)

    def line(self) -> dict[str, str]:
        """The JSON line of kind ``error``."""
        return {
            "kind": "error",
            "code": self.code,
            "message": self.message,
            "next": self.next_step,
        }


class BadInputError(AgentDeskError):
    """What a person typed or put into a file cannot be used."""

    code = "bad_input"
    message = "This input cannot be used."
    next_step = "Correct it and try again."


class StorageError(AgentDeskError):
    """A file of ours cannot be read or written."""

    code = "storage"
    message = "A file of this program cannot be written."
    next_step = "Check free space and the rights of the folder."


class SecretStoreError(AgentDeskError):
    """The system's keyring is missing, locked or refused."""

    code = "no_keyring"
    message = "The system keyring is not available."
    next_step = "You can sign in for this session only."


class NotSignedInError(AgentDeskError):
    """A secret that is needed is nowhere to be had."""

    code = "not_signed_in"
    message = "Nobody is signed in."
    next_step = "Sign in with the window, or name --login with --email or --username."
