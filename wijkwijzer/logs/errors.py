# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Mistakes to a place where they are gathered (Sentry, or what speaks its language), only when a setting asks for it.

Imported by nobody without that setting: `sentry_sdk` watches what a program does, and here it may not. What is sent is
built anew from what a line in the log says: the kind of exception, where it was raised, and the name of the request.
"""

import logging
from typing import Any

import sentry_sdk
from django.core.exceptions import ImproperlyConfigured
from sentry_sdk.integrations.logging import LoggingIntegration
from sentry_sdk.types import Event, Hint
from sentry_sdk.utils import BadDsn

from wijkwijzer.logs.lines import describe
from wijkwijzer.logs.request import request_id

# All that may leave: no request, user, breadcrumbs, variables, message, names of machines or installed packages.
KEPT = ("event_id", "timestamp", "level", "platform", "logger", "release", "environment")
FRAME = ("filename", "module", "function", "lineno", "in_app")


def scrub(event: Event, hint: Hint) -> Event | None:
    """Return what may be sent of an event; None for one without an exception, of which nothing would be left."""
    info = hint.get("exc_info")
    if not info or not isinstance(info[1], BaseException):
        return None
    kept: dict[str, Any] = {name: event[name] for name in KEPT if name in event}  # type: ignore[literal-required]
    kept["tags"] = {"verzoek": request_id() or "geen"}
    given = event.get("exception", {}).get("values", [])
    kept["exception"] = {"values": [{"type": e.get("type"), "stacktrace": _frames(e)} for e in given]}
    if given:  # the last is the one that was raised
        kept["exception"]["values"][-1]["value"] = describe(info[1]).get("tekst", "")
    return kept  # type: ignore[return-value]


def _frames(exception: dict[str, Any]) -> dict[str, Any]:
    frames = (exception.get("stacktrace") or {}).get("frames", [])
    return {"frames": [{name: f[name] for name in FRAME if name in f} for f in frames]}


def gather_errors(dsn: str, *, transport: Any = None) -> None:
    """Send mistakes that are logged with their exception to this address. Raises ImproperlyConfigured for a bad one."""
    try:
        sentry_sdk.init(
            dsn=dsn,
            transport=transport,
            default_integrations=False,  # they follow signals, requests, arguments of the process, installed packages
            auto_enabling_integrations=False,
            integrations=[LoggingIntegration(level=None, event_level=logging.ERROR, sentry_logs_level=None)],
            send_default_pii=False,
            include_local_variables=False,
            include_source_context=False,
            max_request_body_size="never",
            max_breadcrumbs=0,
            auto_session_tracking=False,
            send_client_reports=False,
            server_name="wijkwijzer",
            before_send=scrub,
        )
    except BadDsn as fout:
        raise ImproperlyConfigured("WIJKWIJZER_SENTRY_DSN is no address of the form https://key@host/number.") from fout
