# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Django's sessions in the database, which can be read for many requests at once (see wijkwijzer.web.prefetch)."""

from collections.abc import Callable, Iterable

from django.contrib.sessions.backends.db import SessionStore as Basis
from django.contrib.sessions.models import Session
from django.utils import timezone

from wijkwijzer.web.prefetch import once, provide


class SessionStore(Basis):
    """A login, as Django keeps it."""

    def _get_session_from_db(self) -> Session | None:
        zelf: Callable[[], Session | None] = super()._get_session_from_db  # type: ignore[misc]
        rij = once(("sessie", self.session_key), zelf)
        if rij is None:
            self._session_key = None
        return rij


def load_sessions(sleutels: Iterable[str]) -> None:
    """Lay these sessions ready, within `vooraf.samen`; who has none, or an expired one, gets none."""
    gevraagd = set(sleutels)
    rijen = Session.objects.filter(session_key__in=gevraagd, expire_date__gt=timezone.now())
    bekend = {rij.session_key: rij for rij in rijen}
    for sleutel in gevraagd:
        provide(("sessie", sleutel), bekend.get(sleutel))
