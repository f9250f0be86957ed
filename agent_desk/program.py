"""One run of the window program: from the sign-in page to the end of the last shift."""

from __future__ import annotations

import asyncio
import gc
import logging
from importlib import import_module
from itertools import chain, repeat
from typing import TYPE_CHECKING, Final

from agent_desk.core.errors import AgentDeskError
from agent_desk.core.identity import Credentials, LoginKind
from agent_desk.core.link import Link
from agent_desk.core.phone import PhoneNumber
from agent_desk.core.privacy import Secret, pseudonym
from agent_desk.core.tasks import TaskScope
from agent_desk.desk import numbers
from agent_desk.kept import Kept
from agent_desk.ui.intents import ExtensionChoice
from agent_desk.voicenter.errors import ServiceError, UnreachableError

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from types import ModuleType

    from agent_desk.desk.card import Card
    from agent_desk.desk.gap import Gap
    from agent_desk.desk.link import LinkView
    from agent_desk.desk.own import OwnChoice
    from agent_desk.desk.recent import RecentCalls
    from agent_desk.desk.state import CallKey, Transition
    from agent_desk.shift.shift import Shift
    from agent_desk.surroundings import Surroundings
    from agent_desk.ui.intents import ApiCodeForm, BlockRequest, SignInForm
    from agent_desk.ui.shell import Shell

_log = logging.getLogger(__name__)


_FIRST_WAITS_S: Final = (2.0, 5.0, 10.0)
_LATER_WAIT_S: Final = 30.0


