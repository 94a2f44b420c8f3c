/** Geometry of road lines: headings on the ground, offsets and distances on the screen. */

/**
 * The direction from a line's first to its last point.
 * @param {number[][]} coordinates longitude and latitude
 * @returns {number} degrees clockwise from north, 0 to 360
 */
export function headingDeg(coordinates) {
  const [lon, lat] = coordinates[0];
  const [toLon, toLat] = coordinates[coordinates.length - 1];
  const east = (toLon - lon) * Math.cos((lat * Math.PI) / 180);
  return ((Math.atan2(east, toLat - lat) * 180) / Math.PI + 360) % 360;
}

/**
 * A screen line moved sideways, to the right of travel.
 * @param {{x: number, y: number}[]} line
 * @param {number} offsetPx
 * @returns {{x: number, y: number}[]} one pair of points for each piece of the line
 */
export function offsetPieces(line, offsetPx) {
  const pieces = [];
  for (let i = 1; i < line.length; i++) {
    const a = line[i - 1];
    const b = line[i];
    const length = Math.hypot(b.x - a.x, b.y - a.y);
    if (length > 0) {
      const dx = (-(b.y - a.y) / length) * offsetPx;
      const dy = ((b.x - a.x) / length) * offsetPx;
      pieces.push([{ x: a.x + dx, y: a.y + dy }, { x: b.x + dx, y: b.y + dy }]);
    }
  }
  return pieces;
}

/**
 * Distance of a point from the nearest of some pieces.
 * @param {{x: number, y: number}} point
 * @param {{x: number, y: number}[][]} pieces
 * @returns {number} pixels
 */
export function distancePx(point, pieces) {
  let best = Infinity;
  for (const [a, b] of pieces) {
    const dx = b.x - a.x;
    const dy = b.y - a.y;
    const along = ((point.x - a.x) * dx + (point.y - a.y) * dy) / (dx * dx + dy * dy);
    const t = Math.max(0, Math.min(1, along));
    best = Math.min(best, Math.hypot(a.x + t * dx - point.x, a.y + t * dy - point.y));
  }
  return best;
}

/**
 * The point halfway along some pieces.
 * @param {{x: number, y: number}[][]} pieces
 * @returns {{x: number, y: number}|null} null where there is no piece
 */
export function middle(pieces) {
  const lengths = pieces.map(([a, b]) => Math.hypot(b.x - a.x, b.y - a.y));
  let left = lengths.reduce((sum, length) => sum + length, 0) / 2;
  for (let i = 0; i < pieces.length; i++) {
    if (left <= lengths[i]) {
      const [a, b] = pieces[i];
      const t = left / lengths[i];
      return { x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y) };
    }
    left -= lengths[i];
  }
  return null;
}
