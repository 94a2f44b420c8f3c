/**
 * `window.wayside`: what a browser test needs to point at a segment, and nothing else. It is the
 * page's only global and no part of the page uses it.
 *
 * - `ready`: promise, resolved when the map can be clicked
 * - `segmentPixel(id)`: `{x, y}` in client pixels of the middle of the segment as drawn, or null
 *   where no such segment is loaded
 * - `project([lon, lat])`: `{x, y}` in client pixels
 * - `levelOf(id)`: the level of service the segment is painted with
 * - `vehiclesDrawn()`: how many vehicles the last poll gave to draw
 */

/**
 * Installs the hook.
 * @param {object} parts
 * @param {Promise<?Awaited<ReturnType<import("./map.js").createRoadMap>>>} parts.map null without
 *     WebGL
 * @param {(segmentId: string) => (import("./network.js").Segment|undefined)} parts.segment
 * @param {(segmentId: string) => string} parts.levelOf
 * @param {() => number} parts.vehiclesDrawn
 */
export function installTestHook({ map, segment, levelOf, vehiclesDrawn }) {
  let roads = null;
  const onPage = (point) => {
    const box = roads.view.getContainer().getBoundingClientRect();
    return { x: box.left + point.x, y: box.top + point.y };
  };
  window.wayside = Object.freeze({
    ready: map.then((loaded) => {
      roads = loaded;
    }),
    segmentPixel(id) {
      const found = segment(id);
      const point = roads && found ? roads.segmentMiddle(found) : null;
      return point && onPage(point);
    },
    project: (lonLat) => (roads ? onPage(roads.view.project(lonLat)) : null),
    levelOf,
    vehiclesDrawn,
  });
}
