# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pages for trouble. Those for a database that is gone need none."""

import sys
from functools import cache

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from wijkwijzer.logs.request import request_id
from wijkwijzer.logs.security import report

MARK = b"<!-- verzoek -->"  # where the name of the request comes in a fixed page


@cache
def _read_page(name: str) -> bytes:
    """Read a static error page once: it must be there when nothing else works."""
    return (settings.BASE_DIR / "templates" / "fouten" / name).read_bytes()


def _fixed_page(name: str) -> bytes:
    """Return a static error page, with the name of the request for who reports it. It is ours, so plain letters."""
    request_name = request_id().encode()
    sentence = b"<p>Noem bij een melding deze code: <code>%s</code></p>" % request_name if request_name else b""
    return _read_page(name).replace(MARK, sentence)


def database_trouble(request: HttpRequest) -> HttpResponse:
    """Tell that the database is locked or gone, with status 503. htmx leaves the page as it is."""
    return HttpResponse(_fixed_page("503.html"), status=503, headers={"Retry-After": "10"})


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Refuse a form without a valid token, and show what was typed so that it can be copied."""
    report("geweigerd", account=getattr(request, "user", None), reden="csrf")
    texts = [v for k, v in request.POST.items() if k not in {"csrfmiddlewaretoken", "versie", "password"} and v]
    return render(request, "fouten/csrf.html", {"texts": texts, "path": request.path}, status=403)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """403: a member without the right for this."""
    report("geweigerd", account=getattr(request, "user", None), reden="geen_recht")
    return render(request, "fouten/403.html", {"reason": str(exception)}, status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: it isn't there, or not for you."""
    return render(request, "fouten/404.html", {}, status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """500: a mistake of ours; or 503: the database is locked or gone, wherever in the request that happened.

    Fixed text: whatever failed may fail again. Django calls this while the exception is being handled, also for one
    that middleware raised (a session that can't be read or saved).
    """
    if isinstance(sys.exc_info()[1], OperationalError | InterfaceError):
        return database_trouble(request)
    return HttpResponse(_fixed_page("500.html"), status=500)
