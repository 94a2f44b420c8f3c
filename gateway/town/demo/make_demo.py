#!/usr/bin/env python3
"""Builds the demo town and its fleet: town.geojson and fleet.csv.gz. See README.md.

The same SUMO version gives the same bytes: every random choice comes from SEED.
"""

import argparse
import gzip
import io
import json
import math
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from xml.sax.saxutils import quoteattr

sys.dont_write_bytecode = True

import layout  # noqa: E402

SEED = 20261101
# The middle of the town: fields between villages; nothing of the real place is used.
ORIGIN_LAT_DEG, ORIGIN_LON_DEG = 53.215, 12.335
METRES_PER_DEG = 111_320.0  # of latitude; close enough for a town that does not exist

WARM_UP_S = 1500
RECORD_S = 600
VEHICLES = 520  # at the same time, at most

# station type: share of the traffic, SUMO class, length in m, top speed in km/h, and how much
# drivers differ in the speed they choose
FLEET = {
    "passengerCar": (0.83, "passenger", 4.6, 150, 0.05),
    "lightTruck": (0.07, "delivery", 6.5, 130, 0.04),
    "heavyTruck": (0.05, "truck", 12.0, 85, 0.03),
    "motorcycle": (0.02, "motorcycle", 2.2, 150, 0.08),
    "bus": (0.03, "bus", 12.0, 80, 0.03),
}


def lat_deg(y_m):
    return ORIGIN_LAT_DEG + y_m / METRES_PER_DEG


def lon_deg(x_m):
    return ORIGIN_LON_DEG + x_m / (METRES_PER_DEG * math.cos(math.radians(ORIGIN_LAT_DEG)))


def run(*command):
    print("$", " ".join(str(word) for word in command))
    environment = dict(os.environ, SUMO_HOME=os.environ.get("SUMO_HOME", "/usr/share/sumo"))
    subprocess.run([str(word) for word in command], check=True, env=environment)


def write_plan(plan, folder):
    """The plan as netconvert's input; returns what each edge is: id -> (link, forward)."""
    with open(folder / "town.nod.xml", "w") as out:
        out.write("<nodes>\n")
        for name, (x, y) in plan.nodes.items():
            kind = "traffic_light" if name in plan.signals else "priority"
            out.write(f'<node id="{name}" x="{x:.2f}" y="{y:.2f}" type="{kind}"/>\n')
        out.write("</nodes>\n")
    edges = {}
    with open(folder / "town.edg.xml", "w") as out:
        out.write("<edges>\n")
        for number, link in enumerate(plan.links, start=1):
            ends = [plan.nodes[link.start], plan.nodes[link.end]]
            points = [ends[0], *link.shape, ends[1]]
            for forward in ([True] if link.one_way else [True, False]):
                name = f"A{number:03d}{'+' if forward else '-'}"
                edges[name] = (link, forward)
                start, end = (link.start, link.end) if forward else (link.end, link.start)
                line = points if forward else points[::-1]
                shape = " ".join(f"{x:.2f},{y:.2f}" for x, y in line)
                out.write(
                    f'<edge id="{name}" from="{start}" to="{end}" numLanes="{link.kind.lanes}"'
                    f' speed="{link.kind.limit_kmh * layout.KMH:.2f}"'
                    f' priority="{link.kind.priority}" name={quoteattr(link.name)}'
                    f' shape="{shape}" spreadType="{"center" if link.one_way else "right"}"/>\n')
        out.write("</edges>\n")
    return edges


