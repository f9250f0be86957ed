"""How long to wait before another attempt."""

from __future__ import annotations

import random
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Backoff:
    """Exponential delays with full jitter: many clients that lost one server come back spread out.

    ``scale`` shrinks every delay, for tests.
    """

    base_s: float = 0.5
    cap_s: float = 30.0
    scale: float = 1.0
    rng: random.Random = field(default_factory=random.Random, repr=False)

    def delay_s(self, failures: int) -> float:
        """Seconds before the attempt that follows ``failures`` in a row; 0 before the first."""
        if failures <= 0:
            return 0.0
        limit_s = min(self.cap_s, self.base_s * 2.0 ** min(failures - 1, 32))
        return self.rng.uniform(0.0, limit_s) * self.scale
