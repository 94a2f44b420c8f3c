/** Stations between two polls: each glides from where it was drawn to where it was last heard. */

const GONE_MS = 600;
const APPEAR_MS = 300;
const LEAP_M = 250;
const EARTH_M = 40_075_016.7;

/**
 * @typedef {object} Mover positions in Mercator units, 0 to 1 across the world
 * @property {string} id
 * @property {string} type
 * @property {number|null} speedMps
 * @property {number} x
 * @property {number} y
 * @property {number|null} headingDeg
 * @property {number} alpha 0 (not there) to 1
 */

/** Holds the stations that are drawn. */
export function createMotion() {
  /** @type {Map<string, object>} */
  const movers = new Map();

  function at(mover, nowMs) {
    const t = mover.glideMs > 0 ? Math.min(1, (nowMs - mover.sinceMs) / mover.glideMs) : 1;
    mover.x = mover.fromX + (mover.toX - mover.fromX) * t;
    mover.y = mover.fromY + (mover.toY - mover.fromY) * t;
    mover.headingDeg = mover.toHeading === null ? null : mover.fromHeading + mover.turn * t;
    const appeared = Math.min(1, (nowMs - mover.bornMs) / APPEAR_MS);
    mover.alpha = mover.goneMs === null ? Math.max(0.05, appeared)
      : 1 - (nowMs - mover.goneMs) / GONE_MS;
    return mover;
  }

  function aim(mover, feature, nowMs, glideMs) {
    const [x, y] = mercator(feature.geometry.coordinates);
    const leap = Math.hypot(x - mover.x, y - mover.y) * EARTH_M > LEAP_M;
    const heading = feature.properties.headingDeg;
    mover.fromX = leap ? x : mover.x;
    mover.fromY = leap ? y : mover.y;
    mover.fromHeading = leap ? heading : mover.headingDeg ?? heading;
    mover.toX = x;
    mover.toY = y;
    mover.toHeading = heading;
    mover.turn = heading === null ? 0 : ((heading - mover.fromHeading) % 360 + 540) % 360 - 180;
    mover.sinceMs = nowMs;
    mover.glideMs = glideMs;
    mover.goneMs = null;
    mover.type = feature.properties.type;
    mover.speedMps = feature.properties.speedMps;
  }

  return {
    /**
     * Takes the answer of a poll.
     * @param {object[]} features
     * @param {number} nowMs
     * @param {number} glideMs how long to take to the new positions; 0 jumps there
     */
    heard(features, nowMs, glideMs) {
      const seen = new Set();
      for (const feature of features) {
        const id = feature.properties.stationId;
        seen.add(id);
        let mover = movers.get(id);
        if (!mover) {
          const [x, y] = mercator(feature.geometry.coordinates);
          mover = { id, x, y, headingDeg: feature.properties.headingDeg, bornMs: nowMs };
          movers.set(id, mover);
        } else {
          at(mover, nowMs);
        }
        aim(mover, feature, nowMs, glideMs);
      }
      for (const [id, mover] of movers) {
        if (!seen.has(id) && mover.goneMs === null) {
          mover.goneMs = nowMs;
        }
      }
    },

    /**
     * All stations as they stand at an instant; those faded out are forgotten.
     * @param {number} nowMs
     * @returns {Mover[]}
     */
    now(nowMs) {
      const result = [];
      for (const [id, mover] of movers) {
        if (at(mover, nowMs).alpha <= 0) {
          movers.delete(id);
        } else {
          result.push(mover);
        }
      }
      return result;
    },

    clear: () => movers.clear(),
    size: () => movers.size,
  };
}

/**
 * Web Mercator, 0 to 1 across the world.
 * @param {number[]} lonLat degrees
 * @returns {number[]} x eastwards, y southwards
 */
export function mercator([lon, lat]) {
  const phi = (lat * Math.PI) / 180;
  return [lon / 360 + 0.5, 0.5 - Math.log(Math.tan(Math.PI / 4 + phi / 2)) / (2 * Math.PI)];
}
