# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words on a guest's phone around the end of a meeting: who is missing, and what came of it."""

from routekaart.zaal.models import Taal

NA_AFLOOP: dict[str, dict[Taal, str]] = {
    "navraag_link": {Taal.NL: "Wie ontbreekt hier?", Taal.EN: "Who is missing here?"},
    "navraag_kop": {Taal.NL: "Wat wilt u hun vragen?", Taal.EN: "What do you want to ask them?"},
    "navraag_uitleg": {
        Taal.NL: "Zij zijn nu niet in de zaal. Iemand vraagt het hun later. Uw naam komt er niet bij.",
        Taal.EN: "They are not in the room now. Someone will ask them later. Your name is not added.",
    },
    "navraag_wie": {Taal.NL: "Aan wie vraagt u dit?", Taal.EN: "Whom do you ask?"},
    "navraag_vraag": {Taal.NL: "Uw vraag", Taal.EN: "Your question"},
    "navraag_noteer": {Taal.NL: "Vraag noteren", Taal.EN: "Write it down"},
    "navraag_genoteerd": {
        Taal.NL: "Uw vraag is genoteerd. Wie hem stelt, spreken we in de zaal af.",
        Taal.EN: "Your question is written down. In the room we agree who asks it.",
    },
    "navraag_kies": {Taal.NL: "Kies aan wie u dit vraagt.", Taal.EN: "Choose whom you ask."},
    "navraag_vol": {
        Taal.NL: "Er zijn al heel veel vragen genoteerd. Zeg uw vraag in de zaal. Uw tekst staat er nog.",
        Taal.EN: "Very many questions are written down already. Say yours in the room. Your text is still here.",
    },
    "navraag_niemand": {
        Taal.NL: "Iedereen die we verwachten, is er. Er is nu niemand om iets te vragen.",
        Taal.EN: "Everyone we expect is here. There is nobody to ask now.",
    },
    "terug_naar_zaal": {Taal.NL: "Terug naar de zaal", Taal.EN: "Back to the room"},
}
