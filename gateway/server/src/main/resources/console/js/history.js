/** The last hour of one segment: read once, then kept current by the stream. */

const HOUR_MS = 3_600_000;

/**
 * @param {ReturnType<import("./api.js").createApi>} api
 * @param {(data: object, problem: ?string) => void} onChange told the chart's data (without the
 *     free-flow speed in km/h, but with `freeFlowMps`), and why it could not be read
 */
export function createHistory(api, onChange) {
  let segmentId = null;
  let windowS = 60;
  let records = new Map();
  let toMs = 0;
  let asked = 0;

  function publish(problem = null) {
    const fromMs = toMs - HOUR_MS;
    for (const startMs of [...records.keys()].filter((start) => start < fromMs)) {
      records.delete(startMs);
    }
    const points = [...records.values()].sort((a, b) => a.startMs - b.startMs);
    onChange({ fromMs, toMs, windowS, points,
      freeFlowMps: points.at(-1)?.freeFlowMps ?? null }, problem);
  }

  function put(record) {
    const startMs = Date.parse(record.windowStart);
    const known = records.get(startMs);
    if (!known || known.revision <= record.revision) {
      const endMs = Date.parse(record.windowEnd);
      records.set(startMs, { startMs, endMs, revision: record.revision,
        speedKmh: record.speedMps === null ? null : record.speedMps * 3.6,
        vehicles: record.vehicles, freeFlowMps: record.freeFlowSpeedMps });
      toMs = Math.max(toMs, endMs);
    }
  }

  return {
    /**
     * Turns to a segment and window length.
     * @param {string} id
     * @param {number} lengthS
     */
    async open(id, lengthS) {
      if (id !== segmentId || lengthS !== windowS) {
        records = new Map();
        toMs = 0;
      }
      segmentId = id;
      windowS = lengthS;
      const mine = ++asked;
      try {
        const answer = await api.history(id, lengthS);
        if (mine === asked) {
          toMs = Math.max(toMs, Date.parse(answer.to));
          answer.records.forEach(put);
          publish();
        }
      } catch (problem) {
        if (mine === asked) {
          toMs = toMs || Date.now();
          publish(problem.message);
        }
      }
    },

    close() {
      segmentId = null;
      asked++;
    },

    /** @param {object} event a traffic event of the stream */
    event(event) {
      if (segmentId === null || event.window.lengthS !== windowS || toMs === 0) {
        return;
      }
      event.segments.filter((record) => record.segmentId === segmentId).forEach(put);
      toMs = Math.max(toMs, Date.parse(event.window.end));
      publish();
    },
  };
}
