/** Rates from totals that only grow: the slope over the last few seconds. */

// A slope over less says more of the moment the page was opened than of the traffic.
const LEAST_SPAN_MS = 1_900;

/**
 * @param {number} spanMs how far back the slope looks
 */
export function createRate(spanMs) {
  let samples = [];

  return {
    /**
     * Takes a total; a smaller one than before means the gateway has started anew.
     * @param {number} total
     * @param {number} atMs
     */
    add(total, atMs) {
      const last = samples[samples.length - 1];
      if (last && (total < last.total || atMs <= last.atMs)) {
        samples = [];
      }
      samples.push({ total, atMs });
      while (samples.length > 2 && samples[0].atMs < atMs - spanMs) {
        samples.shift();
      }
    },

    /** Per second; null until the samples span about two seconds. */
    perSecond() {
      const first = samples[0];
      const last = samples[samples.length - 1];
      return !first || last.atMs - first.atMs < LEAST_SPAN_MS ? null
        : ((last.total - first.total) * 1000) / (last.atMs - first.atMs);
    },
  };
}
