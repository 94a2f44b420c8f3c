/** The shapes of stations, shared by the map's canvas and the legend. */

/**
 * The outline of a kind as SVG path data, centred, pointing up: a square for what stands, a pointed
 * body for what moves.
 * @param {string} key a key of KINDS
 * @param {number} length
 * @param {number} width
 * @returns {string}
 */
export function outline(key, length, width) {
  const w = width / 2;
  if (key === "unit") {
    return `M${-w},${-w}H${w}V${w}H${-w}Z`;
  }
  const l = length / 2;
  const shoulder = -l + Math.min(l, width * 0.85);
  // A notch at the rear of short bodies makes the heading plain at a small size.
  const rear = l - (length < width * 1.9 ? width * 0.28 : 0);
  return `M0,${-l}L${w},${shoulder}V${l}L0,${rear}L${-w},${l}V${shoulder}Z`;
}
