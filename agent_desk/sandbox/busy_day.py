"""Days with tens of thousands of calls, and the call log behaving as it does on such days."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

import msgspec

from agent_desk.sandbox.call_log import ROW_LIMIT, CdrRow, CdrType
from agent_desk.sandbox.faults import CallLogFault
from agent_desk.sandbox.times import israel_offset_minutes, wall_prefix

if TYPE_CHECKING:
    from agent_desk.sandbox.account import Account
    from agent_desk.sandbox.faults import Faults
    from agent_desk.sandbox.world import World

_DAY: Final = timedelta(days=1)
_BUSY_HOUR_UTC: Final = 10
_SPREAD_S: Final = 9_000
_STATUSES: Final = {"ANSWER": 70, "NOANSWER": 12, "ABANDONE": 10, "BUSY": 5, "CANCEL": 3}


class BusyDay(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """``rows`` calls within one day (UTC), most of them around noon in Israel.

    ``same_second`` of them began in one and the same second. A call in ``late_every`` appears
    ``late_s`` after its end.
    """

    rows: int
    days_ago: int = 1
    same_second: int = 0
    late_every: int = 0
    late_s: float = 300.0
    seed: int = 1

    def fill(self, world: World) -> datetime:
        """Put the calls into the log; the day's first moment."""
        day = datetime.combine(world.clock.now().date(), datetime.min.time(), UTC)
        day -= self.days_ago * _DAY
        chance = random.Random(self.seed)  # noqa: S311 - only to be alike each time
        noon = _BUSY_HOUR_UTC * 3600
        for serial in range(self.rows):
            second = noon
            if serial >= self.same_second:
                second = int(chance.gauss(noon, _SPREAD_S)) % (24 * 3600)
            began = day + timedelta(seconds=second)
            world.call_log.add(self._row(world.account, chance, began, serial))
        return day

    def _row(self, account: Account, chance: random.Random, began: datetime, serial: int) -> CdrRow:
        extension = chance.choice(list(account.extensions.values()))
        queue = chance.choice([None, *account.queues.values()])
        is_in = queue is not None or chance.choice((True, False))
        kind = CdrType.INCOMING if is_in else CdrType.OUTGOING
        [status] = chance.choices(list(_STATUSES), list(_STATUSES.values()))
        customer = f"05{chance.randrange(10**8):08d}"
        talk_s = chance.randrange(10, 600) if status == "ANSWER" else 0
        ring_s = chance.randrange(1, 40)
        is_late = self.late_every and serial % self.late_every == 0
        wall = wall_prefix(began, israel_offset_minutes(began))
        return CdrRow(
            call_id=f"{wall}0240{self.days_ago:04d}{serial:010d}",
            type=CdrType.QUEUE if queue else kind,
            began=began,
            ended=began + timedelta(seconds=ring_s + talk_s),
            caller=customer if is_in else account.main_line,
            target=extension.sip if is_in else customer,
            dial_status=status,
            talk_s=talk_s,
            ring_s=ring_s,
            caller_extension="" if is_in else extension.sip,
            target_extension=extension.sip if is_in else "",
            did=account.main_line if is_in else "",
            queue_id=queue.id if queue else None,
            queue_name=queue.name if queue else None,
            representative=extension.owner,
            custom_data={"Order": str(chance.randrange(10**6))} if is_in else {},
            late_s=self.late_s if is_late else 0,
        )


class CallLogMoods(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How the call log behaves, for scenario files; see ``Faults``."""

    most_rows: int = ROW_LIMIT
    per_minute: int | None = 30
    fails_every: int | None = None
    fails_with: CallLogFault = CallLogFault.STATUS_500
    delay_s: float = 0.0
    lower_case: bool = False

    def apply(self, faults: Faults) -> None:
        """Let it behave so from now on."""
        faults.call_log_most_rows = self.most_rows
        faults.call_log_per_minute = self.per_minute
        faults.call_log_fails_every = self.fails_every
        faults.call_log_fails_with = self.fails_with
        faults.call_log_delay_s = self.delay_s
        faults.is_call_log_lower_case = self.lower_case
