# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What many requests would each ask the database, asked once for all of them.

Access of 300 streams is checked together: a fetch asks as it always does, through `eenmaal`, and finds the answer laid
ready. Outside `samen` nothing is remembered, so a page never sees an older answer.
"""

from collections.abc import Callable, Generator, Hashable
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

_known: ContextVar[dict[Hashable, Any] | None] = ContextVar("vooraf", default=None)


@contextmanager
def together() -> Generator[None]:
    """Within this block a question that was asked, or laid ready, is not asked again."""
    teken = _known.set({})
    try:
        yield
    finally:
        _known.reset(teken)


def once[T](sleutel: Hashable, vraag: Callable[[], T]) -> T:
    """Return the answer to a question; within `samen` the one that is known already."""
    bekend = _known.get()
    if bekend is None:
        return vraag()
    if sleutel not in bekend:
        bekend[sleutel] = vraag()
    antwoord: T = bekend[sleutel]
    return antwoord


def provide(sleutel: Hashable, antwoord: object) -> None:
    """Lay an answer ready. Raises LookupError outside `samen`."""
    bekend = _known.get()
    if bekend is None:
        raise LookupError("An answer can be laid ready within `samen` only.")
    bekend[sleutel] = antwoord
