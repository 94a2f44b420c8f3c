/** Numbers, times and directions as a reader wants them. Absent values become an en dash. */

/** What stands where there is no value. */
export const NONE = "–";

const LOCALE = "en-GB";
const COMPASS = ["north", "north-east", "east", "south-east",
  "south", "south-west", "west", "north-west"];
const clockFormat = new Intl.DateTimeFormat(LOCALE,
  { hour: "2-digit", minute: "2-digit", second: "2-digit" });
const minuteFormat = new Intl.DateTimeFormat(LOCALE, { hour: "2-digit", minute: "2-digit" });
const numberFormats = new Map();

/**
 * A number with a fixed count of decimals and grouped thousands.
 * @param {number|null|undefined} value
 * @param {number} [decimals]
 * @returns {string}
 */
export function number(value, decimals = 0) {
  if (value === null || value === undefined || !Number.isFinite(value)) {
    return NONE;
  }
  if (!numberFormats.has(decimals)) {
    numberFormats.set(decimals, new Intl.NumberFormat(LOCALE,
      { minimumFractionDigits: decimals, maximumFractionDigits: decimals }));
  }
  return numberFormats.get(decimals).format(value);
}

/**
 * A number with its unit.
 * @param {number|null|undefined} value
 * @param {string} unit
 * @param {number} [decimals]
 * @returns {string}
 */
export function quantity(value, unit, decimals = 0) {
  const text = number(value, decimals);
  return text === NONE ? NONE : `${text}\u00a0${unit}`;
}

/**
 * A rate per second: one decimal while it is small.
 * @param {number|null} perSecond
 * @returns {string}
 */
export function rate(perSecond) {
  return number(perSecond, perSecond !== null && perSecond > 0 && perSecond < 10 ? 1 : 0);
}

/**
 * A speed in km/h from metres per second, whole.
 * @param {number|null|undefined} mps
 * @returns {string}
 */
export function kmh(mps) {
  return mps === null || mps === undefined ? NONE : quantity(mps * 3.6, "km/h");
}

/**
 * Local time of day with seconds.
 * @param {number|string|null} instant epoch milliseconds or RFC 3339
 * @returns {string}
 */
export function clock(instant) {
  return instant === null ? NONE : clockFormat.format(new Date(instant));
}

/**
 * Local time of day to the minute.
 * @param {number|string} instant
 * @returns {string}
 */
export function minute(instant) {
  return minuteFormat.format(new Date(instant));
}

/**
 * A window as local times, as in 03:59–04:00.
 * @param {{start: string, end: string}} window
 * @returns {string}
 */
export function span(window) {
  return `${minute(window.start)}–${minute(window.end)}`;
}

/**
 * How long ago, in words.
 * @param {number} elapsedMs
 * @returns {string}
 */
export function ago(elapsedMs) {
  const seconds = Math.max(0, Math.round(elapsedMs / 1000));
  if (seconds < 2) {
    return "just now";
  }
  return seconds < 90 ? `${seconds} s ago` : `${Math.round(seconds / 60)} min ago`;
}

/**
 * The compass word of a direction.
 * @param {number} headingDeg clockwise from north
 * @returns {string}
 */
export function compass(headingDeg) {
  return COMPASS[Math.round((((headingDeg % 360) + 360) % 360) / 45) % 8];
}

/**
 * The words of an identifier in lower camel case, snake case or kebab case.
 * @param {string} identifier
 * @returns {string}
 */
export function words(identifier) {
  const spaced = identifier.replace(/[_-]+/g, " ").replace(/([a-z])([A-Z])/g, "$1 $2");
  return spaced.charAt(0).toUpperCase() + spaced.slice(1).toLowerCase();
}
