/**
 * How roads are drawn. Colour, width and dashes follow the feature state `level`, so a change of
 * traffic repaints without touching the geometry. There is no text and no sprite: nothing is ever
 * asked of another host.
 */
import { LEVELS, UNKNOWN_DASH } from "./levels.js";

/** The name of the one source and of the arrow image. */
export const ROADS = "roads";
export const ARROW = "arrow";
/** The layer in which a segment is looked up under the pointer. */
export const HIT_LAYER = "road-casing";
/** The layers filtered to the selected segment. */
export const SELECTED_LAYERS = ["road-selected", "road-selected-edge"];

// zoom, base stroke in px, offset to the right of travel in px
const ZOOM_STOPS = [
  [11, 1.6, 0.8], [13, 2.8, 1.6], [14, 4, 2.2], [15, 5.5, 3], [16, 7.5, 4], [18, 13, 7],
  [20, 22, 11],
];
const LEVEL = ["coalesce", ["feature-state", "level"], "unknown"];

/**
 * How far from its geometry a road is drawn, to the right of travel.
 * @param {number} zoom
 * @returns {number} pixels
 */
export function offsetPxAt(zoom) {
  const last = ZOOM_STOPS.length - 1;
  if (zoom <= ZOOM_STOPS[0][0] || zoom >= ZOOM_STOPS[last][0]) {
    return ZOOM_STOPS[zoom <= ZOOM_STOPS[0][0] ? 0 : last][2];
  }
  const upper = ZOOM_STOPS.findIndex(([stop]) => zoom < stop);
  const [z0, , o0] = ZOOM_STOPS[upper - 1];
  const [z1, , o1] = ZOOM_STOPS[upper];
  return o0 + ((zoom - z0) / (z1 - z0)) * (o1 - o0);
}

/**
 * The style with the network as its only source.
 * @param {object} geojson
 * @param {?string} attribution
 * @param {import("./theme.js").Palette} palette
 */
export function mapStyle(geojson, attribution, palette) {
  return {
    version: 8,
    sources: {
      [ROADS]: { type: "geojson", data: geojson, promoteId: "id", tolerance: 0.2,
        ...(attribution ? { attribution } : {}) },
    },
    layers: [
      { id: "background", type: "background", paint: { "background-color": palette.map } },
      ...roadLayers(palette),
    ],
  };
}

/**
 * The layers of the roads, bottom to top.
 * @param {import("./theme.js").Palette} palette
 */
export function roadLayers(palette) {
  const width = (factor, extraPx = 0) => byZoom(([zoom, base]) => ["+",
    ["*", base, ["get", "weight"], factor], zoom < 15 ? extraPx / 2 : extraPx]);
  const levelWidth = ["match", LEVEL, ...LEVELS.flatMap((l) => [l.word, l.width]), 0.45];
  const shown = (...words) => ["match", LEVEL, words, 1, 0];
  const none = { filter: ["==", ["get", "id"], ""] };
  const layer = (id, paint, layout = {}) => ({
    id, type: "line", source: ROADS,
    layout: { "line-cap": "butt", "line-join": "round", ...layout },
    paint: { "line-offset": byZoom(([, , offset]) => offset), ...paint },
  });
  return [
    { ...layer(SELECTED_LAYERS[0], { "line-color": palette.halo, "line-opacity": 0.22,
      "line-width": width(1.55, 14) }, { "line-cap": "round" }), ...none },
    { ...layer(SELECTED_LAYERS[1], { "line-color": palette.halo, "line-width": 2,
      "line-gap-width": width(1.55, 6) }), ...none },
    layer(HIT_LAYER, { "line-color": palette.casing, "line-width": width(levelWidth, 2),
      "line-opacity": ["match", LEVEL, "unknown", 0, 1] }),
    layer("road-unknown", { "line-color": palette.level.unknown, "line-width": width(0.45),
      "line-dasharray": UNKNOWN_DASH, "line-opacity": shown("unknown") }),
    layer("road-level", { "line-width": width(levelWidth), "line-opacity": ["match", LEVEL,
      "unknown", 0, 1], "line-color": ["match", LEVEL,
      ...LEVELS.flatMap((l) => [l.word, palette.level[l.word]]), palette.level.unknown] }),
    ...LEVELS.filter((l) => l.mark).map((l) => layer(`road-mark-${l.word}`, {
      "line-color": palette.map, "line-width": width(l.width * l.mark.width),
      "line-dasharray": l.mark.dash, "line-opacity": shown(l.word) })),
    { id: "road-arrows", type: "symbol", source: ROADS, minzoom: 15.5,
      layout: { "symbol-placement": "line", "symbol-spacing": 110, "icon-image": ARROW,
        "icon-rotation-alignment": "map", "icon-allow-overlap": true,
        "icon-ignore-placement": true, "icon-padding": 0,
        "icon-size": ["interpolate", ["linear"], ["zoom"], 15, 0.55, 18, 0.9],
        "icon-offset": ["interpolate", ["linear"], ["zoom"],
          15, ["literal", [0, 3 / 0.55]], 16, ["literal", [0, 4 / 0.67]],
          18, ["literal", [0, 7 / 0.9]], 20, ["literal", [0, 11 / 0.9]]] },
      paint: { "icon-opacity": 0.85 } },
  ];
}

/**
 * The arrow that says which way a segment leads, drawn at twice its size.
 * @param {import("./theme.js").Palette} palette
 * @returns {ImageData}
 */
export function arrowImage(palette) {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 32;
  const context = canvas.getContext("2d");
  context.lineJoin = context.lineCap = "round";
  for (const [colour, width] of [[palette.casing, 9], [palette.arrow, 4.5]]) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.beginPath();
    context.moveTo(11, 7);
    context.lineTo(21, 16);
    context.lineTo(11, 25);
    context.stroke();
  }
  return context.getImageData(0, 0, 32, 32);
}

function byZoom(output) {
  return ["interpolate", ["linear"], ["zoom"],
    ...ZOOM_STOPS.flatMap((stop) => [stop[0], output(stop)])];
}
