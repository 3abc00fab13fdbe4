# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What many requests would each ask the database, asked once for all of them.

Access of 300 streams is checked together: a fetch asks as it always does, through `once`, and finds the answer laid
ready. Outside `together` nothing is remembered, so a page never sees an older answer.
"""

from collections.abc import Callable, Generator, Hashable
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

_known: ContextVar[dict[Hashable, Any] | None] = ContextVar("known", default=None)


@contextmanager
def together() -> Generator[None]:
    """Within this block a question that was asked, or laid ready, is not asked again."""
    token = _known.set({})
    try:
        yield
    finally:
        _known.reset(token)


def once[T](key: Hashable, ask: Callable[[], T]) -> T:
    """Return the answer to a question; within `together` the one that is known already."""
    known = _known.get()
    if known is None:
        return ask()
    if key not in known:
        known[key] = ask()
    answer: T = known[key]
    return answer


def provide(key: Hashable, answer: object) -> None:
    """Lay an answer ready. Raises LookupError outside `together`."""
    known = _known.get()
    if known is None:
        raise LookupError("An answer can be laid ready within `together` only.")
    known[key] = answer
