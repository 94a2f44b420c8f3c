/** The roads as a table, worst first: an equal way in, and the only one without WebGL. */
import { el } from "./dom.js";
import { NONE, kmh, number, span } from "./format.js";
import { levelOf, swatch } from "./levels.js";

const ROWS = 250;

/**
 * @param {HTMLElement} container
 * @param {(segmentId: string) => void} onChoose
 */
export function createTable(container, onChoose) {
  let selected = null;

  function row(segment, record) {
    const level = levelOf(record?.levelOfService);
    return el("tr", { "data-segment": segment.id,
      "aria-current": segment.id === selected ? "true" : null },
    el("td", {}, el("button", { type: "button", class: "link",
      onclick: () => onChoose(segment.id) }, segment.name,
    el("small", {}, `${segment.direction}bound · ${segment.id}`))),
    el("td", {}, el("span", { class: "level" }, swatch(level), level.label)),
    el("td", { class: "number" }, kmh(record?.speedMps)),
    el("td", { class: "number" }, kmh(record?.freeFlowSpeedMps)),
    el("td", { class: "number" }, record ? number(record.vehicles) : NONE),
    el("td", { class: "number" }, record ? `${number(record.confidence * 100)} %` : NONE));
  }

  return {
    /**
     * @param {Iterable<import("./network.js").Segment>} segments
     * @param {ReturnType<import("./traffic.js").createTraffic>} traffic
     * @param {string|null} selectedId
     */
    show(segments, traffic, selectedId) {
      selected = selectedId;
      const focused = container.contains(document.activeElement)
        ? document.activeElement.closest("tr")?.dataset.segment : null;
      const all = [...segments].map((segment) => ({ segment, record: traffic.record(segment.id) }));
      all.sort((a, b) => levelOf(a.record?.levelOfService).rank
          - levelOf(b.record?.levelOfService).rank
        || (a.record?.speedMps ?? Infinity) - (b.record?.speedMps ?? Infinity)
        || a.segment.name.localeCompare(b.segment.name));
      const window = traffic.window();
      const shown = all.slice(0, ROWS);
      container.replaceChildren(el("table", {},
        el("caption", {}, `${window ? `Window ${span(window)}. ` : "No window has closed yet. "}`
          + `Worst first; ${number(shown.length)} of ${number(all.length)} segments, `
          + "the rest by the search."),
        el("thead", {}, el("tr", {}, ...["Street", "Level of service"].map(heading(null)),
          ...["Speed", "Free flow", "Vehicles", "Confidence"].map(heading("number")))),
        el("tbody", {}, ...shown.map(({ segment, record }) => row(segment, record)))));
      if (focused) {
        container.querySelector(`tr[data-segment="${CSS.escape(focused)}"] button`)?.focus();
      }
    },
  };
}

function heading(kind) {
  return (text) => el("th", { scope: "col", class: kind }, text);
}
