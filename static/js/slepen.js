/* SPDX-FileCopyrightText: 2026 Wijkwijzer contributors */
/* SPDX-License-Identifier: EUPL-1.2 */

/* Dragging a card to a group on the desk, beside ticking it and naming the group: it fills in that same form. Nothing
   moves along; the group under the pointer is marked. Ticked cards go together. ES2018. */

(function () {
  "use strict";
  const wortel = document.documentElement;
  let vinkje = "", doel = null;
  wortel.classList.add("ww-kan-slepen");

  function merk(nieuw) {
    if (doel) doel.classList.remove("ww-groep--doel");
    doel = nieuw;
    if (doel) doel.classList.add("ww-groep--doel");
  }
  function klaar() {
    vinkje = "";
    merk(null);
    wortel.classList.remove("ww-sleept");
  }
  const onder = ({ clientX, clientY }) => {
    const el = document.elementFromPoint(clientX, clientY);
    return el ? el.closest("[data-groep]") : null;
  };
  document.addEventListener("pointerdown", (gebeurtenis) => {
    const greep = gebeurtenis.target.closest("[data-greep]");
    if (!greep || gebeurtenis.button) return;
    gebeurtenis.preventDefault(); // no selecting of text on the way
    vinkje = greep.dataset.greep;
    wortel.classList.add("ww-sleept");
  });
  document.addEventListener("pointermove", (gebeurtenis) => { if (vinkje) merk(onder(gebeurtenis)); });
  document.addEventListener("pointercancel", klaar);
  document.addEventListener("keydown", ({ key }) => { if (key === "Escape") klaar(); });
  document.addEventListener("pointerup", (gebeurtenis) => {
    if (!vinkje) return;
    const groep = onder(gebeurtenis), kaart = document.querySelector(`[name=kaarten][value="${vinkje}"]`);
    klaar();
    if (!groep || !kaart) return;
    kaart.checked = true;
    kaart.form.elements.naam.value = groep.dataset.groep;
    kaart.form.querySelector("[data-leg]").click();
  });
})();
