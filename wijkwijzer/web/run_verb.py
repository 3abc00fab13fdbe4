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


def run_verb(form: forms.BaseForm, handeling: Callable[[dict[str, Any]], object]) -> int:
    """Validate a form and run a verb with its cleaned data; return the HTTP status of the outcome.

    200: done. 422: the form or the verb says no; the Dutch message is at its field. 409: someone was earlier; the
    form carries the newer version now, so that saving again is a decision and not an accident. What was typed stays.
    """
    if not form.is_valid():
        return INVALID
    try:
        handeling(form.cleaned_data)
    except Geweigerd as nee:
        form.add_error(nee.veld if nee.veld in form.fields else None, sentence(nee))
        return INVALID
    except Verouderd as nieuwer:
        gegevens: Mapping[str, Any] = form.data
        form.data = {**{naam: gegevens.get(naam) for naam in gegevens}, "versie": nieuwer.huidig.versie}  # type: ignore[attr-defined]
        form.add_error(None, TOO_LATE)
        return OUTDATED
    return DONE


def try_verb(request: HttpRequest, handeling: Callable[[], object]) -> bool:
    """Run a verb that needs no form; tell whether it was done. What it refuses, the next page says."""
    try:
        handeling()
    except Geweigerd as nee:
        messages.warning(request, sentence(nee))
        return False
    return True


def seen_version(request: HttpRequest, veld: str = "versie") -> int:
    """Return the version that the writer saw, as the form sent it; 0 for none, which is always too old."""
    tekst = request.POST.get(veld, "")
    return int(tekst) if tekst.isascii() and tekst.isdigit() and len(tekst) < 19 else 0
