# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Django behind an ASGI server, with all of a request in one thread.

Django's own handler runs middleware that can be asynchronous in the event loop and the rest in a thread, and goes from
one to the other and back for a view that is not asynchronous. None of ours is, and those changes cost as much as all
that handling a form does (ADR 0008).
"""

from typing import Any

import django
from asgiref.sync import sync_to_async
from django.core.handlers.asgi import ASGIHandler
from django.http import HttpRequest

from wijkwijzer.logs.request import note_page


class InOneThread(ASGIHandler):
    """Calls middleware and view as a WSGI server would: synchronously, after one change of thread."""

    def load_middleware(self, is_async: bool = False) -> None:  # noqa: FBT001, FBT002 - as Django calls it
        """Build the chain of synchronous middleware."""
        super().load_middleware(is_async=False)

    async def get_response_async(self, request: HttpRequest) -> Any:
        """Return the response of that chain."""
        antwoord = await sync_to_async(self.get_response)(request)
        note_page(request.scope, request.resolver_match)  # type: ignore[attr-defined]
        return antwoord


def make_django() -> InOneThread:
    """Return the application, with Django set up."""
    django.setup(set_prefix=False)
    return InOneThread()
