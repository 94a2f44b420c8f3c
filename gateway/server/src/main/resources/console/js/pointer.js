/** What the pointer does on the map: a tooltip over roads and vehicles, a click opens a segment. */
import { el } from "./dom.js";
import { compass, kmh, words } from "./format.js";
import { levelOf } from "./levels.js";

/**
 * @param {object} parts
 * @param {Awaited<ReturnType<import("./map.js").createRoadMap>>} parts.roads
 * @param {HTMLElement} parts.tooltip
 * @param {(point: {x: number, y: number}) => (import("./motion.js").Mover|null)} parts.vehicleAt
 * @param {(segmentId: string) => import("./network.js").Segment} parts.segment
 * @param {(segmentId: string) => (import("./traffic.js").TrafficRecord|undefined)} parts.record
 * @param {(segmentId: string) => void} parts.onChoose
 */
export function createPointer({ roads, tooltip, vehicleAt, segment, record, onChoose }) {
  const view = roads.view;

  function describe(point) {
    const vehicle = vehicleAt(point);
    if (vehicle) {
      const heading = vehicle.headingDeg === null ? "" : `, heading ${compass(vehicle.headingDeg)}`;
      return [words(vehicle.type), `${kmh(vehicle.speedMps)}${heading}`];
    }
    const id = roads.segmentAt(point);
    if (id === null) {
      return null;
    }
    const { name, direction } = segment(id);
    const now = record(id);
    const speed = now && now.speedMps !== null ? `, ${kmh(now.speedMps)}` : "";
    return [`${name}, ${direction}bound`, `${levelOf(now?.levelOfService).label}${speed}`];
  }

  view.on("mousemove", (event) => {
    const lines = describe(event.point);
    view.getCanvas().style.cursor = lines ? "pointer" : "";
    tooltip.hidden = lines === null;
    if (lines) {
      tooltip.replaceChildren(el("strong", {}, lines[0]), lines[1]);
      const left = event.point.x + 14 + tooltip.offsetWidth > view.getContainer().clientWidth;
      const x = left ? event.point.x - 14 - tooltip.offsetWidth : event.point.x + 14;
      tooltip.style.transform = `translate(${Math.max(4, x)}px, ${event.point.y + 14}px)`;
    }
  });
  for (const gone of ["mouseout", "movestart"]) {
    view.on(gone, () => {
      tooltip.hidden = true;
    });
  }
  view.on("click", (event) => {
    const id = roads.segmentAt(event.point);
    if (id !== null) {
      onChoose(id);
    }
  });
}
