"""``agent-desk`` and ``python -m agent_desk``."""

from __future__ import annotations

import sys

from agent_desk.core.stopping import EarlyStop


def main() -> int:
    """Run the command line; a signal counts from before its modules are imported."""
    EarlyStop().install()
    from agent_desk import cli  # noqa: PLC0415 - after that

    return cli.main()


if __name__ == "__main__":
    sys.exit(main())
