/* SPDX-FileCopyrightText: 2026 Wijkwijzer contributors */
/* SPDX-License-Identifier: EUPL-1.2 */

/* Phones of guests in a meeting: no library. */

import "../klok.js";
import "../live.js";
import "../telefoon.js";
