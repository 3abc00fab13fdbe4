# SPDX-FileCopyrightText: 2026 Wijkwijzer contributors
# SPDX-License-Identifier: EUPL-1.2
"""Live updates: who looks at a page sees within a second what changed there.

`plekken` holds what apps offer, `hub` delivers per wijk in the order of its versions, `stroom` is the connection to
one browser, `wekker` hears of changes by other processes, `wie` says who else is here.
"""
