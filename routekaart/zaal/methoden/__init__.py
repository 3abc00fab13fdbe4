# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""How a question is worked on: one class per method, each in the module of its name.

A class says all that is particular about its method: steps and times, words for phone, wall and desk, what phones hand
in and which verb takes it, what the vote is on, what the desk adds, what the draaiboek says, how paper is read. Nobody
else compares a method; they ask `register.methode_van(ronde)`.

A new method is a line in `models/methode.py`, a module of that name here that ends with `METHODE = ...`, and the
partials of its own in templates/zaal/methoden/. Its verbs, if it has any, stand in handelingen.py.
"""
