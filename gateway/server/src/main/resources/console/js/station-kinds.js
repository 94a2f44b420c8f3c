/** What a station looks like on the map: the ETSI station types gathered into a few kinds. */

/**
 * @typedef {object} Kind
 * @property {string} label
 * @property {number} lengthPx at full size
 * @property {number} widthPx at full size
 * @property {string} light fill in the light theme
 * @property {string} dark fill in the dark theme
 */

/** @type {Object<string, Kind>} in the order of the legend */
export const KINDS = {
  car: { label: "Car", lengthPx: 15, widthPx: 9, light: "#1c2b38", dark: "#ffffff" },
  truck: { label: "Truck", lengthPx: 21, widthPx: 11, light: "#7a4a12", dark: "#d9a86a" },
  bus: { label: "Bus, tram", lengthPx: 24, widthPx: 11, light: "#00695c", dark: "#6ff0c8" },
  cycle: { label: "Two wheels", lengthPx: 11, widthPx: 6, light: "#1c2b38", dark: "#ffffff" },
  person: { label: "On foot", lengthPx: 7, widthPx: 7, light: "#1c2b38", dark: "#ffffff" },
  special: { label: "Special", lengthPx: 17, widthPx: 10, light: "#c2185b", dark: "#ff8ac0" },
  unit: { label: "Roadside unit", lengthPx: 10, widthPx: 10, light: "#0a62a3", dark: "#63bdff" },
};

const KIND_OF_TYPE = {
  pedestrian: "person",
  animal: "person",
  cyclist: "cycle",
  moped: "cycle",
  motorcycle: "cycle",
  lightVruVehicle: "cycle",
  bus: "bus",
  tram: "bus",
  lightTruck: "truck",
  heavyTruck: "truck",
  trailer: "truck",
  agricultural: "special",
  specialVehicle: "special",
  roadSideUnit: "unit",
};

/**
 * The kind of a station type; an unknown type is drawn as a car.
 * @param {string} type the API's word
 * @returns {string} a key of {@link KINDS}
 */
export function kindOf(type) {
  return KIND_OF_TYPE[type] ?? "car";
}
