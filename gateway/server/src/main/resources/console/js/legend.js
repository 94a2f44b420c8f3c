/** The legend, which is also the summary: how many segments stand at each level now. */
import { el, svg } from "./dom.js";
import { ago, clock, number, span } from "./format.js";
import { LEVELS, swatch } from "./levels.js";
import { KINDS } from "./station-kinds.js";
import { outline } from "./vehicle-outline.js";

/**
 * @param {HTMLDetailsElement} container
 * @param {(token: string) => void} onToken the user gives an operator's token
 */
export function createLegend(container, onToken) {
  const windowLine = el("span", { class: "window", id: "window-line",
    "data-testid": "window-line" });
  const updatedLine = el("span", { id: "last-update", "data-testid": "last-update" });
  const stack = el("div", { class: "stack", "aria-hidden": "true" });
  const counts = new Map();
  const parts = new Map();
  const rows = el("ul", { class: "legend-rows" });
  for (const level of LEVELS) {
    const count = el("span", { class: "count" });
    counts.set(level.word, count);
    rows.append(el("li", { "data-level": level.word }, swatch(level), el("span", {}, level.label),
      count));
    const part = el("span", { style: `background: var(--level-${level.word}); flex: 0 1 0` });
    parts.set(level.word, part);
    stack.append(part);
  }
  const kinds = el("ul", { class: "kinds", "aria-label": "Vehicles" });
  const note = el("p", { class: "note", id: "vehicles-note", "data-testid": "vehicles-note",
    hidden: true });
  const tokenForm = operatorForm(onToken);
  container.open = matchMedia("(min-width: 701px)").matches;
  container.append(el("summary", {}, "Level of service", windowLine), stack, rows, kinds, note,
    tokenForm, el("p", { class: "note" }, "Figures updated ", updatedLine));

  return {
    /**
     * @param {Map<string, number>} segmentsByLevel
     * @param {?{start: string, end: string}} window
     */
    show(segmentsByLevel, window) {
      windowLine.textContent = window ? `${span(window)}, local time` : "no window closed yet";
      for (const { word } of LEVELS) {
        const count = segmentsByLevel.get(word) ?? 0;
        counts.get(word).textContent = number(count);
        parts.get(word).style.flexGrow = String(count);
      }
    },

    /**
     * @param {number|null} updatedAtMs
     * @param {number} nowMs
     */
    tick(updatedAtMs, nowMs) {
      updatedLine.textContent = updatedAtMs === null ? "not yet"
        : `${ago(nowMs - updatedAtMs)} (${clock(updatedAtMs)})`;
    },

    /**
     * Draws the vehicles' shapes in the theme's colours.
     * @param {import("./theme.js").Palette} palette
     */
    recolour(palette) {
      kinds.replaceChildren(...Object.entries(KINDS).map(([key, kind]) =>
        el("li", {}, kindIcon(key, kind, palette), kind.label)));
    },

    /** @param {import("./vehicles.js").VehicleState} state @param {number} drawn */
    vehicles(state, drawn) {
      const words = {
        showing: null,
        truncated: `The first ${number(drawn)} vehicles of this view. Zoom in to see all.`,
        zoomIn: "Zoom in to see vehicles.",
        forbidden: "Exact positions need the operator role.",
        unreachable: "Vehicles cannot be read just now.",
      }[state];
      note.hidden = words === null;
      kinds.hidden = state === "forbidden";
      tokenForm.hidden = state !== "forbidden";
      if (words !== null && note.textContent !== words) {
        note.textContent = words;
      }
    },
  };
}

function kindIcon(key, kind, palette) {
  const icon = svg("svg", { viewBox: "-13 -13 26 26", width: 20, height: 20,
    "aria-hidden": "true" });
  icon.append(key === "person" ? svg("circle", { r: kind.widthPx / 2, fill: kind[palette.tone] })
    : svg("path", { d: outline(key, kind.lengthPx, kind.widthPx), fill: kind[palette.tone] }));
  return icon;
}

function operatorForm(onToken) {
  const input = el("input", { type: "password", autocomplete: "off", id: "operator-token",
    "aria-label": "Operator token", placeholder: "Operator token" });
  return el("form", { class: "token-form", hidden: true, onsubmit: (event) => {
    event.preventDefault();
    onToken(input.value.trim());
    input.value = "";
  } }, input, el("button", { class: "text-button", type: "submit" }, "Use"));
}
