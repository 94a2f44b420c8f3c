/** Live stations in view: asked for each second while there is something to see. */
import { ApiProblem } from "./api.js";
import { createMotion } from "./motion.js";
import { createVehicleCanvas } from "./vehicle-canvas.js";

const POLL_MS = 1_000;
const FORBIDDEN_RETRY_MS = 60_000;
const LIMIT = 2_000;
// With more stations than this in the city, one must come closer to see them.
const FEW = 1_500;
const NEAR_ZOOM = 14;

/**
 * @typedef {"showing"|"truncated"|"zoomIn"|"forbidden"|"unreachable"} VehicleState
 */

/**
 * @param {object} parts
 * @param {ReturnType<import("./api.js").createApi>} parts.api
 * @param {import("maplibre-gl").Map} parts.view
 * @param {import("./theme.js").Palette} parts.palette
 * @param {() => number|null} parts.stationCount stations in the whole city, null while unknown
 * @param {(state: VehicleState, drawn: number) => void} parts.onState
 */
export function createVehicles({ api, view, palette, stationCount, onState }) {
  const motion = createMotion();
  const canvas = createVehicleCanvas(view, palette);
  const calm = matchMedia("(prefers-reduced-motion: reduce)");
  let timer = null;
  let asking = null;
  let lastHeardMs = null;
  let frame = null;
  let barredUntilMs = 0;

  function drawNow() {
    frame = null;
    canvas.draw(motion.now(performance.now()));
    if (motion.size() > 0 && !calm.matches && !document.hidden) {
      drawSoon();
    }
  }

  function drawSoon() {
    frame ??= requestAnimationFrame(drawNow);
  }

  function next(delayMs) {
    clearTimeout(timer);
    timer = setTimeout(poll, delayMs);
  }

  async function poll() {
    if (document.hidden || asking || performance.now() < barredUntilMs) {
      return;
    }
    if ((stationCount() ?? 0) > FEW && view.getZoom() < NEAR_ZOOM) {
      forget("zoomIn");
      next(POLL_MS);
      return;
    }
    asking = new AbortController();
    let delayMs = POLL_MS;
    try {
      take(await api.stations(boxInView(), LIMIT, asking.signal));
    } catch (problem) {
      const barred = problem instanceof ApiProblem && [401, 403].includes(problem.status);
      forget(barred ? "forbidden" : "unreachable");
      delayMs = barred ? FORBIDDEN_RETRY_MS : 3 * POLL_MS;
      barredUntilMs = barred ? performance.now() + FORBIDDEN_RETRY_MS : 0;
    } finally {
      asking = null;
    }
    next(delayMs);
  }

  function take(collection) {
    const nowMs = performance.now();
    const sinceMs = lastHeardMs === null ? POLL_MS : nowMs - lastHeardMs;
    const glideMs = calm.matches ? 0 : Math.min(2_500, Math.max(POLL_MS, sinceMs)) * 1.05;
    lastHeardMs = nowMs;
    motion.heard(collection.features, nowMs, glideMs);
    drawSoon();
    onState(collection.truncated ? "truncated" : "showing", collection.features.length);
  }

  function forget(state) {
    motion.clear();
    lastHeardMs = null;
    drawSoon();
    onState(state, 0);
  }

  function boxInView() {
    const bounds = view.getBounds();
    return [Math.max(-180, bounds.getWest()), Math.max(-85, bounds.getSouth()),
      Math.min(180, bounds.getEast()), Math.min(85, bounds.getNorth())];
  }

  view.on("render", () => canvas.draw(motion.now(performance.now())));
  view.on("moveend", () => next(120));
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) {
      next(0);
      drawSoon();
    }
  });
  poll();

  return {
    nearest: canvas.nearest,
    /** Asks again at once, as after a token was given. */
    retry() {
      barredUntilMs = 0;
      next(0);
    },
    recolour(newPalette) {
      canvas.recolour(newPalette);
      drawSoon();
    },
  };
}
