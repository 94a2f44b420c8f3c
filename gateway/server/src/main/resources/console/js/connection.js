/** Says whether figures are arriving, and since when they are not. */
import { byId, setText } from "./dom.js";
import { ago } from "./format.js";

const WORDS = {
  connecting: "Connecting",
  live: "Live",
  reconnecting: "Reconnecting",
  stalled: "Stream silent, reconnecting",
  offline: "Stream lost, retrying",
};

/** Fills the connection's mark in the bar and announces changes. */
export function createConnection() {
  const mark = byId("connection");
  const text = byId("connection-text");
  let state = "connecting";
  let heardAtMs = null;

  return {
    /** @param {import("./stream.js").StreamState} next */
    show(next) {
      if (next !== state) {
        state = next;
        mark.dataset.state = next;
        byId("announcer").textContent = `Connection: ${WORDS[next]}`;
      }
    },

    /** @param {number} nowMs a status has come in */
    heard(nowMs) {
      heardAtMs = nowMs;
    },

    /** @param {number} nowMs each second */
    tick(nowMs) {
      const since = heardAtMs === null || state === "live"
        ? "" : `, heard ${ago(nowMs - heardAtMs)}`;
      setText(text, WORDS[state] + since);
    },
  };
}
