/** Light or dark: what the system prefers until the user chooses; the choice is remembered. */
import { svg } from "./dom.js";
import { LEVELS } from "./levels.js";

const STORAGE_KEY = "wayside.theme";
const CASING = { light: "#66717c", dark: "#05080b" };
const MAP = { light: "#eef1f4", dark: "#0f141a" };
const HALO = { light: "#14202b", dark: "#ffffff" };
const ARROW = { light: "#ffffff", dark: "#b4bfca" };
const SUN = "M12 4V2M12 22v-2M4 12H2M22 12h-2M6 6 4.6 4.6M19.4 19.4 18 18M6 18l-1.4 1.4"
  + "M19.4 4.6 18 6M16 12a4 4 0 1 1-8 0 4 4 0 0 1 8 0Z";
const MOON = "M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5Z";

/**
 * @typedef {"light"|"dark"} Tone
 * @typedef {{tone: Tone, map: string, casing: string, halo: string, arrow: string,
 *     level: Object<string, string>}} Palette colours that the map and the canvases need
 */

/**
 * Follows the system's preference and the toggle.
 * @param {HTMLElement} button the toggle
 * @returns {{palette: () => Palette, onChange: (listener: (palette: Palette) => void) => void}}
 */
export function createTheme(button) {
  const system = matchMedia("(prefers-color-scheme: dark)");
  const listeners = [];
  let chosen = remembered();
  let palette = apply();

  function tone() {
    return chosen ?? (system.matches ? "dark" : "light");
  }

  function apply() {
    const now = tone();
    const root = document.documentElement;
    root.dataset.tone = now;
    if (chosen) {
      root.dataset.theme = chosen;
    }
    root.style.setProperty("--casing", CASING[now]);
    const level = {};
    for (const one of LEVELS) {
      level[one.word] = one[now];
      root.style.setProperty(`--level-${one.word}`, one[now]);
    }
    const other = now === "dark" ? "light" : "dark";
    button.replaceChildren(icon(now === "dark" ? SUN : MOON));
    button.setAttribute("aria-label", `Switch to the ${other} theme`);
    button.title = `Switch to the ${other} theme`;
    return { tone: now, map: MAP[now], casing: CASING[now], halo: HALO[now],
      arrow: ARROW[now], level };
  }

  function refresh() {
    palette = apply();
    listeners.forEach((listener) => listener(palette));
  }

  button.addEventListener("click", () => {
    chosen = tone() === "dark" ? "light" : "dark";
    remember(chosen);
    refresh();
  });
  system.addEventListener("change", refresh);
  return { palette: () => palette, onChange: (listener) => listeners.push(listener) };
}

function icon(path) {
  return svg("svg", { viewBox: "0 0 24 24", width: 20, height: 20, "aria-hidden": "true" },
    svg("path", { d: path, fill: "none", stroke: "currentcolor", "stroke-width": 1.8,
      "stroke-linecap": "round", "stroke-linejoin": "round" }));
}

// Storage may be forbidden by the browser's settings; the theme then lasts as long as the page.
function remembered() {
  try {
    const value = localStorage.getItem(STORAGE_KEY);
    return value === "light" || value === "dark" ? value : null;
  } catch {
    return null;
  }
}

function remember(value) {
  try {
    localStorage.setItem(STORAGE_KEY, value);
  } catch {
    // Not remembered, then.
  }
}
