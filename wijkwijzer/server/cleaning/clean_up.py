# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Throw away what is past its date: what apps offer, and what belongs to the server itself."""

import logging
from collections.abc import Iterator
from importlib import import_module

from django.conf import settings
from django.core.management import call_command
from django.db import transaction

from wijkwijzer.registry import cleanings

KEEP_RESULTS = 14  # days that it can be seen how a task ended

_log = logging.getLogger(__name__)


class NotAllCleaned(Exception):
    """Some of the cleaning fell over; the log says why. The message names which."""


def clean_up() -> Iterator[str]:
    """Clean everything, and say of each what was done. One that falls over doesn't keep the others from it.

    Raises NotAllCleaned at the end.
    """
    fallen = []
    for naam, do in cleanings():
        try:
            sentence = do()
        except Exception:  # noqa: BLE001 - logged, and told at the end
            _log.exception("cleaning: %s failed", naam)
            fallen.append(naam)
        else:
            yield sentence
    if fallen:
        raise NotAllCleaned(f"Niet alles kon worden opgeruimd: {', '.join(fallen)}.")


def clear_sessions() -> str:
    """Throw away logins that expired."""
    with transaction.atomic():
        import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
    return "Verlopen sessies zijn weg."


def clear_results() -> str:
    """Throw away how tasks of some time ago ended."""
    call_command("prune_db_task_results", queue_name="*", min_age_days=KEEP_RESULTS, verbosity=0)
    return "Oude taken zijn weg."
