/** Composes the console: network first, then traffic, stream, map, vehicles. */
import { createApi } from "./api.js";
import { createConnection } from "./connection.js";
import { byId } from "./dom.js";
import { span } from "./format.js";
import { createLegend } from "./legend.js";
import { levelOf } from "./levels.js";
import { createRoadMap, webglAvailable } from "./map.js";
import { readNetwork } from "./network.js";
import { clearNotice, notice } from "./notices.js";
import { createPointer } from "./pointer.js";
import { createRoute } from "./route.js";
import { createSearch } from "./search.js";
import { createSegmentPanel } from "./segment-panel.js";
import { createStatus } from "./status.js";
import { openStream } from "./stream.js";
import { createTable } from "./table.js";
import { installTestHook } from "./test-hook.js";
import { createTheme } from "./theme.js";
import { createTraffic } from "./traffic.js";
import { createVehicles } from "./vehicles.js";

const RETRY_MS = 3_000;
const TICK_MS = 1_000;

const api = createApi();
const theme = createTheme(byId("theme-toggle"));
const connection = createConnection();
const status = createStatus();
const traffic = createTraffic(trafficChanged);
const legend = createLegend(byId("legend"), useToken);
const panel = createSegmentPanel(byId("segment-panel"), api, traffic, () => route.go(null));
const table = createTable(byId("table"), (id) => route.go(id));
const route = createRoute(showSegment);
let network = readNetwork({ features: [] });
let roads = null;
let vehicles = null;
let vehiclesDrawn = 0;
let returnFocusTo = null;
let mapLoaded;

installTestHook({
  map: new Promise((resolve) => {
    mapLoaded = resolve;
  }),
  segment: (id) => network.segments.get(id),
  levelOf: levelWord,
  vehiclesDrawn: () => vehiclesDrawn,
});
start();

async function start() {
  legend.recolour(theme.palette());
  theme.onChange(recolour);
  wireControls();
  setInterval(tick, TICK_MS);
  network = readNetwork(await untilRead("network", api.network));
  if (network.segments.size === 0) {
    notice("network", "The gateway has no road network loaded.", "warn");
  }
  openStream("api/v1/stream?events=traffic,status",
    { onTraffic, onStatus, onState: connection.show, onResume: readSnapshot });
  readSnapshot();
  createSearch({ input: byId("segment-search"), list: byId("segment-options"),
    search: (query, limit) => network.search(query, limit),
    levelOfSegment: (id) => levelOf(levelWord(id)), onChoose: (id) => route.go(id) });
  showSegment(route.segment());
  await openMap();
}

async function openMap() {
  if (!webglAvailable()) {
    withoutMap("This browser offers no WebGL, so there is no map. The table shows the same roads.");
    return;
  }
  try {
    roads = await createRoadMap(byId("map"), network, theme.palette());
  } catch (failure) {
    withoutMap(`The map could not start (${failure.message}). The table shows the same roads.`);
    return;
  }
  roads.recolour(theme.palette());
  roads.paint(network.segments.keys(), levelWord);
  vehicles = createVehicles({ api, view: roads.view, palette: theme.palette(),
    stationCount: status.stations, onState: (state, drawn) => {
      vehiclesDrawn = drawn;
      legend.vehicles(state, drawn);
    } });
  createPointer({ roads, tooltip: byId("tooltip"), vehicleAt: vehicles.nearest,
    segment: (id) => network.segments.get(id), record: traffic.record,
    onChoose: (id) => route.go(id) });
  const shown = panel.shown();
  if (shown) {
    roads.select(shown.id);
    roads.reveal(shown, true);
  }
  mapLoaded(roads);
}

function withoutMap(message) {
  notice("webgl", message, "warn");
  document.querySelector("#view input[value=map]").disabled = true;
  document.querySelector("#view input[value=table]").checked = true;
  showView("table");
  mapLoaded(null);
}

function wireControls() {
  byId("window-length").addEventListener("change", (event) => {
    traffic.choose(Number(event.target.value));
    panel.reload();
    readSnapshot();
  });
  byId("view").addEventListener("change", (event) => showView(event.target.value));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && panel.shown()) {
      route.go(null);
    }
  });
}

function showView(name) {
  byId("table").hidden = name !== "table";
  byId("map").hidden = name !== "map";
  document.querySelector("main").classList.toggle("table-view", name === "table");
  if (name === "table") {
    showTable();
  } else {
    roads?.view.resize();
  }
}

function showTable() {
  if (!byId("table").hidden) {
    table.show(network.segments.values(), traffic, panel.shown()?.id ?? null);
  }
}

function showSegment(id) {
  const segment = id === null ? undefined : network.segments.get(id);
  if (id !== null && !segment) {
    notice("segment", `The network has no segment “${id}”.`, "warn");
  } else {
    clearNotice("segment");
  }
  document.querySelector("main").classList.toggle("panel-open", Boolean(segment));
  roads?.select(segment?.id ?? null);
  if (segment) {
    if (!panel.shown()) {
      returnFocusTo = document.activeElement;
    }
    panel.open(segment);
    if (roads && !roads.inSight(segment)) {
      roads.reveal(segment, matchMedia("(prefers-reduced-motion: reduce)").matches);
    }
  } else if (panel.shown()) {
    panel.close();
    const back = returnFocusTo?.isConnected && returnFocusTo !== document.body;
    (back ? returnFocusTo : byId("segment-search")).focus({ preventScroll: true });
  }
  showTable();
}

async function readSnapshot() {
  const lengthS = traffic.lengthS();
  const collection = await untilRead("traffic", () => api.traffic(lengthS));
  traffic.snapshot(collection, Date.now());
  panel.reload();
}

async function untilRead(subject, read) {
  for (;;) {
    try {
      const answer = await read();
      clearNotice(subject);
      return answer;
    } catch (problem) {
      notice(subject, `Cannot read the ${subject}: ${problem.message}. Trying again.`, "bad");
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}

function onTraffic(event) {
  if (network.version !== undefined && event.networkVersion !== network.version) {
    // Other roads: everything drawn is out of date, so begin again.
    location.reload();
    return;
  }
  traffic.event(event, Date.now());
  panel.event(event);
}

function onStatus(event) {
  connection.heard(Date.now());
  status.take(event);
}

function trafficChanged(changed) {
  const window = traffic.window();
  roads?.paint(changed ?? network.segments.keys(), levelWord);
  const counts = new Map();
  for (const id of network.segments.keys()) {
    counts.set(levelWord(id), (counts.get(levelWord(id)) ?? 0) + 1);
  }
  legend.show(counts, window);
  showTable();
  if (!changed || changed.has(panel.shown()?.id)) {
    panel.refresh();
  }
  if (window || traffic.updatedAtMs() === null) {
    clearNotice("empty");
  } else {
    notice("empty", "No window has closed yet. The first figures come when the present "
      + `${traffic.lengthS() / 60}-minute window closes.`);
  }
}

function recolour(palette) {
  legend.recolour(palette);
  roads?.recolour(palette);
  vehicles?.recolour(palette);
}

function useToken(token) {
  api.useOperatorToken(token || null);
  vehicles?.retry();
}

function levelWord(id) {
  return levelOf(traffic.record(id)?.levelOfService).word;
}

function tick() {
  const nowMs = Date.now();
  connection.tick(nowMs);
  legend.tick(traffic.updatedAtMs(), nowMs);
  const window = traffic.window();
  document.title = window ? `Wayside, ${span(window)}` : "Wayside console";
}
