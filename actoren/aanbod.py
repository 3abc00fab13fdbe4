# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What actoren offers to other pages: the parties on the wijk page, sentences for the journal."""

from typing import Any

from actoren import rapport
from actoren.models import Deelname
from actoren.soorten import SOORTEN
from wijken.models import Wijk
from wijken.toegang import mag
from wijkwijzer.accounts.models import Gebruiker
from wijkwijzer.registry import Panel, Section, offer_panel, offer_section, offer_structure


def partijen(wijk: Wijk, gebruiker: Gebruiker) -> dict[str, Any]:
    """Return what the panel with the parties shows."""
    deelnames = Deelname.objects.filter(wijk=wijk).select_related("actor", "bron")
    return {"wijk": wijk, "deelnames": deelnames, "mag_beheren": mag(gebruiker, wijk, "beheren")}


offer_structure(*SOORTEN)
offer_panel(Panel("partijen", 40, "actoren/paneel_partijen.html", partijen))
offer_section(Section("partijen", 50, "actoren/rapport/partijen.html", rapport.partijen))
offer_section(Section("schatten", 60, "actoren/rapport/schatten.html", rapport.schatten))
