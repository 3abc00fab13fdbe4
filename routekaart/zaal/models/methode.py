# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""How a question of a meeting is worked on: the words in the database. What each does is a class in `methoden`."""

from django.db import models


class Methode(models.TextChoices):
    """How a question is worked on."""

    OPEN = "open", "open vraag met kaarten"
    KENNISMAKING = "kennismaking", "kennismaken"
    STELLING = "stelling", "stelling: eens, twijfel of oneens"
    POLS = "pols", "hoe gaat het samenwerken?"
    ASSOCIATIE = "associatie", "associaties en een slogan"
    EEN_TWEE_VIER = "een_twee_vier", "alleen, met z'n tweeën, met z'n vieren, samen"
    SCHATTEN = "schatten", "schatten van de wijk verzamelen"
    ACTOREN = "actoren", "partijen van de wijk verzamelen"
