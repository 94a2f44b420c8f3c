/** Messages over the map, one for each subject at a time. */
import { byId, el } from "./dom.js";

/**
 * Shows a message; one of the same subject is replaced.
 * @param {string} subject
 * @param {string} text
 * @param {"info"|"warn"|"bad"} [tone]
 */
export function notice(subject, text, tone = "info") {
  const old = current(subject);
  if (old?.textContent === text) {
    return;
  }
  old?.remove();
  byId("notices").append(el("div", { class: "notice", role: tone === "bad" ? "alert" : "status",
    "data-tone": tone, "data-subject": subject }, text));
}

/**
 * Takes a subject's message away.
 * @param {string} subject
 */
export function clearNotice(subject) {
  current(subject)?.remove();
}

function current(subject) {
  return byId("notices").querySelector(`[data-subject="${subject}"]`);
}
