# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""A treasure or a party in one line, "naam · soort · plaats": written from a phone, read from paper."""

import re
from dataclasses import dataclass

from django.db import models

from routekaart.zaal.models import MAX_VONDST
from wijkwijzer.text.clean import clean_text

TUSSEN = re.compile(r"\s*[·|;]\s*")


@dataclass(frozen=True)
class Gevonden:
    """The parts of a line."""

    naam: str
    soort: str
    plaats: str = ""


class GeenVondst(ValueError):
    """A line that can't be a treasure or a party; the message is a Dutch sentence."""


def lees_vondst(regel: str, soorten: type[models.TextChoices]) -> Gevonden:
    """Return the parts of a line from paper, of one of these kinds. Raises GeenVondst, with what is wrong in it."""
    naam, gezegd, plaats, *rest = [clean_text(d) for d in (*TUSSEN.split(regel), "", "")]
    bekend = {k.label.casefold(): k.value for k in soorten} | {k.value: k.value for k in soorten}
    if gezegd.casefold() not in bekend:
        raise GeenVondst(f"Schrijf “naam · soort · plaats”. De soort is {', '.join(k.label for k in soorten)}.")
    if not naam or any(rest) or max(len(naam), len(plaats)) > MAX_VONDST:
        raise GeenVondst(f"Schrijf “naam · soort · plaats”, met een naam van maximaal {MAX_VONDST} tekens.")
    return Gevonden(naam, bekend[gezegd.casefold()], plaats)


def in_een_regel(naam: str, soort: str, plaats: str) -> str:
    """Return the text of a card."""
    return " · ".join(deel for deel in (naam, soort, plaats) if deel)
