# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words on a guest's phone around the end of a meeting: who is missing, and what came of it."""

from collections.abc import Mapping
from types import MappingProxyType

from django.http import HttpRequest

from routekaart.zaal.models import Gast, Taal

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
TALEN = {Taal.NL: "Nederlands", Taal.EN: "English"}
_TABEL: dict[str, dict[Taal, str]] = {
    "meedoen": {Taal.NL: "Meedoen", Taal.EN: "Join"},
    "naar_inhoud": {Taal.NL: "Naar de inhoud", Taal.EN: "Skip to content"},
    "taalkeuze": {Taal.NL: "Taal", Taal.EN: "Language"},
    "code_vraag": {Taal.NL: "Welke code staat op het scherm?", Taal.EN: "What code is on the screen?"},
    "code_uitleg": {
        Taal.NL: "Zes letters en cijfers. Hoofdletters maken niet uit.",
        Taal.EN: "Six letters and numbers. Capitals don't matter.",
    },
    "code_onbekend": {
        Taal.NL: "Met deze code is nu geen bijeenkomst te openen. Kijk de code na op het scherm in de zaal.",
        Taal.EN: "This code opens no meeting now. Check the code on the screen in the room.",
    },
    "code_te_vaak": {
        Taal.NL: "Er is te vaak een verkeerde code geprobeerd. Wacht tien minuten, of vraag hulp aan de begeleider.",
        Taal.EN: "A wrong code was tried too often. Wait ten minutes, or ask the facilitator for help.",
    },
    "wie_bent_u": {Taal.NL: "Bij wie hoort u?", Taal.EN: "Who are you with?"},
    "bewoner": {Taal.NL: "Ik woon in de wijk", Taal.EN: "I live in this neighbourhood"},
    "liever_niet": {Taal.NL: "Dat zeg ik liever niet", Taal.EN: "I would rather not say"},
    "naam": {Taal.NL: "Uw naam (hoeft niet)", Taal.EN: "Your name (not needed)"},
    "naam_uitleg": {
        Taal.NL: "Uw naam komt niet op het scherm.",
        Taal.EN: "Your name does not appear on the screen.",
    },
    "wie_ziet_dit": {
        Taal.NL: "Wat u schrijft, komt op het scherm in de zaal en in het verslag. U hebt geen account nodig.",
        Taal.EN: "What you write appears on the screen in the room and in the report. You need no account.",
    },
    "kies_wie": {Taal.NL: "Kies bij wie u hoort.", Taal.EN: "Choose who you are with."},
    "naam_te_lang": {
        Taal.NL: "Deze naam is te lang: {aantal} tekens, maximaal {grens}.",
        Taal.EN: "This name is too long: {aantal} characters, at most {grens}.",
    },
    "vraag_van": {Taal.NL: "Vraag {nummer} van {totaal}", Taal.EN: "Question {nummer} of {totaal}"},
    "tot": {Taal.NL: "tot", Taal.EN: "until"},
    "klok_minuut": {Taal.NL: "Nog 1 minuut.", Taal.EN: "1 minute left."},
    "klok_om": {Taal.NL: "De tijd is om.", Taal.EN: "Time is up."},
    "wachten": {Taal.NL: "We beginnen zo.", Taal.EN: "We will start soon."},
    "wachten_uitleg": {
        Taal.NL: "U bent binnen. Straks ziet u hier de vraag.",
        Taal.EN: "You are in. Soon you will see the question here.",
    },
    "nog_niet": {Taal.NL: "We beginnen nog niet.", Taal.EN: "We have not started yet."},
    "nog_niet_uitleg": {
        Taal.NL: "Uw code klopt. Op de dag zelf doet u hiermee mee.",
        Taal.EN: "Your code is right. Use it to take part on the day.",
    },
    "wanneer": {Taal.NL: "Wanneer", Taal.EN: "When"},
    "waar_is_het": {Taal.NL: "Waar", Taal.EN: "Where"},
    "om_tijd": {Taal.NL: "om", Taal.EN: "at"},
    "opnieuw_kijken": {Taal.NL: "Kijk of het is begonnen", Taal.EN: "See if it has started"},
    "live_geen": {
        Taal.NL: "Geen verbinding. Uw tekst blijft hier staan. We proberen het steeds opnieuw.",
        Taal.EN: "No connection. Your text stays here. We keep trying.",
    },
    "live_einde": {
        Taal.NL: "Deze pagina wordt niet meer bijgewerkt. Laad haar opnieuw. Uw tekst blijft hier staan.",
        Taal.EN: "This page is no longer updated. Load it again. Your text stays here.",
    },
    "live_anders": {
        Taal.NL: "De zaal is een stap verder. Uw tekst blijft staan.",
        Taal.EN: "The room has moved on. Your text stays here.",
    },
    "live_bij": {Taal.NL: "Deze pagina is bijgewerkt.", Taal.EN: "This page was updated."},
    "kaart_bezig": {Taal.NL: "Uw tekst wordt verstuurd.", Taal.EN: "Sending your text."},
    "kaart_wacht": {
        Taal.NL: "Nog niet verstuurd: er is geen verbinding. Uw tekst is bewaard. Wij proberen het steeds opnieuw.",
        Taal.EN: "Not sent yet: there is no connection. Your text is kept. We keep trying.",
    },
    "uw_antwoord": {Taal.NL: "Uw antwoord", Taal.EN: "Your answer"},
    "inleveren": {Taal.NL: "Inleveren", Taal.EN: "Send"},
    "ingeleverd": {Taal.NL: "Ingeleverd.", Taal.EN: "Sent."},
    "nog_dicht": {
        Taal.NL: "Uw kaart ligt nog dicht op het scherm.",
        Taal.EN: "Your card is still face down on the screen.",
    },
    "al_open": {Taal.NL: "Uw kaart staat op het scherm.", Taal.EN: "Your card is on the screen."},
    "leest_eerst": {
        Taal.NL: "De begeleider leest hem eerst. Daarna komt hij op het scherm.",
        Taal.EN: "The facilitator reads it first. Then it goes on the screen.",
    },
    "keuring": {
        Taal.NL: "De begeleider leest elke kaart voordat die op het scherm komt.",
        Taal.EN: "The facilitator reads every card before it goes on the screen.",
    },
    "in_het_nederlands": {Taal.NL: "In het Nederlands", Taal.EN: "In Dutch"},
    "tafel_link": {Taal.NL: "Schrijft u voor een hele tafel?", Taal.EN: "Do you write for a whole table?"},
    "tafel_uitleg": {
        Taal.NL: "Elke regel wordt één kaart. Zeiden meer mensen hetzelfde? Zet het aantal erachter: Meer groen · 4×",
        Taal.EN: "Each line becomes one card. Did others at the table say the same? Add a number: More green · 4×",
    },
    "tafel_een": {Taal.NL: "Toch één kaart schrijven", Taal.EN: "Write one card instead"},
    "te_veel_regels": {
        Taal.NL: "Dit zijn {aantal} regels, maximaal {grens} tegelijk. Stuur de rest daarna. Uw tekst staat er nog.",
        Taal.EN: "These are {aantal} lines, at most {grens} at once. Send the others next. Your text is still here.",
    },
    "regel_lang": {
        Taal.NL: "Regel {nr} is te lang: {aantal} tekens, maximaal {grens}. Maak hem korter. Uw tekst staat er nog.",
        Taal.EN: "Line {nr} is too long: {aantal} characters, at most {grens}. Make it shorter. It is still here.",
    },
    "regel_aantal": {
        Taal.NL: "Regel {nr} is geen tekst met een aantal van 1 tot en met {grens}. Uw tekst staat er nog.",
        Taal.EN: "Line {nr} is not a text with a number from 1 to {grens}. Your text is still here.",
    },
    "regel_woorden": {
        Taal.NL: "Regel {nr}: schrijf één of {grens} woorden. Uw tekst staat er nog.",
        Taal.EN: "Line {nr}: write one or {grens} words. Your text is still here.",
    },
    "uw_kaarten": {Taal.NL: "Uw kaarten", Taal.EN: "Your cards"},
    "nog_een": {Taal.NL: "Nog een kaart", Taal.EN: "Another card"},
    "verborgen": {
        Taal.NL: "De begeleider heeft deze kaart van het scherm gehaald. Wilt u weten waarom? Vraag het gerust.",
        Taal.EN: "The facilitator took this card off the screen. Do you want to know why? Please ask.",
    },
    "uitleg_alleen": {
        Taal.NL: "Denk eerst alleen na, in stilte. Schrijf iets op voor uzelf. U levert nu nog niets in.",
        Taal.EN: "First think alone, in silence. Make a note for yourself. You send nothing yet.",
    },
    "uitleg_twee": {
        Taal.NL: "Praat met uw buurman of buurvrouw. Wat hebt u allebei? Wat is nieuw?",
        Taal.EN: "Talk with the person next to you. What do you both have? What is new?",
    },
    "uitleg_vier": {
        Taal.NL: "Ga met z'n vieren zitten. Kies samen wat het belangrijkst is. Eén van u levert het in.",
        Taal.EN: "Sit together with four. Choose together what matters most. One of you sends it.",
    },
    "uitleg_samen": {
        Taal.NL: "Nu met z'n allen. Elk groepje vertelt kort wat er op de kaart staat.",
        Taal.EN: "Now all together. Each group says briefly what is on its card.",
    },
    "uitleg_associatie": {
        Taal.NL: "Waar denkt u aan? Schrijf één of twee woorden. Later maken we er een slogan van.",
        Taal.EN: "What do you think of? Write one or two words. Later we make a slogan of them.",
    },
    "uitleg_slogan": {
        Taal.NL: "Maak van deze woorden een slogan. Straks stemmen we.",
        Taal.EN: "Make a slogan of these words. Later we vote.",
    },
    "uw_slogan": {Taal.NL: "Uw slogan", Taal.EN: "Your slogan"},
    "twee_woorden": {
        Taal.NL: "Schrijf één of twee woorden. Uw tekst staat er nog.",
        Taal.EN: "Write one or two words. Your text is still here.",
    },
    "uitleg_schatten": {
        Taal.NL: "Wat is er al in de wijk? Een initiatief, een plek of een talent. Noem geen namen van mensen.",
        Taal.EN: "What is there already? An initiative, a place or a talent. Give no names of people.",
    },
    "uitleg_actoren": {
        Taal.NL: "Welke organisatie of groep is er in de wijk? Noem geen namen van mensen.",
        Taal.EN: "Which organisation or group is there in the neighbourhood? Give no names of people.",
    },
    "vondst_naam": {Taal.NL: "Hoe heet het?", Taal.EN: "What is it called?"},
    "vondst_soort": {Taal.NL: "Wat voor soort is het?", Taal.EN: "What kind is it?"},
    "vondst_plaats": {Taal.NL: "Waar is het? (hoeft niet)", Taal.EN: "Where is it? (not needed)"},
    "vul_naam_in": {Taal.NL: "Schrijf eerst een naam op.", Taal.EN: "Write a name first."},
    "kies_soort": {Taal.NL: "Kies wat voor soort het is.", Taal.EN: "Choose what kind it is."},
    "soort_initiatief": {Taal.NL: "initiatief", Taal.EN: "initiative"},
    "soort_plek": {Taal.NL: "plek", Taal.EN: "place"},
    "soort_talent": {Taal.NL: "talent", Taal.EN: "talent"},
    "soort_gemeente": {Taal.NL: "gemeente", Taal.EN: "municipality"},
    "soort_corporatie": {Taal.NL: "woningcorporatie", Taal.EN: "housing association"},
    "soort_onderwijs": {Taal.NL: "onderwijs", Taal.EN: "education"},
    "soort_zorg": {Taal.NL: "zorg", Taal.EN: "care"},
    "soort_welzijn": {Taal.NL: "welzijn", Taal.EN: "social work"},
    "soort_politie": {Taal.NL: "politie", Taal.EN: "police"},
    "soort_bewoners": {Taal.NL: "bewoners", Taal.EN: "residents"},
    "soort_ondernemers": {Taal.NL: "ondernemers", Taal.EN: "businesses"},
    "soort_sport": {Taal.NL: "sport", Taal.EN: "sports"},
    "soort_geloof": {Taal.NL: "geloof", Taal.EN: "faith"},
    "soort_cultuur": {Taal.NL: "cultuur", Taal.EN: "culture"},
    "soort_overig": {Taal.NL: "overig", Taal.EN: "other"},
    "anoniem": {
        Taal.NL: "Niemand ziet wie dit schreef. Dat blijft zo.",
        Taal.EN: "Nobody sees who wrote this. That will not change.",
    },
    "met_partij": {
        Taal.NL: "Bij uw kaart wordt bewaard bij wie u hoort. Uw naam niet.",
        Taal.EN: "Your card is kept together with who you are with. Your name is not.",
    },
    "te_snel": {
        Taal.NL: "U stuurt erg veel achter elkaar. Wacht een minuut en probeer het dan weer. Uw tekst staat er nog.",
        Taal.EN: "You are sending a lot in a row. Wait a minute and try again. Your text is still here.",
    },
    "vul_in": {Taal.NL: "Schrijf eerst iets op.", Taal.EN: "Write something first."},
    "te_lang": {
        Taal.NL: "Uw tekst is te lang: {aantal} tekens, maximaal {grens}. Maak hem korter. Uw tekst staat er nog.",
        Taal.EN: "Your text is too long: {aantal} characters, at most {grens}. Make it shorter. It is still here.",
    },
    "voorbij": {
        Taal.NL: "Deze vraag is voorbij. Uw tekst staat hieronder. Zeg het in de zaal, dan wordt het opgeschreven.",
        Taal.EN: "This question is over. Your text is below. Say it in the room: the facilitator can write it down.",
    },
    "stem_voorbij": {Taal.NL: "Er wordt nu niet gestemd.", Taal.EN: "There is no vote now."},
    "stemmen": {Taal.NL: "Stemmen", Taal.EN: "Vote"},
    "verdeel_stippen": {
        Taal.NL: "Kies wat u het belangrijkst vindt: één, twee of drie.",
        Taal.EN: "Choose what matters most to you: one, two or three.",
    },
    "te_veel_stippen": {Taal.NL: "Kies er niet meer dan drie.", Taal.EN: "Choose no more than three."},
    "kies_stem": {Taal.NL: "Maak eerst een keuze.", Taal.EN: "Make a choice first."},
    "gestemd": {Taal.NL: "Uw stem is geteld.", Taal.EN: "Your vote was counted."},
    "uitslag_straks": {
        Taal.NL: "De uitslag komt straks op het scherm.",
        Taal.EN: "The result will be on the screen soon.",
    },
    "stem_anders": {Taal.NL: "Mijn stem wijzigen", Taal.EN: "Change my vote"},
    "stem_anoniem": {
        Taal.NL: "Niemand ziet wat u stemt. Alleen bij wat voor partij u hoort, telt mee.",
        Taal.EN: "Nobody sees your vote. Only the kind of party you are with is counted.",
    },
    "eens": {Taal.NL: "Eens", Taal.EN: "Agree"},
    "twijfel": {Taal.NL: "Twijfel", Taal.EN: "Not sure"},
    "oneens": {Taal.NL: "Oneens", Taal.EN: "Disagree"},
    "pols_eens": {Taal.NL: "Het gaat goed", Taal.EN: "It goes well"},
    "pols_twijfel": {Taal.NL: "Het gaat wel", Taal.EN: "It goes all right"},
    "pols_oneens": {Taal.NL: "Het gaat niet goed", Taal.EN: "It does not go well"},
    "kijk_scherm": {Taal.NL: "Kijk naar het scherm in de zaal.", Taal.EN: "Look at the screen in the room."},
    "wat_er_staat": {Taal.NL: "Wat er op het scherm staat", Taal.EN: "What is on the screen"},
    "nog_geen_kaarten": {Taal.NL: "Er zijn nog geen kaarten.", Taal.EN: "There are no cards yet."},
    "zonder_groep": {Taal.NL: "Nog zonder groep", Taal.EN: "Not in a group yet"},
    "vernieuwen": {Taal.NL: "Vernieuwen", Taal.EN: "Refresh"},
    "afgelopen": {Taal.NL: "Deze bijeenkomst is afgelopen.", Taal.EN: "This meeting is over."},
    "wat_besloten": {Taal.NL: "Wat is besloten", Taal.EN: "What was decided"},
    "niets_besloten": {Taal.NL: "Er is nog geen besluit.", Taal.EN: "There is no decision yet."},
    "wat_gebeurt": {Taal.NL: "Wat er nu gebeurt", Taal.EN: "What happens now"},
    "geen_acties": {Taal.NL: "Er zijn geen acties, want:", Taal.EN: "There are no actions, because:"},
    "geen_acties_kort": {Taal.NL: "Er zijn geen acties.", Taal.EN: "There are no actions."},
    "uw_kaarten_nu": {Taal.NL: "Wat er met de kaarten gebeurt", Taal.EN: "What happens with the cards"},
    "kaarten_bewaard": {
        Taal.NL: "Alle {aantal} kaarten staan in het verslag.",
        Taal.EN: "All {aantal} cards are in the report.",
    },
    "bedankt": {Taal.NL: "Bedankt voor het meedoen.", Taal.EN: "Thank you for taking part."},
    **NA_AFLOOP,
}


def teksten(taal: str) -> Mapping[str, str]:
    """Return all words in a language, for a template."""
    return MappingProxyType({sleutel: talen[Taal(taal)] for sleutel, talen in _TABEL.items()})


def taal_van(request: HttpRequest, gast: Gast | None) -> Taal:
    """Return the language of a phone: what it asks for now, what the guest chose, else what the phone is set to."""
    gevraagd = request.GET.get("taal") or request.POST.get("taal") or (gast.taal if gast else "")
    if gevraagd in Taal.values:
        return Taal(gevraagd)
    eerste = request.headers.get("Accept-Language", "").strip().lower()
    return Taal.EN if eerste.startswith("en") else Taal.NL
