/** One segment: what is measured on it now, how sure that is, and its last hour. */
import { createChart } from "./chart.js";
import { confidenceBar } from "./confidence.js";
import { el, svg } from "./dom.js";
import { NONE, clock, kmh, minute, number, quantity } from "./format.js";
import { createHistory } from "./history.js";
import { levelOf, swatch } from "./levels.js";

/**
 * @param {HTMLElement} panel
 * @param {ReturnType<import("./api.js").createApi>} api
 * @param {ReturnType<import("./traffic.js").createTraffic>} traffic
 * @param {() => void} onClose
 */
export function createSegmentPanel(panel, api, traffic, onClose) {
  let segment = null;
  let chart = null;
  let body = null;
  const history = createHistory(api, showHistory);

  function build() {
    const readout = el("p", { class: "chart-readout", id: "chart-readout", "aria-live": "polite" });
    const holder = el("div", { class: "chart-holder" });
    body = el("div");
    panel.replaceChildren(
      el("header", {}, el("div", {},
        el("h2", { id: "segment-name", tabindex: "-1" }, segment.name),
        el("p", { class: "segment-line" }, `${segment.direction}bound · segment `,
          el("span", { id: "segment-id", "data-testid": "segment-id" }, segment.id))),
      el("button", { class: "icon-button", type: "button", id: "segment-close",
        "aria-label": "Close the segment", title: "Close (Esc)", onclick: onClose }, cross())),
      body,
      el("div", { class: "chart-title" }, el("h3", {}, "The last hour")),
      readout, holder,
      el("footer", {}, el("span", { id: "segment-road" }, roadLine(segment))));
    chart = createChart(holder, readout);
  }

  function showNow() {
    const record = traffic.record(segment.id);
    const level = levelOf(record?.levelOfService);
    const window = traffic.window();
    body.replaceChildren(...(record && record.speedMps !== null
      ? [speedHeadline(record, level), facts(record)]
      : [emptyHeadline(level), el("p", { class: "no-data", id: "segment-no-data" },
        whyNoData(record, window)), record && !record.suppressed ? facts(record) : ""]));
  }

  function showHistory(data, problem) {
    const freeFlowMps = traffic.record(segment.id)?.freeFlowSpeedMps ?? data.freeFlowMps;
    chart.show({ ...data, freeFlowKmh: freeFlowMps === null ? null : freeFlowMps * 3.6 });
    if (problem || data.points.length === 0) {
      panel.querySelector("#chart-readout").textContent = problem
        ? `The history cannot be read: ${problem}.`
        : "No record of this segment in the last hour.";
    }
  }

  return {
    /** The segment shown, or null. */
    shown: () => segment,

    /**
     * Opens the panel on a segment and moves the focus there.
     * @param {import("./network.js").Segment} next
     */
    open(next) {
      segment = next;
      panel.hidden = false;
      panel.scrollTop = 0;
      build();
      showNow();
      history.open(segment.id, traffic.lengthS());
      panel.querySelector("#segment-name").focus({ preventScroll: true });
    },

    close() {
      segment = null;
      history.close();
      panel.hidden = true;
      panel.replaceChildren();
    },

    /** The present figures have changed. */
    refresh() {
      if (segment) {
        showNow();
      }
    },

    /** Another window length or a new snapshot: the hour is read again. */
    reload() {
      if (segment) {
        history.open(segment.id, traffic.lengthS());
      }
    },

    /** @param {object} event a traffic event of the stream, of any window */
    event: history.event,
  };
}

function speedHeadline(record, level) {
  return el("div", { class: "headline-speed" },
    el("div", { class: "speed" },
      el("output", { id: "segment-speed", "data-testid": "segment-speed", "aria-live": "off" },
        number(record.speedMps * 3.6)), el("span", {}, "km/h")),
    el("div", {}, badge(level),
      el("div", { class: "remark" }, `free flow ${kmh(record.freeFlowSpeedMps)}`)),
    el("p", { class: "remark wide" },
      "Space-mean speed: distance driven divided by time spent on the segment."));
}

function emptyHeadline(level) {
  return el("div", { class: "headline-speed" },
    el("div", { class: "speed" }, el("output", { id: "segment-speed", class: "none",
      "data-testid": "segment-speed", "aria-live": "off" }, "No speed")), badge(level));
}

function badge(level) {
  return el("span", { class: "level-badge", id: "segment-level", "data-level": level.word },
    swatch(level), level.label);
}

function whyNoData(record, window) {
  if (!window) {
    return "No window has closed yet. The first figures come when the present one does.";
  }
  if (!record) {
    return `No connected vehicle reported from here between ${minute(window.start)} and `
      + `${minute(window.end)}. That says nothing of the traffic itself.`;
  }
  return record.suppressed
    ? "Too few vehicles reported for their figures to be published."
    : "Vehicles reported, but none covered enough distance to measure a speed.";
}

function facts(record) {
  const times = record.travelTimeS;
  const row = (label, value, wide, id) => el("div", { class: wide ? "wide" : null },
    el("dt", {}, label), el("dd", { id: id ?? null }, value));
  return el("dl", { class: "facts" },
    row("Vehicles", number(record.vehicles), false, "segment-vehicles"),
    row("Probe flow", quantity(record.probeFlowVph, "veh/h")),
    row("Density", quantity(record.densityVpkm, "veh/km", 1)),
    row("Stopped", quantity(record.stoppedTimeS, "s")),
    row("Queue", record.queueLengthM === null ? NONE
      : `≥ ${quantity(record.queueLengthM, "m")}`),
    row("Driven", record.sumDistanceM < 1000 ? quantity(record.sumDistanceM, "m")
      : quantity(record.sumDistanceM / 1000, "km", 1)),
    row("Flow of all traffic", flowOf(record), true),
    row("Travel time p50 / p80 / p95", times === null ? "no complete traversal"
      : `${[times.p50, times.p80, times.p95].map((t) => number(t)).join(" / ")}\u00a0s`, true),
    row("Confidence", confidenceBar(record.confidence), true),
    row("Window", `${clock(record.windowStart)}–${clock(record.windowEnd)}`, true,
      "segment-window"),
    row("Revision", record.revision === 0 ? "0, as first published"
      : `${number(record.revision)}, late reports included`, true, "segment-revision"));
}

function flowOf(record) {
  if (record.flowVph === null) {
    return "share of connected vehicles unknown";
  }
  const error = record.flowStdErrVph === null ? "" : ` ± ${number(record.flowStdErrVph)}`;
  return `${number(record.flowVph)}${error}\u00a0veh/h`;
}

function roadLine(segment) {
  return [segment.roadClass, quantity(segment.lengthM, "m"),
    segment.speedLimitMps === null || segment.speedLimitMps === undefined
      ? null : `limit ${kmh(segment.speedLimitMps)}`,
    segment.lanes ? `${segment.lanes} ${segment.lanes === 1 ? "lane" : "lanes"}` : null]
    .filter(Boolean).join(" · ");
}

function cross() {
  return svg("svg", { viewBox: "0 0 24 24", width: 20, height: 20, "aria-hidden": "true" },
    svg("path", { d: "M6 6 18 18M18 6 6 18", stroke: "currentcolor", "stroke-width": 2,
      "stroke-linecap": "round" }));
}
