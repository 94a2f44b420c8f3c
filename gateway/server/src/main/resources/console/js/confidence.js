/** Confidence as a bar with words: a number alone says too little at 3 a.m. */
import { el } from "./dom.js";
import { number } from "./format.js";

const WORDS = [[0.8, "high"], [0.6, "good"], [0.4, "fair"], [0.2, "low"], [0, "very low"]];

/**
 * @param {number} confidence 0 to 1
 * @returns {HTMLElement}
 */
export function confidenceBar(confidence) {
  const percent = number(confidence * 100);
  const word = WORDS.find(([least]) => confidence >= least)?.[1] ?? "very low";
  return el("span", { class: "confidence", id: "segment-confidence" },
    el("span", { class: "track", role: "meter", "aria-label": "Confidence", "aria-valuemin": 0,
      "aria-valuemax": 100, "aria-valuenow": percent, "aria-valuetext": `${percent} %, ${word}` },
    el("span", { class: "fill", style: `width: ${Math.max(0, Math.min(1, confidence)) * 100}%` })),
    `${word}, ${percent}\u00a0%`);
}
