# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Asking once for many, and never remembering beyond that."""

import threading

import pytest

from wijkwijzer.web.prefetch import once, provide, together


class Vraag:
    """A question that counts how often it was asked."""

    def __init__(self):
        self.keren = 0

    def __call__(self):
        self.keren += 1
        return self.keren


def test_outside_nothing_is_remembered():
    vraag = Vraag()
    assert [once("a", vraag), once("a", vraag)] == [1, 2]


def test_within_a_question_is_asked_once():
    vraag = Vraag()
    with together():
        assert [once("a", vraag), once("a", vraag), once("b", vraag)] == [1, 1, 2]
    assert once("a", vraag) == 3


def test_no_answer_is_an_answer_too():
    with together():
        provide("a", None)
        assert once("a", Vraag()) is None


def test_what_was_laid_ready_is_gone_afterwards_also_after_trouble():
    with pytest.raises(ZeroDivisionError), together():
        provide("a", "klaar")
        raise ZeroDivisionError
    assert once("a", Vraag()) == 1


def test_nothing_can_be_laid_ready_outside():
    with pytest.raises(LookupError):
        provide("a", 1)


def test_another_thread_asks_for_itself():
    gezien = []
    with together():
        provide("a", "klaar")
        draad = threading.Thread(target=lambda: gezien.append(once("a", Vraag())))
        draad.start()
        draad.join()
    assert gezien == [1]
