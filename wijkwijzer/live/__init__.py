# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Live updates: who looks at a page sees within a second what changed there.

`pages` holds what apps offer, `hub` delivers per wijk in the order of its versions to a `channel` per place and
audience, `stream` is the connection to one browser and `subscriber` what waits for it, `access` asks who may follow,
`signals` hears of changes by other processes, `presence` says who else is here.
"""
