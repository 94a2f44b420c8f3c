/** The page's address: `#segment=<id>` opens a segment, so a link can be passed on. */

/**
 * @param {(segmentId: string|null) => void} onSegment told at each change of the address
 */
export function createRoute(onSegment) {
  const read = () => new URLSearchParams(location.hash.slice(1)).get("segment") || null;
  window.addEventListener("hashchange", () => onSegment(read()));
  return {
    /** The segment that the address names, or null. */
    segment: read,

    /** @param {string|null} segmentId */
    go(segmentId) {
      if (segmentId === read()) {
        onSegment(segmentId);
      } else if (segmentId !== null) {
        location.hash = `segment=${encodeURIComponent(segmentId)}`;
      } else {
        history.pushState(null, "", location.pathname + location.search);
        onSegment(null);
      }
    },
  };
}
