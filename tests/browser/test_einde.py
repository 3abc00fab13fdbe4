# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""The end of a meeting in a real browser: report, page for the wall, feedback and notes are accessible and valid."""

from datetime import date
from uuid import uuid4

from routekaart.zaal.besluiten.handelingen import besluit, spreek_af
from routekaart.zaal.kaarten.handelingen import groepeer, schrijf_op
from routekaart.zaal.models import Stap
from routekaart.zaal.sessie.handelingen import sluit_sessie
from tests.browser.test_paginas import keur, valideer
from tests.factories import maak_lid, maak_partij
from tests.factories_zaal import maak_gast, maak_navraag, maak_sessie, ronde_van
from wijken.models import Rol


def test_the_pages_around_the_end_are_accessible(wijken, open_pagina, tmp_path):
    sessie = maak_sessie(wijken["haarwijk"], stap=Stap.SCHRIJF)
    actor = maak_partij(sessie.wijk, "De School").actor
    kaarten = schrijf_op(ronde=ronde_van(sessie), regels=[("Meer groen", 2)], sleutel=uuid4(), door=None)
    groepeer(ronde=ronde_van(sessie), kaarten=kaarten, naam="Buiten", door=None)
    besluit(ronde=ronde_van(sessie), tekst="Wij planten bomen.", door=None)
    spreek_af(sessie=sessie, actor=actor, wat="Bellen", wanneer=date(2031, 5, 9), door=None)
    maak_navraag(sessie, actor)
    maak_gast(sessie)
    basis, bronnen = f"/wijken/haarwijk/zaal/{sessie.sleutel}", {}
    bureau, gast = open_pagina(maak_lid(sessie.wijk, Rol.WIJKREGISSEUR)), open_pagina(telefoon=True)

    def kijk(pagina, *paden):
        for pad in paden:
            bronnen[f"{len(bronnen)} {pad}"] = pagina.goto(pad).text()
            assert keur(pagina, pad) == []
            assert pagina.evaluate("document.documentElement.scrollWidth <= innerWidth"), pad

    kijk(bureau, f"{basis}/navragen/", f"{basis}/regie/", f"{basis}/regie/terug/")
    gast.goto(f"/m/{sessie.code}/")
    gast.get_by_label("Ik woon in de wijk").check()
    gast.get_by_role("button", name="Meedoen").click()
    gast.get_by_role("link", name="Wie ontbreekt hier?").click()
    gast.get_by_label("De School").check()
    gast.get_by_label("Uw vraag").fill("Mag het plein open?")
    gast.get_by_role("button", name="Vraag noteren").click()
    gast.get_by_text("Uw vraag is genoteerd.").wait_for()
    kijk(gast, f"/m/{sessie.code}/navraag/", f"/m/{sessie.code}/terug/")
    bureau.goto(f"{basis}/navragen/")
    assert bureau.get_by_text("Mag het plein open?").is_visible()
    sluit_sessie(sessie=sessie, reden="", door=None, vervolg="Na de zomer")
    kijk(bureau, f"{basis}/verslag/", f"{basis}/muurblad/", "/wijken/haarwijk/")
    kijk(gast, f"/m/{sessie.code}/", f"/m/{sessie.code}/?taal=en")
    assert valideer(bronnen, tmp_path) == []
