"""What counts in this run: an option, else the environment, else what was chosen before.

``cli`` puts the environment (``AGENT_DESK_SERVER``, ``AGENT_DESK_LANG``) where an option is
missing; here options come over the stored settings. Secrets follow the same order: environment,
keyring, and last a question (``system.secrets``).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from agent_desk.config import SignInChoice
from agent_desk.core.errors import BadInputError
from agent_desk.core.identity import LoginKind

if TYPE_CHECKING:
    from agent_desk.config import Settings
    from agent_desk.options import Options


def effective_settings(options: Options, stored: Settings) -> Settings:
    """The settings of this run, for reading; what is saved stays without the run's options.

    The language is that of whoever signs in, unless the options name one. Raises
    ``BadInputError`` where the options do not say who signs in.
    """
    settings = msgspec.structs.replace(
        stored,
        server=options.server or stored.server,
        sign_in=_sign_in(options, stored.sign_in),
    )
    if not options.language:
        return settings
    profile = msgspec.structs.replace(settings.profile, language=options.language)
    return settings.with_profile(profile)


def _sign_in(options: Options, stored: SignInChoice | None) -> SignInChoice | None:
    """Who signs in; ``--login`` decides between a name of the one and of the other kind."""
    kind = options.login
    if kind is None and options.email and options.username:
        msg = "--email and --username do not go together."
        raise BadInputError(msg, next_step="Name one of them, or --login as well.")
    if kind is None and options.email:
        kind = LoginKind.USER
    elif kind is None and options.username:
        kind = LoginKind.ACCOUNT
    if kind is None:
        return stored
    if kind is LoginKind.TOKEN:
        return SignInChoice(kind=kind)
    option, identity = {
        LoginKind.USER: ("--email", options.email),
        LoginKind.ACCOUNT: ("--username", options.username),
    }[kind]
    if identity:
        return SignInChoice(kind=kind, identity=identity)
    if stored is not None and stored.kind is kind:
        return stored
    msg = f"--login {kind.value} needs {option}."
    raise BadInputError(msg, next_step="See --help.")
