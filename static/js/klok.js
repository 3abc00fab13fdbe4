/* SPDX-FileCopyrightText: 2026 Wijkwijzer contributors */
/* SPDX-License-Identifier: EUPL-1.2 */

/* Shows how much time is left beside "tot 14:05", the same on desk, wall and phones. <p data-klok="…"> holds the end by
   the server's clock and the words, data-nu on this script what that clock said when the page was made: a clock that is wrong here
   does not matter. A screen reader hears it twice, when one minute is left and at the end. ES2018. */

(function () {
  "use strict";
  const { nu } = document.currentScript.dataset;
  if (!nu) return; // a page without a clock
  const gang = window.performance && performance.getEntriesByType ? performance.getEntriesByType("navigation")[0] : null;
  const onderweg = gang && gang.responseStart ? performance.now() - gang.responseStart : 0; // a slow line takes seconds
  const scheelt = Number(nu) + onderweg - Date.now();
  let eind = "", vorige = null;

  const stem = document.createElement("div");
  stem.className = "ww-verborgen";
  stem.setAttribute("role", "status");
  stem.setAttribute("data-live-eigen-deel", "");
  (document.getElementById("inhoud") || document.body).prepend(stem);

  /* The place for the figures is made here and belongs to the page itself: live.js leaves it alone. */
  function vak(el) {
    const bestaat = el.querySelector("[role=timer]");
    if (bestaat) return bestaat;
    const nieuw = document.createElement("span");
    nieuw.className = "klok";
    nieuw.setAttribute("role", "timer");
    nieuw.setAttribute("data-live-eigen-deel", "");
    el.prepend(nieuw, " ");
    return nieuw;
  }
  function zeg(el, over) {
    if (vorige !== null && vorige > 60 && over <= 60 && over > 0) stem.textContent = el.dataset.klokMinuut;
    if (vorige !== null && vorige > 0 && over === 0) stem.textContent = el.dataset.klokOm;
  }
  function toon() {
    const el = document.querySelector("[data-klok]");
    if (!el) { eind = ""; return 1000; }
    const rest = Number(el.dataset.klok) - (Date.now() + scheelt), over = Math.max(0, Math.ceil(rest / 1000));
    const cijfers = [Math.floor(over / 60), over % 60].map((n) => String(n).padStart(2, "0")).join(":");
    const tekst = over ? cijfers : el.dataset.klokOm;
    const plek = vak(el);
    if (plek.textContent !== tekst) plek.textContent = tekst;
    if (eind !== el.dataset.klok) { eind = el.dataset.klok; vorige = null; }
    zeg(el, over);
    vorige = over;
    return rest > 0 ? rest % 1000 || 1000 : 1000;
  }
  const tik = () => setTimeout(tik, toon());
  document.addEventListener("live:anders", toon);
  tik();
})();