def driving_line(edge):
    """The middle of a direction's lanes, between its junctions."""
    lanes = [[tuple(map(float, p.split(","))) for p in lane.get("shape").split()]
             for lane in edge.findall("lane")]
    if len({len(lane) for lane in lanes}) == 1:
        return [tuple(sum(c) / len(lanes) for c in zip(*points)) for points in zip(*lanes)]
    return lanes[len(lanes) // 2]


def write_geojson(net, edges, target):
    """The directed segments as a GeoJSON road network, ready for `wayside network info`."""
    features = []
    for edge in net.getroot().findall("edge"):
        if edge.get("function") == "internal":
            continue
        link, _ = edges[edge.get("id")]
        line = driving_line(edge)
        length_m = sum(math.dist(p, q) for p, q in zip(line, line[1:]))
        features.append({
            "type": "Feature",
            "properties": {
                "id": edge.get("id"), "name": link.name, "road_class": link.kind.road_class,
                "length_m": round(length_m, 2), "lanes": link.kind.lanes,
                "speed_limit_mps": round(link.kind.limit_kmh * layout.KMH, 2),
                "from_node": edge.get("from"), "to_node": edge.get("to"),
            },
            "geometry": {
                "type": "LineString",
                "coordinates": [[round(lon_deg(x), 7), round(lat_deg(y), 7)] for x, y in line],
            },
        })
    features.sort(key=lambda feature: feature["properties"]["id"])
    with open(target, "w") as out:
        out.write('{"type":"FeatureCollection","features":[\n')
        out.write(",\n".join(json.dumps(f, separators=(",", ":")) for f in features))
        out.write("\n]}\n")
    return features


class Demand:
    """Who drives from where to where in the morning."""

    def __init__(self, plan, edges, dice):
        self.dice = dice
        by_place = {"gates in": [], "gates out": [], "homes": [], "centre": [], "works": []}
        for name, (link, forward) in edges.items():
            start, end = (link.start, link.end) if forward else (link.end, link.start)
            if link.name.endswith("Circus"):
                continue
            if start in plan.gates:
                by_place["gates in"].append(name)
            elif end in plan.gates:
                by_place["gates out"].append(name)
            elif link.kind == layout.RESIDENTIAL:
                by_place["homes"].append(name)
            if link.name in ("Foundry Road", "Forge Street", "Anvil Street"):
                by_place["works"].append(name)
            if all(math.hypot(*plan.nodes[n]) < 480 for n in (start, end)):
                by_place["centre"].append(name)
        self.by_place = by_place
        # The harbour and the station are where most commuters come in.
        weight = {"gate204": 3.2, "gate62": 2.0, "gate152": 1.5, "gate312": 1.5}
        self.gate_weights = [
            weight.get(edges[g][0].start if edges[g][1] else edges[g][0].end, 1.0)
            for g in by_place["gates in"]]

    def trip(self):
        share = self.dice.random()
        if share < 0.14:
            return self.gate(), self.dice.choice(self.by_place["gates out"])
        commutes = self.dice.random() < 0.6
        start = self.gate() if commutes else self.dice.choice(self.by_place["homes"])
        places = ["centre"] * 7 + ["works"] * 3 + ["homes"] + ["gates out"]
        return start, self.dice.choice(self.by_place[self.dice.choice(places)])

    def gate(self):
        return self.dice.choices(self.by_place["gates in"], self.gate_weights)[0]


def write_trips(plan, edges, folder):
    dice = random.Random(SEED)
    demand = Demand(plan, edges, dice)
    kinds = list(FLEET)
    with open(folder / "town.trips.xml", "w") as out:
        out.write("<routes>\n")
        for kind, (_, sumo_class, length_m, top_kmh, spread) in FLEET.items():
            out.write(f'<vType id="{kind}" vClass="{sumo_class}" length="{length_m}"'
                      f' maxSpeed="{top_kmh * layout.KMH:.1f}" sigma="0.5"'
                      f' speedFactor="normc(1,{spread * 2},0.8,1.2)"/>\n')
        # Twice as many as get in: SUMO lets the next one start when another has arrived.
        per_s = 2.4
        for number in range(int((WARM_UP_S + RECORD_S) * per_s)):
            kind = dice.choices(kinds, [FLEET[k][0] for k in kinds])[0]
            start, end = demand.trip()
            while end.rstrip("+-") == start.rstrip("+-"):
                start, end = demand.trip()
            out.write(f'<trip id="{number}" type="{kind}" depart="{number / per_s:.2f}"'
                      f' from="{start}" to="{end}" departLane="best" departSpeed="max"/>\n')
        out.write("</routes>\n")


def write_fleet(fcd, target):
    """Floating car data to a TRACE: time from 0, sorted by time, then as SUMO lists them."""
    rows = 0
    counts = []
    raw = io.BytesIO()
    # No file name and no date in the header, so that the same data give the same bytes.
    with gzip.GzipFile(filename="", mode="wb", fileobj=raw, compresslevel=9, mtime=0) as out:
        out.write(b"time_s,vehicle_id,lat,lon,speed_mps,heading_deg,type\n")
        for _, step in ET.iterparse(fcd):
            if step.tag != "timestep":
                continue
            time_s = round(float(step.get("time"))) - WARM_UP_S
            if 0 <= time_s < RECORD_S:
                counts.append(len(step))
                for v in step:
                    rows += 1
                    out.write(
                        f"{time_s},{v.get('id')},{lat_deg(float(v.get('y'))):.6f},"
                        f"{lon_deg(float(v.get('x'))):.6f},{float(v.get('speed')):.1f},"
                        f"{float(v.get('angle')) % 360:.0f},{v.get('type')}\n"
                        .replace(",360,", ",0,").encode())
            step.clear()
    target.write_bytes(raw.getvalue())
    print(f"{rows} rows, {min(counts)} to {max(counts)} vehicles at a time, "
          f"{target.stat().st_size} bytes")


def main():
    here = pathlib.Path(__file__).resolve().parent
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=pathlib.Path,
                        default=here.parent / "src" / "main" / "resources" / "demo")
    parser.add_argument("--keep", type=pathlib.Path, help="folder for SUMO's files")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = arguments.keep or pathlib.Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        arguments.out.mkdir(parents=True, exist_ok=True)
        plan = layout.town()
        edges = write_plan(plan, folder)
        run("netconvert", "--xml-validation", "never", "--no-warnings",
            "--node-files", folder / "town.nod.xml", "--edge-files", folder / "town.edg.xml",
            "--offset.disable-normalization", "--junctions.corner-detail", "5",
            "--tls.default-type", "static", "--no-turnarounds.except-deadend",
            "--output-file", folder / "town.net.xml")
        features = write_geojson(ET.parse(folder / "town.net.xml"), edges,
                                 arguments.out / "town.geojson")
        print(f"{len(features)} segments, "
              f"{sum(f['properties']['length_m'] for f in features) / 1000:.1f} km")
        write_trips(plan, edges, folder)
        run("sumo", "--xml-validation", "never", "--no-step-log", "--no-warnings",
            "--net-file", folder / "town.net.xml", "--route-files", folder / "town.trips.xml",
            "--seed", SEED, "--end", WARM_UP_S + RECORD_S, "--max-num-vehicles", VEHICLES,
            "--max-depart-delay", "120", "--time-to-teleport", "300", "--time-to-teleport.remove",
            "--device.rerouting.probability", "0.35", "--device.rerouting.period", "120",
            "--fcd-output", folder / "fcd.xml", "--device.fcd.begin", WARM_UP_S,
            "--fcd-output.attributes", "x,y,angle,type,speed",
            "--duration-log.statistics", "true")
        write_fleet(folder / "fcd.xml", arguments.out / "fleet.csv.gz")


if __name__ == "__main__":
    main()
