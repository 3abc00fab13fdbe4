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
    "actie_open": {Taal.NL: "nog te doen", Taal.EN: "still to be done"},
    "actie_gedaan": {Taal.NL: "gedaan", Taal.EN: "done"},
    "actie_gestopt": {Taal.NL: "gaat niet door", Taal.EN: "called off"},
    "actie_klaar_op": {Taal.NL: "klaar op {datum}", Taal.EN: "ready on {datum}"},
    "in_besluit": {Taal.NL: "Staat in het besluit.", Taal.EN: "Part of the decision."},
    "zonder_besluit": {
        Taal.NL: "Besproken, niet in een besluit.",
        Taal.EN: "Discussed, not part of a decision.",
    },
    "losse_kaarten": {Taal.NL: "Losse kaarten", Taal.EN: "Single cards"},
    "lees_kaarten": {Taal.NL: "De kaarten lezen", Taal.EN: "Read the cards"},
    "kaarten_aantal": {Taal.NL: "{aantal} kaarten", Taal.EN: "{aantal} cards"},
    "kaarten_een": {Taal.NL: "1 kaart", Taal.EN: "1 card"},
    "kaarten_bewaard_een": {Taal.NL: "De ene kaart staat in het verslag.", Taal.EN: "The one card is in the report."},
    "volgend_kop": {Taal.NL: "Wanneer zien we elkaar weer?", Taal.EN: "When do we meet again?"},
    "volgend_onbekend": {Taal.NL: "Dat is nog niet afgesproken.", Taal.EN: "That has not been agreed yet."},
    "tot_wanneer": {
        Taal.NL: "U kunt dit met dezelfde code lezen tot en met {datum}.",
        Taal.EN: "You can read this with the same code until {datum}.",
    },
    "terug_link": {Taal.NL: "Ik deed al mee, op een andere telefoon", Taal.EN: "I took part before, on another phone"},
    "terug_kop": {Taal.NL: "Weer meedoen", Taal.EN: "Join again"},
    "terug_uitleg": {
        Taal.NL: "Vraag de begeleider om een code. Die werkt één keer, tien minuten lang.",
        Taal.EN: "Ask the facilitator for a code. It works once, for ten minutes.",
    },
    "terug_code": {Taal.NL: "De code van de begeleider", Taal.EN: "The code from the facilitator"},
    "terug_onbekend": {
        Taal.NL: "Deze code werkt niet. Kijk hem na, of vraag de begeleider om een nieuwe.",
        Taal.EN: "This code does not work. Check it, or ask the facilitator for a new one.",
    },
    "terug_naar_zaal": {Taal.NL: "Terug naar de zaal", Taal.EN: "Back to the room"},
}
