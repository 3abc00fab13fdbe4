# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""What actoren offers to other pages: the parties on the wijk page, sentences for the journal."""

from typing import Any

from actoren.models import Deelname
from wijken.models import Gebruiker, Wijk
from wijken.toegang import mag
from wijkwijzer.register import Paneel, bied_paneel, bied_zin


def partijen(wijk: Wijk, gebruiker: Gebruiker) -> dict[str, Any]:
    """Return what the panel with the parties shows."""
    deelnames = Deelname.objects.filter(wijk=wijk).select_related("actor", "bron")
    return {"wijk": wijk, "deelnames": deelnames, "mag_beheren": mag(gebruiker, wijk, "beheren")}


bied_paneel(Paneel("partijen", 40, "actoren/paneel_partijen.html", partijen))
bied_zin("partij_toegevoegd", lambda r: f"{r.nieuw['naam']} doet mee in de wijk.")
bied_zin("partij_vertegenwoordigd", lambda r: f"Een lid spreekt voor {r.nieuw['partij']}.")
