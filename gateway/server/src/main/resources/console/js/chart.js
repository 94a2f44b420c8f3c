/**
 * Speed and vehicles over time, one step for each window. A window without a record, or a record
 * without a speed, leaves a shaded gap: the line never crosses what was not measured.
 */
import { el, svg } from "./dom.js";
import { minute, number } from "./format.js";

const LEFT = 38;
const RIGHT = 6;
const SPEED = { top: 18, bottom: 138 };
const COUNT = { top: 166, bottom: 210 };
const HEIGHT = 232;
const TICK_STEPS_MIN = [5, 10, 15, 30, 60];
const TICK_ROOM_PX = 62;
const NICE = [1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 2000, 5000];

/**
 * @typedef {object} ChartPoint
 * @property {number} startMs
 * @property {number} endMs
 * @property {number|null} speedKmh
 * @property {number} vehicles
 *
 * @typedef {object} ChartData
 * @property {number} fromMs
 * @property {number} toMs
 * @property {number} windowS
 * @property {number|null} freeFlowKmh
 * @property {ChartPoint[]} points oldest first
 */

/**
 * @param {HTMLElement} container
 * @param {HTMLElement} readout where the values under the pointer are written
 */
export function createChart(container, readout) {
  /** @type {ChartData|null} */
  let data = null;
  let at = -1;
  let scales = null;
  const box = el("div", { class: "chart", tabindex: 0, role: "group", "data-testid": "chart" });
  container.append(box);
  new ResizeObserver(draw).observe(box);

  function draw() {
    const width = box.clientWidth;
    if (!data || width < 120) {
      return;
    }
    scales = scalesFor(data, width);
    const focus = svg("g", { class: "focus" });
    box.replaceChildren(svg("svg", { height: HEIGHT, viewBox: `0 0 ${width} ${HEIGHT}`,
      "aria-hidden": "true" }, ...gaps(data, scales), ...frame(data, scales, width),
    ...speedLine(data, scales), ...bars(data, scales), focus));
    box.setAttribute("aria-label", summary(data));
    point(at);
  }

  function point(index) {
    at = data && index < data.points.length ? index : -1;
    const focus = box.querySelector(".focus");
    focus?.replaceChildren();
    if (at < 0 || !focus) {
      readout.textContent = data?.points.length ? "Point at the chart, or use the arrow keys." : "";
      return;
    }
    const one = data.points[at];
    const x = scales.x((one.startMs + one.endMs) / 2);
    focus.append(svg("line", { class: "cursor", x1: x, x2: x, y1: SPEED.top, y2: COUNT.bottom }));
    if (one.speedKmh !== null) {
      focus.append(svg("circle", { class: "cursor-dot", cx: x, cy: scales.speed(one.speedKmh),
        r: 4 }));
    }
    readout.textContent = `${minute(one.startMs)}–${minute(one.endMs)}: `
      + `${one.speedKmh === null ? "no speed" : `${number(one.speedKmh, 1)} km/h`}, `
      + `${number(one.vehicles)} ${one.vehicles === 1 ? "vehicle" : "vehicles"}`;
  }

  function nearest(clientX) {
    const x = clientX - box.getBoundingClientRect().left;
    let best = -1;
    let bestPx = Infinity;
    data?.points.forEach((one, index) => {
      const distance = Math.abs(scales.x((one.startMs + one.endMs) / 2) - x);
      if (distance < bestPx) {
        bestPx = distance;
        best = index;
      }
    });
    return best;
  }

  box.addEventListener("pointermove", (event) => scales && point(nearest(event.clientX)));
  box.addEventListener("pointerdown", (event) => scales && point(nearest(event.clientX)));
  box.addEventListener("pointerleave", () => point(-1));
  box.addEventListener("keydown", (event) => {
    const last = (data?.points.length ?? 0) - 1;
    const target = { ArrowLeft: at < 0 ? last : Math.max(0, at - 1),
      ArrowRight: Math.min(last, at + 1), Home: 0, End: last }[event.key];
    if (target !== undefined && last >= 0) {
      event.preventDefault();
      point(target);
    }
  });

  return {
    /** @param {ChartData} next */
    show(next) {
      // The pointed-at window stays pointed at while newer ones arrive.
      const startMs = at >= 0 ? data.points[at].startMs : null;
      data = next;
      at = data.points.findIndex((one) => one.startMs === startMs);
      draw();
    },
  };
}

function scalesFor(data, width) {
  const fastest = Math.max(data.freeFlowKmh ?? 0, 10, ...data.points.map((p) => p.speedKmh ?? 0));
  const most = Math.max(1, ...data.points.map((p) => p.vehicles));
  const speedStep = niceStep(fastest, 4);
  const countStep = niceStep(most, 2);
  const speedTop = Math.ceil(fastest / speedStep) * speedStep;
  const countTop = Math.ceil(most / countStep) * countStep;
  const onto = (top, { top: y0, bottom: y1 }) => (value) => y1 - (value / top) * (y1 - y0);
  return {
    x: (ms) => LEFT + ((ms - data.fromMs) / (data.toMs - data.fromMs)) * (width - LEFT - RIGHT),
    speed: onto(speedTop, SPEED), speedTop, speedStep,
    count: onto(countTop, COUNT), countTop, countStep,
  };
}

