/**
 * The traffic of the window being looked at: a snapshot first, then changed by the stream's
 * events. A segment without a record in the newest window has no data, whatever an older window
 * said of it.
 */

/**
 * @typedef {object} TrafficRecord one segment in one window: the canonical fields of the API
 * @typedef {object} TrafficWindow
 * @property {number} lengthS
 * @property {string} start
 * @property {string} end
 */

/**
 * @param {(changed: Set<string>|null) => void} onChange told which segments changed; null for all
 */
export function createTraffic(onChange) {
  /** @type {Map<string, TrafficRecord>} */
  let records = new Map();
  /** @type {TrafficWindow|null} */
  let window = null;
  let lengthS = 60;
  let updatedAtMs = null;

  function beginWindow(next) {
    const before = [...records.keys()];
    records = new Map();
    window = next;
    return before;
  }

  return {
    /** The newest closed window; null while there is none. */
    window: () => window,
    lengthS: () => lengthS,
    /** When figures last arrived, in epoch milliseconds; null before the first. */
    updatedAtMs: () => updatedAtMs,
    /** @param {string} segmentId the segment's record in the newest window, or undefined */
    record: (segmentId) => records.get(segmentId),

    /** Turns to another window length; figures follow with the next snapshot. */
    choose(newLengthS) {
      lengthS = newLengthS;
      beginWindow(null);
      updatedAtMs = null;
      onChange(null);
    },

    /**
     * Takes a snapshot, unless the user has turned to another length or the stream already told of
     * a newer window meanwhile.
     * @param {object} collection the API's answer
     * @param {number} nowMs
     */
    snapshot(collection, nowMs) {
      const taken = collection.window;
      if (taken && (taken.lengthS !== lengthS
          || (window && Date.parse(taken.end) < Date.parse(window.end)))) {
        return;
      }
      const sameWindow = window && taken && window.end === taken.end;
      const known = records;
      beginWindow(taken);
      for (const { properties } of collection.features) {
        const streamed = sameWindow ? known.get(properties.segmentId) : undefined;
        records.set(properties.segmentId,
          streamed && streamed.revision > properties.revision ? streamed : properties);
      }
      updatedAtMs = nowMs;
      onChange(null);
    },

    /**
     * Takes an event of the stream.
     * @param {object} event
     * @param {number} nowMs
     */
    event(event, nowMs) {
      if (event.window.lengthS !== lengthS) {
        return;
      }
      const endMs = Date.parse(event.window.end);
      const currentMs = window ? Date.parse(window.end) : -Infinity;
      if (endMs < currentMs) {
        return; // A late revision of an older window: history, not the present.
      }
      const changed = new Set(endMs > currentMs ? beginWindow(event.window) : []);
      for (const record of event.segments) {
        const known = records.get(record.segmentId);
        if (!known || record.revision >= known.revision) {
          records.set(record.segmentId, record);
          changed.add(record.segmentId);
        }
      }
      updatedAtMs = nowMs;
      onChange(changed);
    },
  };
}
