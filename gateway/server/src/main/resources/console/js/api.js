/** The gateway's HTTP API, as far as the console reads it. */

const TIMEOUT_MS = 15_000;

/** An answer that is not a success, with the server's own words (RFC 9457) where it gave any. */
export class ApiProblem extends Error {
  /**
   * @param {number} status HTTP status; 0 when the server was not reached
   * @param {string} detail
   */
  constructor(status, detail) {
    super(detail);
    this.status = status;
  }
}

/**
 * Reads the API. An operator's token, if given, lives as long as the page and is sent with every
 * request of this object.
 */
export function createApi() {
  let operatorToken = null;

  async function get(path, query = {}, signal = null) {
    const url = new URL(path, document.baseURI);
    for (const [name, value] of Object.entries(query)) {
      url.searchParams.set(name, String(value));
    }
    const timeout = AbortSignal.timeout(TIMEOUT_MS);
    const headers = { Accept: "application/geo+json, application/json, application/problem+json" };
    if (operatorToken) {
      headers.Authorization = `Bearer ${operatorToken}`;
    }
    let response;
    try {
      response = await fetch(url, { headers,
        signal: signal ? AbortSignal.any([signal, timeout]) : timeout });
    } catch (failure) {
      throw new ApiProblem(0, failure.name === "TimeoutError"
        ? `no answer within ${TIMEOUT_MS / 1000} s` : "the gateway cannot be reached");
    }
    if (!response.ok) {
      throw new ApiProblem(response.status, await problemDetail(response));
    }
    return response.json();
  }

  return {
    /** The road network: GeoJSON FeatureCollection. */
    network: () => get("api/v1/network"),

    /**
     * The latest closed window of a length.
     * @param {number} windowS
     */
    traffic: (windowS) => get("api/v1/traffic", { window: windowS, geometry: "none" }),

    /**
     * One segment's last hour.
     * @param {string} segmentId
     * @param {number} windowS
     */
    history: (segmentId, windowS) =>
      get(`api/v1/traffic/${encodeURIComponent(segmentId)}`, { window: windowS }),

    /**
     * The stations inside a box.
     * @param {number[]} bbox west, south, east, north
     * @param {number} limit
     * @param {AbortSignal} signal
     */
    stations: (bbox, limit, signal) =>
      get("api/v1/stations", { bbox: bbox.map((n) => n.toFixed(6)).join(","), limit }, signal),

    /** @param {string|null} token */
    useOperatorToken: (token) => {
      operatorToken = token;
    },
  };
}

async function problemDetail(response) {
  try {
    const problem = await response.json();
    return problem.detail ?? problem.title ?? response.statusText;
  } catch {
    return response.statusText || `status ${response.status}`;
  }
}
