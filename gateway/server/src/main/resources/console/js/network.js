/** The road network as the console holds it: directed segments, found by id or by words. */
import { compass, words } from "./format.js";
import { headingDeg } from "./road-geometry.js";

/**
 * @typedef {object} Segment
 * @property {string} id
 * @property {string} name the street, or what kind of road it is where the street has no name
 * @property {string} direction compass word of travel, as in "north-east"
 * @property {string} roadClass
 * @property {number} lengthM
 * @property {number|null} speedLimitMps
 * @property {number|null} lanes
 * @property {number[][]} coordinates longitude and latitude in driving direction
 */

/**
 * Reads the API's network.
 * @param {object} collection
 */
export function readNetwork(collection) {
  /** @type {Map<string, Segment>} */
  const segments = new Map();
  for (const feature of collection.features) {
    const segment = readSegment(feature);
    segments.set(segment.id, segment);
  }
  const searchable = [...segments.values()]
    .map((segment) => ({ segment, text: `${segment.name} ${segment.id}`.toLowerCase() }))
    .sort((a, b) => a.segment.name.localeCompare(b.segment.name)
      || a.segment.id.localeCompare(b.segment.id));

  return {
    version: collection.networkVersion,
    /** west, south, east, north; null for an empty network */
    bbox: segments.size > 0 ? collection.bbox ?? boxOf(segments.values()) : null,
    /** Whom the geometry's licence wants named; null when the server does not say. */
    attribution: typeof collection.attribution === "string" ? collection.attribution : null,
    segments,
    /** GeoJSON for the map: only what the layers need. */
    geojson: { type: "FeatureCollection",
      features: [...segments.values()].map((segment) => ({ type: "Feature",
        geometry: { type: "LineString", coordinates: segment.coordinates },
        properties: { id: segment.id, weight: weightOf(segment.roadClass) } })) },

    /**
     * Segments whose street or id has all the words.
     * @param {string} query
     * @param {number} limit
     * @returns {{found: Segment[], total: number}} names that begin with the query come first
     */
    search(query, limit) {
      const wanted = query.toLowerCase().split(/\s+/).filter(Boolean);
      const hits = searchable.filter(({ text }) => wanted.every((word) => text.includes(word)));
      const begins = ({ text }) => (text.startsWith(query.toLowerCase()) ? 0 : 1);
      hits.sort((a, b) => begins(a) - begins(b));
      return { found: hits.slice(0, limit).map(({ segment }) => segment), total: hits.length };
    },
  };
}

function readSegment(feature) {
  const properties = feature.properties;
  const coordinates = feature.geometry.coordinates;
  // A class may list tracks beside the carriageway, as in "cycleway.track|secondary".
  const roadClass = words((properties.roadClass ?? "").split("|").pop() || "road");
  return {
    id: properties.segmentId,
    name: properties.name || (roadClass === "Road" ? "Unnamed road" : `${roadClass} road`),
    direction: compass(headingDeg(coordinates)),
    roadClass,
    lengthM: properties.lengthM,
    speedLimitMps: properties.speedLimitMps,
    lanes: properties.lanes,
    coordinates,
  };
}

function weightOf(roadClass) {
  if (/motorway|trunk|primary/i.test(roadClass)) {
    return 1.2;
  }
  return /secondary|tertiary/i.test(roadClass) ? 1 : 0.8;
}

function boxOf(segments) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { coordinates } of segments) {
    for (const [lon, lat] of coordinates) {
      box[0] = Math.min(box[0], lon);
      box[1] = Math.min(box[1], lat);
      box[2] = Math.max(box[2], lon);
      box[3] = Math.max(box[3], lat);
    }
  }
  return box;
}
