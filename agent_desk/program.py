"""One run of the window program: from the sign-in page to the end of the last shift."""

from __future__ import annotations

import asyncio
import logging
from importlib import import_module
from itertools import chain, repeat
from typing import TYPE_CHECKING, Final

from agent_desk import leaving, parting
from agent_desk.api_code import ApiCode
from agent_desk.away import Away
from agent_desk.calling_out import CallingOut
from agent_desk.choices import Choices
from agent_desk.core.errors import AgentDeskError
from agent_desk.core.identity import Credentials, LoginKind
from agent_desk.core.link import Link
from agent_desk.core.privacy import Secret
from agent_desk.core.tasks import TaskScope
from agent_desk.desk.recent import ListState
from agent_desk.guarding import Guarding
from agent_desk.intent_router import IntentRouter
from agent_desk.kept import Kept
from agent_desk.late import import_network
from agent_desk.remembering import Remembering
from agent_desk.shell_view import ShellView
from agent_desk.support import Support
from agent_desk.system import screen_lock
from agent_desk.voicenter.errors import ApiCodeError, ServiceError, UnreachableError
from agent_desk.voicenter.pace import call_log_pace

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine
    from pathlib import Path

    from agent_desk.desk.cards import CardStyle
    from agent_desk.desk.recent import RecentCalls
    from agent_desk.shift.shift import Shift
    from agent_desk.surroundings import Surroundings
    from agent_desk.ui.intents import ApiCodeForm, SignInForm
    from agent_desk.ui.shell import Shell

_log = logging.getLogger(__name__)

_FIRST_WAITS_S: Final = (2.0, 5.0, 10.0)
_LATER_WAIT_S: Final = 30.0


