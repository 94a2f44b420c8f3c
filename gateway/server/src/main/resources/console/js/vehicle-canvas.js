/** Draws stations on a canvas over the roads: shapes with a heading, dots when there are many. */
import { mercator } from "./motion.js";
import { KINDS, kindOf } from "./station-kinds.js";
import { outline } from "./vehicle-outline.js";

const MANY = 800;
const DOTS_BELOW_ZOOM = 14;
const TILE_PX = 512;
const REACH_PX = 12;
const SHAPES = new Map(Object.entries(KINDS).map(([key, kind]) =>
  [key, new Path2D(outline(key, kind.lengthPx, kind.widthPx))]));

/**
 * @param {import("maplibre-gl").Map} view
 * @param {import("./theme.js").Palette} firstPalette
 */
export function createVehicleCanvas(view, firstPalette) {
  let palette = firstPalette;
  const canvas = document.createElement("canvas");
  canvas.className = "vehicles";
  canvas.setAttribute("aria-hidden", "true");
  Object.assign(canvas.style, { position: "absolute", inset: "0", width: "100%", height: "100%" });
  view.getCanvasContainer().append(canvas);
  const context = canvas.getContext("2d");
  let placed = [];

  function fit() {
    const { clientWidth, clientHeight } = view.getContainer();
    const ratio = devicePixelRatio;
    if (canvas.width !== Math.round(clientWidth * ratio)
        || canvas.height !== Math.round(clientHeight * ratio)) {
      canvas.width = Math.round(clientWidth * ratio);
      canvas.height = Math.round(clientHeight * ratio);
    }
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, clientWidth, clientHeight);
    return { width: clientWidth, height: clientHeight };
  }

  return {
    /**
     * Draws the stations where the map now is.
     * @param {import("./motion.js").Mover[]} movers
     */
    draw(movers) {
      const { width, height } = fit();
      const zoom = view.getZoom();
      const dots = movers.length > MANY || zoom < DOTS_BELOW_ZOOM;
      const size = Math.max(0.62, Math.min(1.5, 0.62 + (zoom - DOTS_BELOW_ZOOM) * 0.17));
      // From afar the roads' levels are what matters; dots must not paint them over.
      const near = Math.max(0, Math.min(1, (zoom - 12.5) / 3));
      const dotAlpha = 0.6 + 0.35 * near;
      const dotPx = 1.1 + 1.5 * near;
      // The map neither turns nor tilts, so one projected point and a scale place them all.
      const centre = view.getCenter();
      const [originX, originY] = mercator([centre.lng, centre.lat]);
      const origin = view.project(centre);
      const worldPx = TILE_PX * 2 ** zoom;
      placed = [];
      for (const mover of movers) {
        const x = origin.x + (mover.x - originX) * worldPx;
        const y = origin.y + (mover.y - originY) * worldPx;
        if (x > -20 && y > -20 && x < width + 20 && y < height + 20) {
          placed.push({ mover, x, y });
          context.globalAlpha = mover.alpha * (dots ? dotAlpha : 1);
          drawOne(mover, x, y, dots, size, dotPx);
        }
      }
      context.globalAlpha = 1;
    },

    /**
     * The station drawn nearest to a point.
     * @param {{x: number, y: number}} point
     * @returns {import("./motion.js").Mover|null}
     */
    nearest(point) {
      let best = null;
      let bestPx = REACH_PX;
      for (const { mover, x, y } of placed) {
        const distance = Math.hypot(x - point.x, y - point.y);
        if (distance < bestPx) {
          best = mover;
          bestPx = distance;
        }
      }
      return best;
    },

    /** @param {import("./theme.js").Palette} newPalette */
    recolour(newPalette) {
      palette = newPalette;
    },
  };

  function drawOne(mover, x, y, dots, size, dotPx) {
    const key = kindOf(mover.type);
    const kind = KINDS[key];
    context.fillStyle = kind[palette.tone];
    context.strokeStyle = palette.tone === "dark" ? "#05080b" : "#ffffff";
    context.lineWidth = dots ? 0.8 : 1.5;
    context.save();
    context.translate(x, y);
    if (dots || mover.headingDeg === null || key === "person") {
      context.beginPath();
      context.arc(0, 0, dots ? dotPx * (kind.lengthPx > 15 ? 1.25 : 1)
        : kind.widthPx * size * 0.5, 0, 2 * Math.PI);
      context.stroke();
      context.fill();
    } else {
      context.rotate((mover.headingDeg * Math.PI) / 180);
      context.scale(size, size);
      context.stroke(SHAPES.get(key));
      context.fill(SHAPES.get(key));
    }
    context.restore();
  }
}
