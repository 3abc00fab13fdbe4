# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Texts that were typed but could not be saved, because the session had expired.

They wait in the (new) session of the same browser until the person has logged in again, and are then put back in
the form that they came from. They are not stored anywhere else.
"""

from django.http import HttpRequest, QueryDict

KEY = "kept_input"
LIMIT = 40_000  # characters in all; the longest form has far less


def keep(request: HttpRequest) -> bool:
    """Keep the posted fields of this request, under its own path. Returns False when there is nothing to keep."""
    fields = {k: v for k, v in request.POST.items() if k != "csrfmiddlewaretoken" and isinstance(v, str)}
    if not fields or sum(map(len, fields.values())) > LIMIT:
        return False
    request.session[KEY] = {"path": request.path, "fields": fields}
    return True


def is_waiting(request: HttpRequest, path: str) -> bool:
    """Tell whether a text is waiting for the form that posts to this path."""
    return bool(request.session.get(KEY, {}).get("path") == path)


def take(request: HttpRequest, path: str) -> QueryDict | None:
    """Return the kept fields for the form that posts to this path, once; None when there are none.

    A page that looks at itself again (live.js, in another window) leaves them for the page that its user opens.
    """
    if not is_waiting(request, path) or "X-Live" in request.headers:
        return None
    data = QueryDict(mutable=True)
    for name, value in request.session.pop(KEY)["fields"].items():
        data[name] = value
    return data
