/**
 * The live stream: server-sent events, with what the browser leaves to the page. The browser
 * reconnects by itself and resumes with Last-Event-ID. Where it gives up (an answer that is not
 * 200) or the stream falls silent, a new stream is opened. After every gap the caller is asked to
 * read a fresh snapshot: a new stream does not know where the old one ended, and a gateway started
 * anew may not know the cursor.
 */

// The gateway sends a status each second; this long without one is a stream that only looks open.
const SILENCE_MS = 8_000;
const RETRY_FIRST_MS = 1_000;
const RETRY_LAST_MS = 15_000;

/**
 * @typedef {"connecting"|"live"|"reconnecting"|"stalled"|"offline"} StreamState
 * @typedef {object} StreamListeners
 * @property {(event: object) => void} onTraffic
 * @property {(event: object) => void} onStatus
 * @property {(state: StreamState) => void} onState
 * @property {() => void} onResume the stream is open again after a gap
 */

/**
 * Opens the stream and keeps it open as long as the page lives.
 * @param {string} path
 * @param {StreamListeners} listeners
 */
export function openStream(path, listeners) {
  let source = null;
  let silence = null;
  let retryMs = RETRY_FIRST_MS;
  let lost = false;

  function heard() {
    clearTimeout(silence);
    silence = setTimeout(() => replace("stalled"), SILENCE_MS);
  }

  function replace(state) {
    clearTimeout(silence);
    source.close();
    lost = true;
    listeners.onState(state);
    setTimeout(connect, retryMs);
    retryMs = Math.min(RETRY_LAST_MS, retryMs * 2);
  }

  function connect() {
    const mine = new EventSource(new URL(path, document.baseURI));
    source = mine;
    mine.addEventListener("open", () => {
      retryMs = RETRY_FIRST_MS;
      listeners.onState("live");
      heard();
      if (lost) {
        lost = false;
        listeners.onResume();
      }
    });
    mine.addEventListener("traffic", (event) => {
      heard();
      listeners.onTraffic(JSON.parse(event.data));
    });
    mine.addEventListener("status", (event) => {
      heard();
      listeners.onState("live");
      listeners.onStatus(JSON.parse(event.data));
    });
    mine.addEventListener("error", () => {
      if (mine !== source) {
        return;
      }
      clearTimeout(silence);
      if (mine.readyState === EventSource.CLOSED) {
        replace("offline");
      } else {
        lost = true;
        listeners.onState("reconnecting");
      }
    });
  }

  listeners.onState("connecting");
  connect();
}
