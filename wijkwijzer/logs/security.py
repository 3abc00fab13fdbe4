# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The security log: who came in or was refused, who got which role, and where a limit was reached. One line each.

Accounts are named by their key: an administrator finds the person, who only reads the log does not.
"""

import logging
from typing import Protocol
from uuid import UUID

_log = logging.getLogger("wijkwijzer.beveiliging")


class Account(Protocol):
    """Who can log in; this package does not know the model."""

    sleutel: UUID


def report(gebeurtenis: str, *, account: object = None, door: Account | None = None, **woorden: str) -> None:
    """Write one line. `account` is whom it is about (who is not logged in has no key), `door` who did it.

    `woorden` are words of ours (a role, a right, the slug of a wijk that exists), never something that was typed.
    """
    sleutels = {"account": getattr(account, "sleutel", None), "door": door.sleutel if door else None}
    velden = {naam: str(waarde) for naam, waarde in (sleutels | woorden).items() if waarde}
    _log.info(gebeurtenis, extra=velden)