class Program:
    """From the sign-in page to the end of the last shift; ``run`` it once, on the Qt loop.

    ``shift`` is the one that is being worked, ``None`` while nobody is signed in; ``stopped`` is
    set once somebody wants to leave.
    """

    def __init__(self, shell: Shell, surroundings: Surroundings) -> None:
        self.shift: Shift | None = None
        self.stopped = asyncio.Event()
        self._shell = shell
        self._view = ShellView(
            shell, surroundings.on_transition, self._judge_code, surroundings.on_cards
        )
        self._given = surroundings
        self._scope = TaskScope("program")
        self._router = IntentRouter(shell, self._open_link)
        self._kept = Kept(
            surroundings.loaded.settings,
            surroundings.settings_file,
            surroundings.open_secrets,
            surroundings.given_secret,
            self._notice,
            server=surroundings.server,
            sign_in=surroundings.sign_in,
        )
        self._code = ApiCode()
        self._log_pace = call_log_pace()  # one for all shifts: the service counts per account
        self._choices = Choices(
            shell.settings,
            self._kept,
            surroundings,
            self._scope,
            restyle=self._restyle,
            has_code=lambda: self._code() is not None,
        )
        self._guarding = Guarding(shell.settings, surroundings.clock, self._scope, self._notice)
        self._who: tuple[Credentials, str] | None = None
        self._support = Support(
            shell.settings,
            self._kept,
            surroundings,
            self._scope,
            who=lambda: self._who,
            profile=lambda: self._choices.profile,
            code=self._code,
            link=lambda: shell.standing.link,
        )
        self._calling = CallingOut(
            shell.desk.aside.dial,
            region=lambda: shell.settings.preferences.region,
            is_blocked=shell.has_blocked,
            ask_code=shell.ask_api_code,
        )
        self._remembering = Remembering(
            shell.pages.history, region=lambda: shell.settings.preferences.region
        )
        shell.pages.favourites_changed.connect(self._choices.keep_favourites)
        self.away = Away(
            screen_lock.follow,
            at_work=lambda: self.shift,
            settings=lambda: self._choices.profile.status,
            show_support=shell.settings.show_lock,
        )
        self._parting = parting.Parting(
            parting.ask_with, cards=lambda: self._view.cards, mute=self._router.mute
        )
        self._leaving = leaving.Leaving(
            leaving.ask_with,
            self.stop,
            at_work=lambda: self.shift,
            settings=lambda: self._choices.profile.status,
        )
        self._is_for_this_run = False
        self._work: asyncio.Task[None] | None = None
        self._turn = asyncio.Lock()
        self._connect()

    @property
    def link(self) -> Link:
        """How the connection stands."""
        return self._view.link

    async def run(self) -> None:
        """Show the window, work, and return when somebody wants to leave."""
        if self._shell.is_begun:
            self._shell.go_on()
        else:
            self._show_sign_in()
        self._scope.start(self._begin(), name="begin")
        try:
            await self.stopped.wait()
        finally:
            # Out of sight at once, but still there for tasks that have a last thing to show.
            self._shell.set_cards(())
            self._shell.tray.hide()
            self._shell.window.hide()
            await self._parting.aclose()
            await self._leaving.aclose()
            await self._scope.aclose()
            await self._choices.settle()
            self._shell.close_all()

    def work_at(self, server: str, credentials: Credentials, code: Secret) -> None:
        """Sign in at ``server`` for this run only; nothing of it is kept."""
        self._is_for_this_run = True
        self._code.know(code)
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
        shell.sign_in_touched.connect(self._on_sign_in_touched)
        shell.demo_requested.connect(self._on_demo_requested)
        shell.intents.extensions_chosen.connect(self._on_extensions_chosen)
        shell.intents.api_code_given.connect(self._on_api_code_given)
        shell.settings.code_forgotten.connect(self._on_code_forgotten)
        shell.sign_out_requested.connect(
            lambda: self._parting.part(self._on_sign_out_agreed, is_quit=False)
        )
        shell.quit_requested.connect(lambda: self._parting.part(self._leaving.leave, is_quit=True))

    async def _begin(self) -> None:
        """Open the keyring, and sign in with what was kept where that is possible."""
        if self._given.loaded.notice is not None:
            self._notice(self._given.loaded.notice)
        await self._kept.open()
        self._shell.set_keyring(is_available=self._kept.is_lasting)
        self._view.set_session_only(is_session_only=not self._kept.is_lasting)
        choice = self._kept.settings.sign_in
        secret = await self._kept.sign_in_secret()
        if self._work is not None:
            return  # somebody was quicker
        is_free = not self._shell.is_sign_in_touched  # who types signs in themselves
        if is_free and choice is not None and secret is not None:
            credentials = Credentials(choice.kind, choice.identity, secret)
            self._begin_work(lambda: self._work_patiently(credentials))
        else:
            self._shell.window.need_person()
            await asyncio.to_thread(import_network)

    def _show_sign_in(self, notice_code: str = "") -> None:
        self._choices.begin()
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
            refused = await self._work_through(credentials, self._server, keep=None, can_type=True)
            if not isinstance(refused, UnreachableError | ServiceError):
                self._shell.window.need_person()
                return
            await asyncio.sleep(wait_s)

    def _begin_work(self, work: Callable[[], Coroutine[None, None, object]]) -> None:
        # Now, not in the task: one that is cancelled before its first step would end nothing.
        if self._work is not None:
            self._work.cancel()

        async def run() -> None:
            async with self._turn:  # whoever worked before may take a while to end
                await work()

        self._work = self._scope.start(run(), name="work")

    @property
    def _server(self) -> str:
        return self._given.server or self._kept.settings.server

    async def _work_through(
        self, credentials: Credentials, server: str, *, keep: bool | None, can_type: bool = False
    ) -> AgentDeskError | None:
        """One sign-in from its first request to its end, with words for how it ended.

        ``keep`` says whether to remember the secret, ``None`` leaves all as it was. The result is
        why there was no sign-in at all.
        """
        self._shell.sign_in_busy(busy=True, can_type=can_type)
        self._view.can_choose = credentials.kind is not LoginKind.USER
        self._view.set_session_only(is_session_only=not self._kept.is_lasting)
        try:
            opening = await asyncio.to_thread(import_network)
            profile = self._kept.profile_of(credentials)
            async with (
                self._guarding.keeper(
                    self._folder_of(credentials), history_days=profile.history_days
                ) as keeper,
                opening.open_shift(
                    credentials,
                    self._view,
                    server=server,
                    uses_new_login=self._kept.settings.uses_new_login,
                    code=self._code,
                    system_proxy=self._given.system_proxy,
                    clock=self._given.clock,
                    extensions=profile.extensions,
                    region=profile.region,
                    on_mute_record=keeper.keep_mute,
                    log_pace=self._log_pace,
                    history=keeper.calls,
                    history_days=profile.history_days,
                    watch_kept=keeper.watch,
                ) as shift,
            ):
                if keep is not None:
                    await self._kept.keep_sign_in(credentials, is_secret_kept=keep)
                if self._code() is None:
                    self._code.know(await self._kept.code())
                self._choices.begin(is_kept=not self._is_for_this_run)
                self._who = (credentials, server)
                shift.set_style(self._choices.style)
                self._shell.pages.begin(self._choices.style, self._choices.profile.favourites)
                self._guarding.begin(shift)
                self._remembering.begin(shift, keeper.calls)
                error = await self._work_on(shift)
        except AgentDeskError as refused:
            _log.info("not signed in: %s", refused.code)
            self._shell.sign_in_failed(refused.code, refused.message, refused.next_step)
            return refused
        else:
            self._show_sign_in("" if error is None else error.code)
            return None
        finally:
            self._who = None
            self._view.link = Link.SIGNED_OUT
            self._shell.sign_in_busy(busy=False)

    def _folder_of(self, credentials: Credentials) -> Path | None:
        """Where what this identity leaves behind is kept; nowhere in a run that keeps nothing."""
        folders = self._given.directories
        if folders is None or self._is_for_this_run:
            return None
        return folders.identity_data(self._kept.identity_key(credentials))

    async def _work_on(self, shift: Shift) -> AgentDeskError | None:
        """Run ``shift``; what was asked of it and has no answer yet ends with it."""
        self.shift = self._router.shift = shift
        self._calling.begin(shift.dialling)
        try:
            return await shift.run()
        finally:
            self.shift = None
            self._calling.end()
            self._view.show_cards(())  # to nobody outside they are live any more
            await self._remembering.end()
            await self._router.settle()

    async def _play_demo(self) -> None:
        """Work against a local Voicenter that plays a shift, and sign out of it at the end."""
        self._is_for_this_run = True
        training = await asyncio.to_thread(import_module, "agent_desk.sandbox.training")
        async with training.training_sandbox() as sandbox:
            known = sandbox.credentials
            self._code.know(Secret(known.api_code))
            credentials = Credentials(LoginKind.USER, known.email, Secret(known.password))
            await self._work_through(credentials, sandbox.url, keep=None)

    def _judge_code(self, calls: RecentCalls) -> None:
        """The answer to the agent's own list is the verdict on a typed API code."""
        if calls.state is ListState.READY:
            if (code := self._code.accept()) is not None:
                self._scope.start(self._kept.keep_code(code), name="keep_code")
        elif calls.error_code == ApiCodeError.code and self._code.refuse():
            self._shell.ask_api_code(calls.error_code)
            if self._code() is not None and self.shift is not None:
                self.shift.code_changed()

    # ------------------------------------------------------------------ what the person wants

    def _on_sign_in_requested(self, form: SignInForm) -> None:
        self._is_for_this_run = False
        self._code.know(None)
        credentials = Credentials(form.kind, form.identity, form.secret)
        self._begin_work(lambda: self._work_through(credentials, self._server, keep=form.keep))

    def _on_sign_in_touched(self) -> None:
        """Somebody types: what is tried with the kept sign-in must not take the page away."""
        if self._work is not None:
            self._work.cancel()

    def _on_demo_requested(self) -> None:
        self._begin_work(self._play_demo)

    def _on_sign_out_agreed(self) -> None:
        self._begin_work(self._sign_out)

    async def _sign_out(self) -> None:
        self._code.know(None)
        if not self._is_for_this_run:
            await self._kept.forget_sign_in()
        self._show_sign_in()

    def _on_extensions_chosen(self, own: tuple[str, ...]) -> None:
        if self.shift is not None:
            self.shift.choose_extensions(own)
            self._scope.start(self._kept.keep_extensions(own), name="keep_extensions")

    def _on_api_code_given(self, form: ApiCodeForm) -> None:
        self._code.try_out(form.secret, is_for_good=form.keep and not self._is_for_this_run)
        if self.shift is not None:
            self.shift.code_changed()

    def _on_code_forgotten(self) -> None:
        self._code.know(None)
        if not self._is_for_this_run:
            self._scope.start(self._kept.forget_code(), name="forget_code")
        if self.shift is not None:
            self.shift.code_changed()
        self._choices.refresh()

    def _restyle(self, style: CardStyle) -> None:
        self._shell.pages.history.show_style(style)
        if self.shift is not None:
            self.shift.set_style(style)

    def _notice(self, error: AgentDeskError) -> None:
        self._shell.notice(error.code, error.message)

    def _open_link(self, url: str) -> None:
        if not self._given.opener.open(url):
            self._shell.notice("no_browser", "This system has no way to open the link.")
