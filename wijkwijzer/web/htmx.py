# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""One URL serves the page and, to htmx, its partial."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.http import url_has_allowed_host_and_scheme


def wants_part(request: HttpRequest) -> bool:
    """Tell whether htmx asks for a partial. Going back in history and boosted links want the whole page."""
    return request.headers.get("HX-Request-Type") == "partial"


def show(
    request: HttpRequest, template: str, context: dict[str, Any], *, part: str | None = None, status: int = 200
) -> HttpResponse:
    """Render a template, or only its partial `part` if this request asks for it."""
    name = f"{template}#{part}" if part and wants_part(request) else template
    response = render(request, name, context, status=status)
    patch_vary_headers(response, ["HX-Request-Type"])
    return response


def send_to(request: HttpRequest, target: str) -> HttpResponse:
    """Redirect to a path: a browser with 302 after a read and 303 after a write, htmx with HX-Redirect.

    htmx would follow a redirect itself and swap the whole page into a part of this one.
    """
    if request.headers.get("HX-Request") == "true":
        return HttpResponse(status=204, headers={"HX-Redirect": target})
    return HttpResponseRedirect(target, status=302 if request.method in {"GET", "HEAD"} else 303)


def own_path(request: HttpRequest, address: str | None) -> str | None:
    """Return path and query of an address when it is on this host, else None."""
    if not address or not url_has_allowed_host_and_scheme(
        address, {request.get_host()}, require_https=request.is_secure()
    ):
        return None
    path = address.removeprefix(f"{request.scheme}://{request.get_host()}")
    return path if path.startswith("/") else None


def to_login(request: HttpRequest) -> HttpResponse:
    """Send someone to the login page and remember where they were.

    After a read that is the page itself; after a write, or a partial, the page from which it was sent.
    """
    back = request.get_full_path()
    if request.method not in {"GET", "HEAD"} or wants_part(request):
        origin = request.headers.get("HX-Current-URL") or request.headers.get("Referer")
        back = own_path(request, origin) or request.path
    query = QueryDict(mutable=True)
    query["next"] = back
    return send_to(request, f"{reverse('inloggen')}?{query.urlencode(safe='/')}")
