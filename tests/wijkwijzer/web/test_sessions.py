# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sessions that are read for many requests at once say what Django's own would say."""

from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from wijkwijzer.web.prefetch import together
from wijkwijzer.web.sessions import SessionStore, load_sessions

pytestmark = pytest.mark.django_db


def maak_sessie(wie):
    sessie = SessionStore()
    sessie["wie"] = wie
    sessie.save()
    return sessie.session_key


def test_many_cost_one_query(django_assert_num_queries):
    sleutels = [maak_sessie(nr) for nr in range(30)]
    with together(), django_assert_num_queries(1):
        load_sessions(sleutels)
        gelezen = [SessionStore(sleutel)["wie"] for sleutel in sleutels]
    assert gelezen == list(range(30))


@pytest.mark.parametrize("klaargelegd", [True, False])
@pytest.mark.parametrize("waarom", ["verlopen", "weg"])
def test_who_has_none_any_more_gets_an_empty_one(waarom, klaargelegd):
    sleutel = maak_sessie("iemand")
    if waarom == "weg":
        Session.objects.all().delete()
    else:
        Session.objects.update(expire_date=timezone.now() - timedelta(seconds=1))
    with together():
        if klaargelegd:
            load_sessions([sleutel])
        sessie = SessionStore(sleutel)
        assert "wie" not in sessie
        assert sessie.session_key is None
