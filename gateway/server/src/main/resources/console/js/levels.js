/**
 * The levels of service: their words (DATEX II TrafficStatusEnum), order, colours and strokes.
 *
 * The colours stay apart for protan, deutan and tritan eyes; width and dashes say the same again.
 */
import { svg } from "./dom.js";

/**
 * @typedef {object} Level
 * @property {string} word the API's word
 * @property {string} label what people read
 * @property {number} rank 0 is worst
 * @property {number} width stroke width, relative to a road's base width
 * @property {?{dash: number[], width: number}} mark dashes laid over the stroke: lengths in widths
 *     of the mark, and its width relative to the stroke
 * @property {string} light colour in the light theme
 * @property {string} dark colour in the dark theme
 */

/** @type {Level[]} worst first */
export const LEVELS = [
  { word: "stationary", label: "Stationary", rank: 0, width: 1.55,
    mark: { dash: [0.35, 0.5], width: 1 }, light: "#4a0a5e", dark: "#eab0ff" },
  { word: "queuing", label: "Queuing", rank: 1, width: 1.3,
    mark: { dash: [5, 5], width: 0.34 }, light: "#b5122b", dark: "#f0402f" },
  { word: "slow", label: "Slow", rank: 2, width: 1.1, mark: null,
    light: "#d96400", dark: "#ff9a2e" },
  { word: "heavy", label: "Heavy", rank: 3, width: 0.9, mark: null,
    light: "#e3c300", dark: "#f8ec72" },
  { word: "freeFlow", label: "Free flow", rank: 4, width: 0.7, mark: null,
    light: "#0f86b6", dark: "#1e9fc4" },
  { word: "unknown", label: "No data", rank: 5, width: 0.45, mark: null,
    light: "#8c97a3", dark: "#66727f" },
];

/** The dash of a road without data, in stroke widths. */
export const UNKNOWN_DASH = [3, 2.5];

const BY_WORD = new Map(LEVELS.map((level) => [level.word, level]));

/**
 * The level with the API's word; a word this console does not know counts as no data.
 * @param {string|null|undefined} word
 * @returns {Level}
 */
export function levelOf(word) {
  return BY_WORD.get(word) ?? BY_WORD.get("unknown");
}

/**
 * A level's line as it looks on the map.
 * @param {Level} level
 * @param {number} [widthPx]
 * @returns {SVGElement}
 */
export function swatch(level, widthPx = 40) {
  const stroke = 6 * level.width;
  const line = { x1: 2, x2: widthPx - 2, y1: 7, y2: 7 };
  const dash = level.word === "unknown" ? UNKNOWN_DASH.map((n) => n * stroke).join(" ") : null;
  const mark = level.mark && svg("line", { ...line, stroke: "var(--map)",
    "stroke-width": stroke * level.mark.width,
    "stroke-dasharray": level.mark.dash.map((n) => n * stroke * level.mark.width).join(" ") });
  const casing = level.word === "unknown" ? null
    : svg("line", { ...line, stroke: "var(--casing)", "stroke-width": stroke + 2 });
  return svg("svg", { class: "swatch", width: widthPx, height: 14, "aria-hidden": "true" }, casing,
    svg("line", { ...line, stroke: `var(--level-${level.word})`, "stroke-width": stroke,
      "stroke-dasharray": dash }), mark);
}
