"""The calls on which rules for cards can be tried, as a shift knows them."""

from __future__ import annotations

from agent_desk.desk.cards import PLAIN
from agent_desk.desk.dry_run import row_of
from agent_desk.desk.recent import ListState
from agent_desk.desk.state import Phase
from agent_desk.sandbox import Sandbox
from tests.unit.shift.working import ME, working


async def test_a_call_that_was_seen_can_be_tried_with_its_custom_data() -> None:
    async with Sandbox() as sandbox, working(sandbox, code=None) as work:
        assert list(work.shift.past_calls) == []
        data = {"clientID": "12345"}
        call = sandbox.world.ring(ME, "0501234567", queue="Sales queue", custom_data=data)
        await work.until_phase(call, Phase.RINGING)
        call.hang_up()
        card = await work.until_phase(call, Phase.ENDED)
        [past] = work.shift.past_calls
        assert past.queue_name == "Sales queue"
        assert row_of(past, PLAIN).card.fields == card.fields
        assert card.fields


async def test_calls_of_the_log_can_be_tried_too() -> None:
    async with Sandbox() as sandbox:
        async with working(sandbox):
            call = sandbox.world.ring(ME, "0501234567", custom_data={"clientID": "12345"})
            call.answer()
            call.hang_up()
        async with working(sandbox) as work:
            await work.until_my_calls(ListState.READY)
            [past] = work.shift.past_calls
            assert past.is_from_log
            assert [field.value for field in row_of(past, PLAIN).card.fields] == ["12345"]