class Program:
    """From the sign-in page to the end of the last shift; ``run`` it once, on the Qt loop.

    ``shift`` is the one that is being worked, ``None`` while nobody is signed in; ``link`` is how
    its connection stands; ``stopped`` is set once somebody wants to leave.
    """

    def __init__(self, shell: Shell, surroundings: Surroundings) -> None:
        self.shift: Shift | None = None
        self.link = Link.SIGNED_OUT
        self.stopped = asyncio.Event()
        self._shell = shell
        self._given = surroundings
        self._scope = TaskScope("program")
        self._wishes = TaskScope("wishes")
        self._kept = Kept(
            surroundings.settings_file,
            surroundings.open_secrets,
            surroundings.given_secret,
            self._notice,
            server=surroundings.server,
        )
        self._code: Secret | None = None
        self._can_choose = False
        self._is_for_this_run = False
        self._work: asyncio.Task[None] | None = None
        self._connect()

    async def run(self) -> None:
        """Show the window, work, and return when somebody wants to leave."""
        self._shell.show_sign_in()
        self._scope.start(self._begin(), name="begin")
        try:
            await self.stopped.wait()
        finally:
            # Out of sight at once, but still there for tasks that have a last thing to show.
            self._shell.set_cards(())
            self._shell.tray.hide()
            self._shell.window.hide()
            await self._scope.aclose()
            self._shell.close_all()

    def work_at(self, server: str, credentials: Credentials, code: Secret) -> None:
        """Sign in at ``server`` for this run only; nothing of it is kept."""
        self._is_for_this_run = True
        self._code = code
        self._begin_work(lambda: self._work_through(credentials, server, keep=None))

    def network_changed(self) -> None:
        """This PC is on another network now: connect anew."""
        if self.shift is not None:
            self.shift.try_now()

    def stop(self) -> None:
        """Leave: the window was closed, the tray said quit, or a signal came."""
        self.stopped.set()

    # ------------------------------------------------------------------------------------ start

    def _connect(self) -> None:
        shell = self._shell
        shell.sign_in_requested.connect(self._on_sign_in_requested)
        shell.demo_requested.connect(self._on_demo_requested)
        shell.extensions_chosen.connect(self._on_extensions_chosen)
        shell.choose_again_requested.connect(self._on_choose_again_requested)
        shell.mute_requested.connect(self._on_mute_requested)
        shell.resume_requested.connect(self._on_resume_requested)
        shell.guard_dismissed.connect(self._on_guard_dismissed)
        shell.block_requested.connect(self._on_block_requested)
        shell.unblock_requested.connect(self._on_unblock_requested)
        shell.talks_requested.connect(self._on_talks_requested)
        shell.my_calls_requested.connect(self._on_my_calls_requested)
        shell.api_code_given.connect(self._on_api_code_given)
        shell.card_closed.connect(self._on_card_closed)
        shell.try_now_requested.connect(self._on_try_now_requested)
        shell.sign_out_requested.connect(self._on_sign_out_requested)
        shell.quit_requested.connect(self.stop)
        shell.link_opened.connect(self._on_link_opened)

    async def _begin(self) -> None:
        """Read what was kept, and sign in with it where that is possible."""
        await self._kept.load(self._given.sign_in)
        choice = self._kept.settings.sign_in
        secret = await self._kept.sign_in_secret()
        if self._work is not None:
            return  # somebody was quicker
        self._show_sign_in()
        if choice is not None and secret is not None:
            credentials = Credentials(choice.kind, choice.identity, secret)
            self._begin_work(lambda: self._work_patiently(credentials))
        else:
            await asyncio.to_thread(_import_network)

    def _show_sign_in(self, notice_code: str = "") -> None:
        choice = self._kept.settings.sign_in
        self._shell.show_sign_in(
            kind=LoginKind.USER if choice is None else choice.kind,
            identity="" if choice is None else choice.identity,
            notice_code=notice_code,
            keyring_available=self._kept.is_lasting,
        )

    # ------------------------------------------------------------------------------------- work

    async def _work_patiently(self, credentials: Credentials) -> None:
        """Work with what was kept; where the service is out of reach, try until it is not.

        The PC may well be up before its network is, and nobody should have to type a password
        that the keyring holds.
        """
        for wait_s in chain(_FIRST_WAITS_S, repeat(_LATER_WAIT_S)):
            refused = await self._work_through(credentials, self._server, keep=None)
            if not isinstance(refused, UnreachableError | ServiceError):
                return
            await asyncio.sleep(wait_s)

    def _begin_work(self, work: Callable[[], Coroutine[None, None, object]]) -> None:
        before = self._work

        async def run() -> None:
            if before is not None:
                before.cancel()
                await asyncio.wait([before])
            await work()

        self._work = self._scope.start(run(), name="work")

    @property
    def _server(self) -> str:
        return self._given.server or self._kept.settings.server

    async def _work_through(
        self, credentials: Credentials, server: str, *, keep: bool | None
    ) -> AgentDeskError | None:
        """One sign-in from its first request to its end, with words for how it ended.

        ``keep`` says whether to remember the secret, ``None`` leaves all as it was. The result is
        why there was no sign-in at all.
        """
        self._shell.sign_in_busy(busy=True)
        self._can_choose = credentials.kind is not LoginKind.USER
        opening = await asyncio.to_thread(_import_network)
        profile = self._kept.profile_of(credentials)
        try:
            async with opening.open_shift(
                credentials,
                self,
                server=server,
                uses_new_login=self._kept.settings.uses_new_login,
                code=lambda: self._code,
                system_proxy=self._given.system_proxy,
                clock=self._given.clock,
                extensions=profile.extensions,
                region=profile.region,
            ) as shift:
                if keep is not None:
                    await self._kept.keep_sign_in(credentials, is_secret_kept=keep)
                self._code = self._code or await self._kept.code()
                error = await self._work_on(shift)
        except AgentDeskError as refused:
            _log.info("not signed in: %s", refused.code)
            self._shell.sign_in_failed(refused.code, refused.message, refused.next_step)
            return refused
        else:
            self._show_sign_in("" if error is None else error.code)
            return None
        finally:
            self.link = Link.SIGNED_OUT
            self._shell.sign_in_busy(busy=False)

    async def _work_on(self, shift: Shift) -> AgentDeskError | None:
        """Run ``shift``; what was asked of it and has no answer yet ends with it."""
        self._wishes = TaskScope("wishes")
        self.shift = shift
        try:
            return await shift.run()
        finally:
            self.shift = None
            await self._wishes.aclose()

    async def _play_demo(self) -> None:
        """Work against a local Voicenter that plays a shift, and sign out of it at the end."""
        self._is_for_this_run = True
        training = await asyncio.to_thread(import_module, "agent_desk.sandbox.training")
        async with training.training_sandbox() as sandbox:
            known = sandbox.credentials
            self._code = Secret(known.api_code)
            credentials = Credentials(LoginKind.USER, known.email, Secret(known.password))
            await self._work_through(credentials, sandbox.url, keep=None)

    # ------------------------------------------------------------------- what the shift shows

    def show_link(self, view: LinkView) -> None:
        """The connection changed."""
        if view.state is not self.link:
            _log.info("link %s: %s", view.state.value, view.error_code or "no error")
        self.link = view.state
        self._shell.set_link(view)

    def show_agent(self, name: str, extensions: tuple[str, ...]) -> None:
        """The agent's extensions are known: the desk opens."""
        self._shell.show_desk(
            name,
            extensions,
            is_session_only=not self._kept.is_lasting,
            can_choose=self._can_choose,
        )

    def ask_extensions(self, choice: OwnChoice) -> None:
        """The agent has to say which extensions are theirs."""
        self._shell.ask_extensions(
            tuple(
                ExtensionChoice(c.sip, c.name, c.agent, is_suggested=c.is_suggested)
                for c in choice.candidates
            )
        )

    def show_seat(self, taken_by: str, moved_to: tuple[str, ...]) -> None:
        """Somebody else sits at the agent's telephone, or the agent sits elsewhere."""
        self._shell.set_seat(taken_by, moved_to)

    def show_gap(self, gap: Gap) -> None:
        """A time in which calls could not be seen."""
        self._shell.show_gap(gap)

    def show_cards(self, cards: tuple[Card, ...]) -> None:
        """All cards, newest first."""
        self._shell.set_cards(cards)

    def show_transition(self, transition: Transition, arrival: float) -> None:
        """Something happened to a call; the cards say all there is to see of it."""
        _log.debug("call %s: %s", pseudonym(transition.call.key.call_id), transition.kind.value)
        self._given.on_transition(transition, arrival)

    def show_my_calls(self, calls: RecentCalls) -> None:
        """The agent's own recent calls."""
        self._shell.set_my_calls(calls)

    def ask_api_code(self, error: AgentDeskError) -> None:
        """A wish needs the account's API code."""
        self._shell.ask_api_code(error.code)

    # ------------------------------------------------------------------ what the person wants

    def _on_sign_in_requested(self, form: SignInForm) -> None:
        self._is_for_this_run = False
        self._code = None
        credentials = Credentials(form.kind, form.identity, form.secret)
        self._begin_work(lambda: self._work_through(credentials, self._server, keep=form.keep))

    def _on_demo_requested(self) -> None:
        self._begin_work(self._play_demo)

    def _on_sign_out_requested(self) -> None:
        self._begin_work(self._sign_out)

    async def _sign_out(self) -> None:
        self._code = None
        if not self._is_for_this_run:
            await self._kept.forget_sign_in()
        self._show_sign_in()

    def _on_extensions_chosen(self, own: tuple[str, ...]) -> None:
        if self.shift is not None:
            self.shift.choose_extensions(own)
            self._scope.start(self._kept.keep_extensions(own), name="keep_extensions")

    def _on_choose_again_requested(self) -> None:
        if self.shift is not None:
            self.shift.choose_again()

    def _on_mute_requested(self, key: CallKey) -> None:
        if self.shift is not None:
            self.shift.mute(key, muted=True)

    def _on_resume_requested(self, key: CallKey) -> None:
        if self.shift is not None:
            self.shift.mute(key, muted=False)

    def _on_guard_dismissed(self, key: CallKey) -> None:
        if self.shift is not None:
            self.shift.dismiss_failure(key)

    def _on_block_requested(self, request: BlockRequest) -> None:
        self._change_list(request, is_blocked=True)

    def _on_unblock_requested(self, request: BlockRequest) -> None:
        self._change_list(request, is_blocked=False)

    def _change_list(self, request: BlockRequest, *, is_blocked: bool) -> None:
        async def change(shift: Shift) -> None:
            if is_blocked:
                error = await shift.block(request.number, request.name)
            else:
                error = await shift.unblock(request.number)
            code, message = ("", "") if error is None else (error.code, error.message)
            self._shell.block_result(request, error is None, code, message)

        if self.shift is not None:
            self._wishes.start(change(self.shift), name="block")

    def _on_talks_requested(self, key: CallKey) -> None:
        if self.shift is not None:
            self.shift.ask_talks(key)

    def _on_my_calls_requested(self) -> None:
        if self.shift is not None:
            self.shift.refresh_my_calls()

    def _on_api_code_given(self, form: ApiCodeForm) -> None:
        self._code = form.secret
        if form.keep:
            self._scope.start(self._kept.keep_code(form.secret), name="keep_code")
        if self.shift is not None:
            self.shift.code_changed()

    def _on_card_closed(self, key: CallKey) -> None:
        if self.shift is not None:
            self.shift.close_card(key)

    def _on_try_now_requested(self) -> None:
        if self.shift is not None:
            self.shift.try_now()

    def _notice(self, error: AgentDeskError) -> None:
        self._shell.notice(error.code, error.message)

    def _on_link_opened(self, url: str) -> None:
        if not self._given.opener.open(url):
            self._shell.notice("no_browser", "This system has no way to open the link.")


def _import_network() -> ModuleType:
    """The part of the program that needs the network libraries.

    Imported in a worker after the first paint: on the window's thread it would hold everything up
    for a quarter of a second. The first number read costs as much again: it is read here.
    """
    numbers.show(PhoneNumber("972501234567"))
    module = import_module("agent_desk.shift.opening")
    # What is imported stays to the end. Out of the collector's sight it no longer makes a full
    # collection hold up the window for 20 to 50 ms.
    gc.freeze()
    return module
