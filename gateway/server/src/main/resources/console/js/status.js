/** The gateway's figures: what comes in, what is refused and why, how far behind it is. */
import { byId, el, setText } from "./dom.js";
import { number, quantity, rate, words } from "./format.js";
import { createRate } from "./rates.js";
import { createSparkline } from "./sparkline.js";

const RATE_SPAN_MS = 10_000;
const SPARKLINE_POINTS = 180;
// A window is published when its end has passed and late reports had their time; beyond this the
// roll-up itself is behind.
const LAG_ATTENTION_S = 30;
// These two are turned away without harm: the sender has nothing to mend.
const HARMLESS = new Set(["duplicate", "stale"]);
const TOTALS = ["messagesReceived", "messagesAdmitted", "messagesStored"];

/** Fills the status card; see `take` for what it expects. */
export function createStatus() {
  const rates = new Map();
  const sparkline = createSparkline(byId("status-sparkline"), SPARKLINE_POINTS,
    "Messages per second over the last three minutes");
  const pairs = new Map();
  let stations = null;

  function rateOf(name, total, atMs) {
    if (!rates.has(name)) {
      rates.set(name, createRate(RATE_SPAN_MS));
    }
    rates.get(name).add(total, atMs);
    return rates.get(name).perSecond();
  }

  function pair(label, text, attention = false) {
    if (!pairs.has(label)) {
      const value = el("dd");
      byId("status-pairs").append(el("dt", {}, label), value);
      pairs.set(label, value);
    }
    setText(pairs.get(label), text);
    pairs.get(label).classList.toggle("attention", attention);
  }

  function showRefusals(refused, atMs) {
    const rows = Object.entries(refused)
      .map(([code, total]) => ({ code, total, perSecond: rateOf(`refused ${code}`, total, atMs) }))
      .filter(({ total }) => total > 0)
      .sort((a, b) => (b.perSecond ?? 0) - (a.perSecond ?? 0) || b.total - a.total);
    byId("status-refusals").replaceChildren(...(rows.length === 0
      ? [el("li", {}, el("span", {}, "None since the start"))]
      : rows.map(({ code, total, perSecond }) => el("li", { "data-code": code },
        el("span", {}, words(code)), el("span", {}, number(total)),
        el("span", { class: "rate" }, `${rate(perSecond)}/s`)))));
    const harmful = rows.filter(({ code }) => !HARMLESS.has(code));
    const perSecond = harmful.reduce((sum, row) => sum + (row.perSecond ?? 0), 0);
    const total = harmful.reduce((sum, row) => sum + row.total, 0);
    const summary = byId("status-summary");
    setText(summary, total === 0 ? "No refusals"
      : `${number(total)} refused, ${rate(perSecond)}/s now`);
    summary.parentElement.classList.toggle("attention", perSecond >= 0.05);
  }

  return {
    /** Stations in the whole city; null before the first status. */
    stations: () => stations,

    /**
     * Takes a status event of the stream.
     * @param {object} status
     */
    take(status) {
      const atMs = Date.parse(status.at);
      const [received, admitted, stored] = TOTALS.map((name) =>
        rateOf(name, status[name], atMs));
      stations = status.stations;
      setText(byId("status-rate"), rate(received));
      setText(byId("status-vehicles"), number(status.stations));
      if (received !== null) {
        sparkline.add(received);
      }
      pair("Admitted", `${rate(admitted)}/s`);
      pair("Stored", `${rate(stored)}/s`);
      pair("Received since start", number(status.messagesReceived));
      pair("Connections", number(status.connections));
      pair("Waiting for the grid", number(status.uplinkPending));
      pair("Roll-up lag", quantity(status.rollupLagS, "s", 1),
        status.rollupLagS !== null && status.rollupLagS > LAG_ATTENTION_S);
      showRefusals(status.messagesRefused, atMs);
    },
  };
}
