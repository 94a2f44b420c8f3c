// The console's rules that need no browser. Run with Node 22 or later, from the repository root:
//   node --test gateway/server/src/test/console/
import assert from "node:assert/strict";
import { test } from "node:test";

const js = new URL("../../main/resources/console/js/", import.meta.url);
const { createRate } = await import(new URL("rates.js", js));
const { createTraffic } = await import(new URL("traffic.js", js));
const { createMotion } = await import(new URL("motion.js", js));
const { headingDeg, middle, offsetPieces } = await import(new URL("road-geometry.js", js));

const MINUTE_MS = 60_000;
const window = (index) => ({ lengthS: 60,
  start: new Date(index * MINUTE_MS).toISOString(),
  end: new Date((index + 1) * MINUTE_MS).toISOString() });
const event = (index, revision, ...ids) => ({ window: window(index), revision,
  segments: ids.map((segmentId) => ({ segmentId, revision })) });
const snapshot = (index, ...ids) => ({ window: window(index),
  features: ids.map((segmentId) => ({ properties: { segmentId, revision: 0 } })) });

test("a rate is the slope of a total, and begins anew when the total falls", () => {
  const rate = createRate(10_000);
  rate.add(100, 0);
  assert.equal(rate.perSecond(), null);
  rate.add(300, 2_000);
  assert.equal(rate.perSecond(), 100);
  rate.add(5, 3_000);
  assert.equal(rate.perSecond(), null);
});

test("a segment absent from the newest window has no data", () => {
  const traffic = createTraffic(() => {});
  traffic.snapshot(snapshot(1, "a", "b"), 0);
  traffic.event(event(2, 0, "a"), 1);
  assert.equal(traffic.record("a").revision, 0);
  assert.equal(traffic.record("b"), undefined);
});

test("a window's records may come in several events, and changes name what left as well", () => {
  const changes = [];
  const traffic = createTraffic((changed) => changes.push(changed && [...changed].sort()));
  traffic.snapshot(snapshot(1, "a", "b"), 0);
  traffic.event(event(2, 0, "a"), 1);
  traffic.event(event(2, 0, "c"), 1);
  assert.deepEqual(changes, [null, ["a", "b"], ["c"]]);
  assert.ok(traffic.record("a") && traffic.record("c"));
});

test("neither an older window nor an older revision changes the present", () => {
  const traffic = createTraffic(() => {});
  traffic.event(event(5, 2, "a"), 0);
  traffic.event(event(4, 7, "a"), 1);
  traffic.event(event(5, 1, "a"), 2);
  traffic.snapshot(snapshot(5, "a"), 3);
  assert.equal(traffic.record("a").revision, 2);
});

test("figures of another window length are left aside", () => {
  const traffic = createTraffic(() => {});
  traffic.choose(300);
  traffic.event(event(5, 0, "a"), 0);
  traffic.snapshot(snapshot(5, "a"), 0);
  assert.equal(traffic.window(), null);
});

test("a station glides, turns the short way, and fades once it is heard no more", () => {
  const motion = createMotion();
  const heard = (lon, headingDeg) => [{ geometry: { coordinates: [lon, 0] },
    properties: { stationId: "s", type: "passengerCar", speedMps: 10, headingDeg } }];
  motion.heard(heard(0, 350), 0, 1_000);
  motion.heard(heard(0.0002, 10), 1_000, 1_000);
  const [half] = motion.now(1_500);
  assert.ok(Math.abs(half.x - (0.5 + 0.0001 / 360)) < 1e-12);
  assert.equal(half.headingDeg, 360);
  motion.heard([], 2_000, 1_000);
  assert.equal(motion.now(2_300).length, 1);
  assert.equal(motion.now(2_700).length, 0);
});

test("a road is drawn to the right of travel", () => {
  const north = [{ x: 0, y: 10 }, { x: 0, y: 0 }];
  assert.deepEqual(middle(offsetPieces(north, 3)), { x: 3, y: 5 });
  assert.equal(headingDeg([[0, 0], [0, 1]]), 0);
  assert.equal(Math.round(headingDeg([[0, 0], [-1, 0]])), 270);
});
