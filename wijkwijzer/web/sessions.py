# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Django's sessions in the database, which can be read for many requests at once (see wijkwijzer.web.prefetch)."""

from collections.abc import Callable, Iterable

from django.contrib.sessions.backends.db import SessionStore as Base
from django.contrib.sessions.models import Session
from django.utils import timezone

from wijkwijzer.web.prefetch import once, provide


class SessionStore(Base):
    """A login, as Django keeps it."""

    def _get_session_from_db(self) -> Session | None:
        ask: Callable[[], Session | None] = super()._get_session_from_db  # type: ignore[misc]
        row = once(("session", self.session_key), ask)
        if row is None:
            self._session_key = None
        return row


def load_sessions(keys: Iterable[str]) -> None:
    """Lay these sessions ready, within `prefetch.together`; who has none, or an expired one, gets none."""
    wanted = set(keys)
    rows = Session.objects.filter(session_key__in=wanted, expire_date__gt=timezone.now())
    known = {row.session_key: row for row in rows}
    for key in wanted:
        provide(("session", key), known.get(key))
