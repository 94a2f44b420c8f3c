/** The map: roads by level of service, selection, and what is under the pointer. */
import { AttributionControl, Map as MapView, NavigationControl, ScaleControl }
  from "../vendor/maplibre-gl-6.17.0/maplibre-gl.mjs";
import { ARROW, HIT_LAYER, ROADS, SELECTED_LAYERS, arrowImage, mapStyle, offsetPxAt, roadLayers }
  from "./map-style.js";
import { distancePx, middle, offsetPieces } from "./road-geometry.js";

const REACH_PX = 10;
const NARROW_PX = 700;

/**
 * True when the browser can draw the map.
 * @returns {boolean}
 */
export function webglAvailable() {
  try {
    return Boolean(document.createElement("canvas").getContext("webgl2"));
  } catch {
    return false;
  }
}

/**
 * Builds the map and resolves when it can be painted on.
 * @param {HTMLElement} container
 * @param {ReturnType<import("./network.js").readNetwork>} network
 * @param {import("./theme.js").Palette} firstPalette
 */
export async function createRoadMap(container, network, firstPalette) {
  let palette = firstPalette;
  const shownLevels = new Map();
  const view = new MapView({
    container,
    style: mapStyle(network.geojson, network.attribution, palette),
    bounds: network.bbox ?? [-180, -60, 180, 75],
    fitBoundsOptions: { padding: framePadding(container) },
    minZoom: 2,
    maxZoom: 20,
    maxPitch: 0,
    dragRotate: false,
    pitchWithRotate: false,
    renderWorldCopies: false,
    attributionControl: false,
    fadeDuration: 0,
    locale: { "Map.Title": "Map of the road network. Arrow keys move it, plus and minus zoom. "
      + "To choose a segment by keyboard use the search." },
  });
  view.touchZoomRotate.disableRotation();
  view.keyboard.disableRotation();
  view.addControl(new NavigationControl({ showCompass: false }), "bottom-right");
  view.addControl(new ScaleControl({ maxWidth: 110 }), "bottom-right");
  if (network.attribution) {
    view.addControl(new AttributionControl({ compact: true }), "bottom-right");
  }
  await new Promise((resolve) => view.once("load", resolve));
  view.addImage(ARROW, arrowImage(palette), { pixelRatio: 2 });

  function screenPieces(segment) {
    const line = segment.coordinates.map((point) => view.project(point));
    return offsetPieces(line, offsetPxAt(view.getZoom()));
  }

  return {
    view,

    /**
     * Paints segments' levels.
     * @param {Iterable<string>} segmentIds
     * @param {(segmentId: string) => string} levelOfSegment
     */
    paint(segmentIds, levelOfSegment) {
      for (const id of segmentIds) {
        const level = levelOfSegment(id);
        if (shownLevels.get(id) !== level && network.segments.has(id)) {
          shownLevels.set(id, level);
          view.setFeatureState({ source: ROADS, id }, { level });
        }
      }
    },

    /**
     * Marks a segment; null marks none.
     * @param {string|null} segmentId
     */
    select(segmentId) {
      SELECTED_LAYERS.forEach((layer) =>
        view.setFilter(layer, ["==", ["get", "id"], segmentId ?? ""]));
    },

    /**
     * Brings a segment into the part of the map that no card covers.
     * @param {import("./network.js").Segment} segment
     * @param {boolean} still true to jump there without a flight
     */
    reveal(segment, still) {
      const lons = segment.coordinates.map(([lon]) => lon);
      const lats = segment.coordinates.map(([, lat]) => lat);
      const zoom = view.getZoom();
      view.fitBounds([Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)], {
        padding: framePadding(container, true), maxZoom: Math.max(zoom, 16.2),
        animate: !still, duration: 700,
      });
    },

    /** True when a segment's middle lies where no card covers it. */
    inSight(segment) {
      const point = middle(screenPieces(segment));
      const pad = framePadding(container, true);
      return point !== null && point.x > pad.left && point.x < container.clientWidth - pad.right
        && point.y > pad.top && point.y < container.clientHeight - pad.bottom;
    },

    /**
     * The segment drawn nearest to a point, within reach of a finger.
     * @param {{x: number, y: number}} point
     * @returns {string|null}
     */
    segmentAt(point) {
      const box = [[point.x - REACH_PX, point.y - REACH_PX],
        [point.x + REACH_PX, point.y + REACH_PX]];
      let best = null;
      let bestPx = REACH_PX;
      for (const { properties } of view.queryRenderedFeatures(box, { layers: [HIT_LAYER] })) {
        const distance = distancePx(point, screenPieces(network.segments.get(properties.id)));
        if (distance < bestPx) {
          bestPx = distance;
          best = properties.id;
        }
      }
      return best;
    },

    /** The middle of a segment as drawn, in pixels of the map's container. */
    segmentMiddle: (segment) => middle(screenPieces(segment)),

    /** @param {import("./theme.js").Palette} newPalette */
    recolour(newPalette) {
      palette = newPalette;
      view.setPaintProperty("background", "background-color", palette.map);
      for (const { id, paint } of roadLayers(palette)) {
        Object.entries(paint).filter(([property]) => property.endsWith("-color"))
          .forEach(([property, value]) => view.setPaintProperty(id, property, value));
      }
      view.updateImage(ARROW, arrowImage(palette));
    },
  };
}

// Cards float over the map; what should be seen is framed beside them.
function framePadding(container, panelOpen = false) {
  const wide = container.clientWidth > NARROW_PX;
  if (wide) {
    return { top: 48, bottom: 48, left: 308, right: panelOpen ? 430 : 48 };
  }
  return panelOpen
    ? { top: 24, left: 24, right: 24, bottom: Math.round(container.clientHeight * 0.62) + 16 }
    : { top: 184, left: 24, right: 24, bottom: 56 };
}
