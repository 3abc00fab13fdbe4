# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""From a form to a verb, and from what the verb refuses back to the form."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest

from wijkwijzer.errors import Geweigerd, Verouderd
from wijkwijzer.web.refusals import sentence

DONE, INVALID, OUTDATED = 200, 422, 409
TOO_LATE = (
    "Iemand anders heeft dit net gewijzigd. Wat er nu staat, ziet u hieronder. Uw eigen tekst staat nog in het "
    "formulier: kijk of hij nog klopt en sla dan opnieuw op."
)


def run_verb(form: forms.BaseForm, verb: Callable[[dict[str, Any]], object]) -> int:
    """Validate a form and run a verb with its cleaned data; return the HTTP status of the outcome.

    200: done. 422: the form or the verb says no; the Dutch message is at its field. 409: someone was earlier; the
    form carries the newer version now, so that saving again is a decision and not an accident. What was typed stays.
    """
    if not form.is_valid():
        return INVALID
    try:
        verb(form.cleaned_data)
    except Geweigerd as refusal:
        form.add_error(refusal.veld if refusal.veld in form.fields else None, sentence(refusal))
        return INVALID
    except Verouderd as newer:
        data: Mapping[str, Any] = form.data
        form.data = {**{name: data.get(name) for name in data}, "versie": newer.huidig.versie}  # type: ignore[attr-defined]
        form.add_error(None, TOO_LATE)
        return OUTDATED
    return DONE


def try_verb(request: HttpRequest, verb: Callable[[], object]) -> bool:
    """Run a verb that needs no form; tell whether it was done. What it refuses, the next page says."""
    try:
        verb()
    except Geweigerd as refusal:
        messages.warning(request, sentence(refusal))
        return False
    return True


def seen_version(request: HttpRequest, field: str = "versie") -> int:
    """Return the version that the writer saw, as the form sent it; 0 for none, which is always too old."""
    text = request.POST.get(field, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0
