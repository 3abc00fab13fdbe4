/* SPDX-FileCopyrightText: 2026 Wijkwijzer contributors */
/* SPDX-License-Identifier: EUPL-1.2 */

/* Keeps what is typed in a form with data-concept in this browser until the server has it, and offers it back above
   the form. It never overwrites: each visit of a form keeps its text in a place of its own, and the user decides. */

(function () {
  "use strict";
  const BEGIN = "ww-concept:", WEEK = 7 * 24 * 3600 * 1000, WACHT_MS = 400;
  const REGELS = ["textarea", "text", "search", "email", "url", "tel", "number", "date"]; // no password, nothing hidden
  const EIGEN = `${BEGIN}${document.body.dataset.gebruiker}:`;
  const staten = new WeakMap(), vuil = new Set();
  let uitgelogd, timer;
  const begin = (form) => `${EIGEN}${form.dataset.concept}:`;
  const eigen = () => Date.now().toString(36) + Math.random().toString(36).slice(2);
  const alles = (form) => Array.from(form.elements).filter((v) => v.name && [...REGELS, "select-one"].includes(v.type));
  const teksten = (form) => alles(form).filter((v) => v.type !== "select-one");
  const waarden = (form) => alles(form).reduce((w, v) => ({ ...w, [v.name]: v.value }), {});
  const staat = (form) => {
    if (!staten.has(form)) staten.set(form, { plek: begin(form) + eigen(), houd: "conceptFout" in form.dataset });
    return staten.get(form);
  };

  /* Storage may be full or refused (a private window); the form itself works without it. */
  const opslag = (doe) => { try { return doe(window.localStorage); } catch (fout) { return null; } };
  const weg = (plek) => opslag((o) => o.removeItem(plek));
  const lees = (plek) => opslag((o) => JSON.parse(o.getItem(plek)));
  const plekken = (vanaf) => opslag((o) => Object.keys(o).filter((naam) => naam.startsWith(vanaf))) || [];

  function bewaar(form, erbij) {
    const s = staat(form);
    vuil.delete(form);
    if (uitgelogd) return;
    /* A text that the server or the user put back (`houd`) looks like the saved text of the form; it is not saved. */
    const telt = teksten(form).some((v) => v.value.trim() && (s.houd || v.value !== v.defaultValue));
    const rij = JSON.stringify({ moment: Date.now(), velden: waarden(form), ...erbij });
    opslag((o) => (telt ? o.setItem(s.plek, rij) : o.removeItem(s.plek)));
  }
  const bewaarVuile = () => vuil.forEach((form) => bewaar(form));
  const maak = (soort, eigenschappen) => Object.assign(document.createElement(soort), eigenschappen);
  function meld(form, zin, knoppen) {
    const vak = maak("div", { className: "ww-let-op" }), id = `concept-${eigen()}`;
    vak.append(maak("p", { id, textContent: zin }));
    Object.keys(knoppen).forEach((naam) => {
      const knop = maak("button", { type: "button", className: "nl-button nl-button--secondary", textContent: naam });
      knop.setAttribute("aria-describedby", id);
      knop.addEventListener("click", () => { knoppen[naam](); bied(form); teksten(form)[0].focus(); });
      vak.append(knop, " ");
    });
    staat(form).regio.append(vak);
    if (form.closest("details")) form.closest("details").open = true;
  }
  function wanneer(moment) {
    const dan = new Date(moment), uur = dan.toLocaleTimeString("nl-NL", { hour: "2-digit", minute: "2-digit" });
    const dag = dan.toLocaleDateString("nl-NL", { day: "numeric", month: "long" });
    return `${dan.toDateString() === new Date().toDateString() ? "" : `${dag}, `}${uur.replace(":", ".")} uur`;
  }

  /* Offer what is kept for this form. What the form shows already needs no offer; it is kept on from here. */
  function bied(form) {
    const s = staat(form);
    if (!s.regio) form.before(s.regio = maak("div", { className: "ww-niet-afdrukken" }));
    s.regio.setAttribute("role", "status");
    s.regio.setAttribute("data-live-eigen-deel", "");
    s.regio.textContent = "";
    plekken(begin(form)).filter((plek) => plek !== s.plek).forEach((plek) => {
      const { moment, velden: oud } = lees(plek);
      if (teksten(form).some((v) => (oud[v.name] || "").trim() && oud[v.name] !== v.value)) {
        meld(form, `Er staat nog een tekst van u die niet is opgeslagen, van ${wanneer(moment)}.`,
          { Terugzetten: () => zetTerug(form, plek, oud), Weggooien: () => weg(plek) });
      } else {
        weg(plek);
        s.houd = true;
        bewaar(form, { moment });
      }
    });
  }
  function zetTerug(form, plek, oud) {
    bewaar(form); // what stands there now is offered next
    Object.assign(staat(form), { plek, houd: true });
    const bestaat = (v) => !v.options || Array.from(v.options).some((o) => o.value === oud[v.name]);
    alles(form).forEach((v) => { if (v.name in oud && bestaat(v)) v.value = oud[v.name]; });
  }
  /* Every form gets its offers once; those of an address that was just saved (`opnieuw`) once more. */
  const biedAlle = (opnieuw) => document.querySelectorAll("form[data-concept]").forEach((form) => {
    if (!staat(form).regio || form.dataset.concept === opnieuw) bied(form);
  });

  /* A plain form was saved when the server led on from the page that sent it; an error page doesn't lead on. */
  const [reis = {}] = performance.getEntriesByType("navigation");
  const verder = reis.type === "navigate" && reis.redirectCount > 0 && document.referrer;
  plekken(BEGIN).forEach((plek) => {
    const oud = lees(plek), vers = oud && oud.velden && Date.now() - oud.moment < WEEK;
    if (!vers || (plek.startsWith(EIGEN) && verder && oud.pagina === verder)) weg(plek);
  });
  biedAlle();

  document.addEventListener("input", ({ target: { form } }) => {
    if (!form || !form.dataset.concept) return;
    vuil.add(form);
    clearTimeout(timer);
    timer = setTimeout(bewaarVuile, WACHT_MS);
  });
  window.addEventListener("pagehide", bewaarVuile);
  document.addEventListener("submit", ({ target: form, defaultPrevented }) => {
    uitgelogd = (form.getAttribute("action") || "").endsWith("/uitloggen/");
    if (uitgelogd) plekken(EIGEN).forEach(weg);
    if (!form.dataset.concept) return;
    bied(form); // an older "geen internet" has had its time
    staat(form).verzonden = JSON.stringify(waarden(form));
    bewaar(form, defaultPrevented ? {} : { pagina: location.href.split("#")[0] }); // htmx prevents, and reports itself
  });
  document.addEventListener("htmx:after:swap", ({ detail: { ctx: { request: { form, method } = {}, response } } }) => {
    const klaar = form && form.dataset.concept && method === "POST" && response.status === 200;
    if (klaar) {
      bewaar(form);
      if (staat(form).verzonden === JSON.stringify(waarden(form))) weg(staat(form).plek); // else typed on meanwhile
    }
    /* The new form stood there while htmx settled: a live update in that moment offered the text that is saved now. */
    biedAlle(klaar ? form.dataset.concept : undefined);
  });
  document.addEventListener("live:anders", () => biedAlle());
  document.addEventListener("htmx:error", ({ detail: { ctx: { request: { form } = {}, response } = {} } }) => {
    if (form && form.dataset.concept && !response) meld(form, "Even geen internet. Uw tekst blijft hier staan.", {});
  });
})();