function frame(data, scales, width) {
  const right = width - RIGHT;
  const parts = [
    svg("text", { class: "axis-title", x: 0, y: 9 }, "Speed, km/h"),
    svg("text", { class: "axis-title", x: 0, y: COUNT.top - 8 }, "Vehicles per window"),
  ];
  const level = (y, label, base) => parts.push(
    svg("line", { class: base ? "base" : "grid", x1: LEFT, x2: right, y1: y, y2: y }),
    svg("text", { x: LEFT - 6, y: y + 4, "text-anchor": "end" }, label));
  for (let v = 0; v <= scales.speedTop; v += scales.speedStep) {
    level(scales.speed(v), number(v), v === 0);
  }
  for (let v = 0; v <= scales.countTop; v += scales.countStep) {
    level(scales.count(v), number(v), v === 0);
  }
  const spanMin = (data.toMs - data.fromMs) / 60_000;
  const room = Math.max(2, Math.floor((width - LEFT) / TICK_ROOM_PX));
  const stepMs = 60_000 * (TICK_STEPS_MIN.find((step) => spanMin / step <= room) ?? 60);
  for (let ms = Math.ceil(data.fromMs / stepMs) * stepMs; ms <= data.toMs; ms += stepMs) {
    const x = scales.x(ms);
    parts.push(svg("line", { class: "base", x1: x, x2: x, y1: COUNT.bottom, y2: COUNT.bottom + 4 }),
      svg("text", { x: Math.min(x, right - 14), y: HEIGHT - 4, "text-anchor": "middle" },
        minute(ms)));
  }
  if (data.freeFlowKmh !== null) {
    const y = scales.speed(data.freeFlowKmh);
    parts.push(svg("line", { class: "free-flow", x1: LEFT, x2: right, y1: y, y2: y }),
      svg("text", { x: right, y: y - 4, "text-anchor": "end" }, "free flow"));
  }
  return parts;
}

function gaps(data, scales) {
  const parts = [];
  const shade = (fromMs, toMs) => {
    const x = scales.x(Math.max(fromMs, data.fromMs));
    const width = scales.x(Math.min(toMs, data.toMs)) - x;
    if (width > 0.5) {
      parts.push(svg("rect", { class: "gap", x, width, y: SPEED.top,
        height: SPEED.bottom - SPEED.top }));
    }
  };
  let reached = data.fromMs;
  for (const one of data.points.filter((p) => p.speedKmh !== null)) {
    shade(reached, one.startMs);
    reached = one.endMs;
  }
  // The window now open is not a gap: it has not closed yet.
  if (data.toMs - reached >= data.windowS * 1000) {
    shade(reached, data.toMs);
  }
  return parts;
}

function speedLine(data, scales) {
  let line = "";
  let area = "";
  let runStart = null;
  let endMs = null;
  const floor = SPEED.bottom;
  const closeRun = () => {
    area += runStart === null ? "" : `V${floor}H${runStart}Z`;
  };
  for (const one of data.points) {
    if (one.speedKmh === null) {
      continue;
    }
    const x0 = scales.x(one.startMs).toFixed(1);
    const x1 = scales.x(one.endMs).toFixed(1);
    const y = scales.speed(one.speedKmh).toFixed(1);
    if (one.startMs === endMs) {
      line += `V${y}H${x1}`;
      area += `V${y}H${x1}`;
    } else {
      closeRun();
      line += `M${x0},${y}H${x1}`;
      area += `M${x0},${floor}V${y}H${x1}`;
      runStart = x0;
    }
    endMs = one.endMs;
  }
  closeRun();
  return [svg("path", { class: "speed-area", d: area }),
    svg("path", { class: "speed-line", d: line })];
}

function bars(data, scales) {
  return data.points.filter((one) => one.vehicles > 0).map((one) => {
    const x = scales.x(one.startMs);
    const y = scales.count(one.vehicles);
    return svg("rect", { class: "bar", x: x + 0.5, y, height: COUNT.bottom - y,
      width: Math.max(1, scales.x(one.endMs) - x - 1) });
  });
}

function summary(data) {
  const speeds = data.points.map((p) => p.speedKmh).filter((speed) => speed !== null);
  return speeds.length === 0 ? "Chart of the last hour: no speed was measured."
    : `Chart of the last hour: ${speeds.length} windows with a speed, `
      + `${number(Math.min(...speeds))} to ${number(Math.max(...speeds))} km/h. `
      + "The arrow keys read them out.";
}

function niceStep(top, ticks) {
  return NICE.find((step) => top / step <= ticks) ?? 10_000;
}
