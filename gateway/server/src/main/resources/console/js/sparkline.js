/** The last minutes of one number as a small line. */
import { svg } from "./dom.js";

const WIDTH = 240;
const HEIGHT = 34;
// Until there are more, the line spans this many points, so that it soon says something.
const FEWEST = 60;

/**
 * @param {HTMLElement} container
 * @param {number} capacity points kept
 * @param {string} label what the line shows, for those who cannot see it
 */
export function createSparkline(container, capacity, label) {
  const values = [];
  const line = svg("path", { fill: "none", stroke: "currentcolor", "stroke-width": 1.6,
    "vector-effect": "non-scaling-stroke", "stroke-linejoin": "round" });
  const area = svg("path", { fill: "currentcolor", opacity: 0.14 });
  container.append(svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none",
    role: "img", "aria-label": label }, area, line));

  return {
    /** @param {number} value */
    add(value) {
      values.push(value);
      if (values.length > capacity) {
        values.shift();
      }
      const top = Math.max(1, ...values);
      const across = Math.max(FEWEST, values.length) - 1;
      const points = values.map((v, i) => {
        const x = WIDTH - ((values.length - 1 - i) / across) * WIDTH;
        return `${x.toFixed(1)},${(HEIGHT - 2 - (v / top) * (HEIGHT - 5)).toFixed(1)}`;
      });
      line.setAttribute("d", `M${points.join("L")}`);
      const start = points[0].split(",")[0];
      area.setAttribute("d", `M${start},${HEIGHT}L${points.join("L")}L${WIDTH},${HEIGHT}Z`);
    },
  };
}
