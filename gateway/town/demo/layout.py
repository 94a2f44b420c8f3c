"""The plan of Alderford, a town that does not exist: junctions and streets in metres.

A walled old town on a river, ring roads around it, arterials that leave it like spokes, a grid
suburb, an industrial road and a bypass. Everything is drawn in polar coordinates and then bent by
a smooth displacement, so that nothing is quite straight or quite round. No number here is random.
"""

import math
from dataclasses import dataclass, field

KMH = 1 / 3.6


@dataclass(frozen=True)
class Kind:
    """What a class of street has by default; `priority` decides who yields at a junction."""

    road_class: str
    lanes: int
    limit_kmh: int
    priority: int


TRUNK = Kind("trunk", 2, 90, 12)
PRIMARY = Kind("primary", 2, 60, 10)
ARTERIAL = Kind("primary", 1, 50, 9)
RURAL = Kind("primary", 1, 70, 9)
SECONDARY = Kind("secondary", 2, 50, 8)
TERTIARY = Kind("tertiary", 1, 50, 6)
RESIDENTIAL = Kind("residential", 1, 30, 3)
LIVING = Kind("living_street", 1, 20, 2)


@dataclass
class Link:
    """One piece of street between two junctions, both directions unless `one_way`."""

    start: str
    end: str
    name: str
    kind: Kind
    shape: list  # points between the two junctions, in metres
    one_way: bool = False


@dataclass
class Plan:
    """The whole town."""

    nodes: dict = field(default_factory=dict)  # id -> (x_m, y_m)
    links: list = field(default_factory=list)
    signals: set = field(default_factory=set)  # ids of junctions with traffic lights
    gates: list = field(default_factory=list)  # ids of the nodes where roads leave the map


def bend(x_m, y_m):
    """Displaces a point smoothly, by up to about 150 m."""
    return (
        1.02 * x_m + 95 * math.sin(y_m / 500 + 0.7) + 26 * math.sin(x_m / 260 + y_m / 410),
        0.80 * y_m + 85 * math.sin(x_m / 560 - 0.4) + 22 * math.sin(x_m / 300 - y_m / 230 + 2),
    )


def polar(radius_m, bearing_deg):
    # A slight swirl: a street that leaves the town straight leads to a place nobody wants to see.
    angle = math.radians(bearing_deg + 9 * math.sin(radius_m / 420))
    return radius_m * math.sin(angle), radius_m * math.cos(angle)


# The river runs from the west past the old town's south wall, then turns south.
RIVER = [(-2600, -250), (-1500, -560), (-850, -430), (-350, -405), (60, -440),
         (170, -800), (60, -1300), (100, -2300)]

ARTERIALS = [  # bearing, name, where it starts (index into RINGS)
    (8, "North Road", 0), (62, "Station Road", 1), (108, "Eastgate", 0), (152, "Mill Road", 1),
    (204, "Harbour Road", 0), (252, "Weavers' Road", 1), (312, "Castle Road", 0),
]
# radius; the Market, Wall Ring, two rings of homes with the Garden Ring between them, Parkway
RINGS = [110, 300, 475, 680, 880, 1100]
TOWN_END_M = 1530

# Streets between the arterials: bearing, name, first and last ring
SIDE_STREETS = [
    (37, "Baker's Row", 0, 1), (85, "Cloister Lane", 0, 1), (137, "Cobbler Street", 0, 1),
    (180, "Fish Street", 0, 1), (232, "Lantern Street", 0, 1), (282, "Smith Street", 0, 1),
    (340, "Minster Close", 0, 1),
    (24, "Linden Street", 1, 5), (45, "Larch Street", 2, 5), (78, "Foundling Street", 1, 5),
    (94, "Orchard Street", 2, 5), (122, "Tanners' Lane", 1, 5), (138, "Kiln Street", 2, 5),
    (168, "Ropewalk", 2, 5), (186, "Ferry Street", 3, 5), (220, "Dock Street", 2, 4),
    (236, "Cooper Street", 3, 5), (268, "Saddlers' Row", 1, 5), (284, "Heath Street", 2, 4),
    (297, "Observatory Hill", 3, 5), (328, "Chestnut Street", 2, 5), (346, "School Street", 1, 4),
]
# The rings of homes change their name at every arterial.
HOME_RING_NAMES = {
    2: ["Weir Lane", "Rose Lane", "Glover Lane", "Tow Path", "Sailmaker Lane", "Dyer Lane",
        "Falcon Lane"],
    4: ["Plover Way", "Finch Way", "Heron Way", "Otter Way", "Curlew Way", "Swift Way",
        "Kestrel Way"],
}
RING_KINDS = {0: (LIVING, "Market Place"), 1: (SECONDARY, "Wall Ring"),
              3: (TERTIARY, "Garden Ring"), 5: (PRIMARY, "Parkway")}
ROUNDABOUTS = {"r5b62": "Station Circus", "r5b204": "Harbour Circus", "r5b312": "Castle Circus"}
ROUNDABOUT_RADIUS_M = 24
# Road works on the bridge of Harbour Road, with this limit in km/h: the daily queue.
ROAD_WORKS = ("Harbour Road", 10)


def crosses_river(a, b):
    def side(p, q, r):
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    return any(
        side(a, b, p) * side(a, b, q) < 0 and side(p, q, a) * side(p, q, b) < 0
        for p, q in zip(RIVER, RIVER[1:])
    )


class Draughtsman:
    """Draws the plan street by street; junctions are named by ring and bearing."""

    def __init__(self):
        self.plan = Plan()
        self.flat = {}  # id -> position before it was bent

    def node(self, name, x_m, y_m):
        self.flat.setdefault(name, (x_m, y_m))
        self.plan.nodes.setdefault(name, bend(x_m, y_m))
        return name

    def link(self, start, end, name, kind, between=()):
        """Adds a link; homes have no bridges, so a small street ends at the river."""
        points = [self.flat[start], *between, self.flat[end]]
        wet = any(crosses_river(p, q) for p, q in zip(points, points[1:]))
        if wet and kind in (RESIDENTIAL, LIVING):
            return
        if wet and name == ROAD_WORKS[0]:
            kind = Kind(kind.road_class, 1, ROAD_WORKS[1], kind.priority)
        shape = [bend(*p) for p in between]
        self.plan.links.append(Link(start, end, name, kind, shape))

    def straight(self, start, end, name, kind):
        """A link that is straight before bending and so gently curved after it."""
        (ax, ay), (bx, by) = self.flat[start], self.flat[end]
        count = max(1, round(math.hypot(bx - ax, by - ay) / 45))
        between = [(ax + (bx - ax) * i / count, ay + (by - ay) * i / count)
                   for i in range(1, count)]
        self.link(start, end, name, kind, between)

    def arc(self, start, end, radius_m, from_deg, to_deg, name, kind):
        sweep_deg = (to_deg - from_deg) % 360
        count = max(1, round(math.radians(sweep_deg) * radius_m / 45))
        between = [polar(radius_m, from_deg + sweep_deg * i / count) for i in range(1, count)]
        self.link(start, end, name, kind, between)

    def spoke_node(self, ring, bearing_deg):
        return self.node(f"r{ring}b{bearing_deg}", *polar(RINGS[ring], bearing_deg))

    def rings(self):
        for ring, radius_m in enumerate(RINGS):
            bearings = sorted(
                [b for b, _, first in ARTERIALS if first <= ring]
                + [b for b, _, first, last in SIDE_STREETS if first <= ring <= last])
            for here, there in zip(bearings, bearings[1:] + bearings[:1]):
                kind, name = RING_KINDS.get(ring, (RESIDENTIAL, ""))
                if not name:
                    sector = sum(1 for b, _, _ in ARTERIALS if b <= here) - 1
                    name = HOME_RING_NAMES[ring][sector]
                self.arc(self.spoke_node(ring, here), self.spoke_node(ring, there),
                         radius_m, here, there, name, kind)

    def spokes(self):
        for bearing, name, first in ARTERIALS:
            for ring in range(first, len(RINGS) - 1):
                kind = RESIDENTIAL if ring == 0 else ARTERIAL
                self.straight(self.spoke_node(ring, bearing), self.spoke_node(ring + 1, bearing),
                              name, kind)
                if ring in (1, 3):
                    self.plan.signals.add(f"r{ring}b{bearing}")
            end = self.node(f"end{bearing}", *polar(TOWN_END_M, bearing))
            self.plan.signals.add(f"r5b{bearing}")
            self.straight(f"r5b{bearing}", end, name, ARTERIAL)
            gate = self.node(f"gate{bearing}", *polar(TOWN_END_M + 420, bearing))
            self.straight(end, gate, name, RURAL)
            self.plan.gates.append(gate)
        for bearing, name, first, last in SIDE_STREETS:
            for ring in range(first, last):
                self.straight(self.spoke_node(ring, bearing), self.spoke_node(ring + 1, bearing),
                              name, RESIDENTIAL)

    def bypass(self):
        """From Castle Road around the north to Eastgate, and out of the map at both ends."""
        bearings = [312, 8, 62, 108]
        for here, there in zip(bearings, bearings[1:]):
            middle_deg = here + ((there - here) % 360) / 2
            middle = self.node(f"bypass{here}", *polar(TOWN_END_M, middle_deg))
            self.arc(f"end{here}", middle, TOWN_END_M, here, middle_deg, "Northern Bypass", TRUNK)
            self.arc(middle, f"end{there}", TOWN_END_M, middle_deg, there, "Northern Bypass", TRUNK)
        self.plan.signals.update(f"end{b}" for b in bearings)

    def works_road(self):
        """The industrial road in the west, between Weavers' Road and Castle Road."""
        previous = "end252"
        for bearing in (267, 282, 297):
            here = self.node(f"works{bearing}", *polar(1390 + (bearing % 2) * 60, bearing))
            self.straight(previous, here, "Foundry Road", TERTIARY)
            previous = here
        self.straight(previous, "end312", "Foundry Road", TERTIARY)
        self.straight("works267", "r5b268", "Forge Street", TERTIARY)
        self.straight("works297", "r5b297", "Anvil Street", TERTIARY)

    def meadows(self):
        """The grid suburb in the south-east, between Eastgate and Mill Road."""
        across = ["Poppy Street", "Clover Street", "Thistle Street", "Fern Street"]
        along = ["First Meadow", "Second Meadow", "Third Meadow", "Fourth Meadow", "Fifth Meadow"]
        turn = math.radians(38)
        middle_x, middle_y = polar(1560, 129)
        for row in range(4):
            for column in range(5):
                u, v = (column - 2) * 135, (row - 1.5) * 105
                self.node(f"m{row}{column}", middle_x + u * math.cos(turn) + v * math.sin(turn),
                          middle_y + u * math.sin(turn) - v * math.cos(turn))
        for row in range(4):
            for column in range(5):
                if column < 4:
                    self.straight(f"m{row}{column}", f"m{row}{column + 1}", across[row],
                                  RESIDENTIAL)
                if row < 3 and (row, column) != (1, 2):  # a green in the middle
                    self.straight(f"m{row}{column}", f"m{row + 1}{column}", along[column],
                                  RESIDENTIAL)
        self.straight("m03", "r5b122", "Meadow Gate", TERTIARY)
        self.straight("m04", "end108", "Meadow Drive", TERTIARY)
        self.straight("m20", "end152", "Meadow Drive", TERTIARY)

    def roundabout(self, centre, name):
        """Replaces a junction by a circle, driven counterclockwise."""
        x, y = self.plan.nodes.pop(centre)
        self.plan.signals.discard(centre)
        arms = []
        for link in [i for i in self.plan.links if centre in (i.start, i.end)]:
            outward = link.shape if link.start == centre else link.shape[::-1]
            far = outward[0] if outward else self.plan.nodes[
                link.end if link.start == centre else link.start]
            angle = math.atan2(far[1] - y, far[0] - x)
            arm = f"{centre}a{len(arms)}"
            self.plan.nodes[arm] = (x + ROUNDABOUT_RADIUS_M * math.cos(angle),
                                    y + ROUNDABOUT_RADIUS_M * math.sin(angle))
            if link.start == centre:
                link.start = arm
            else:
                link.end = arm
            arms.append((angle, arm))
        arms.sort()
        kind = Kind("secondary", 1, 30, 11)
        for (a, here), (b, there) in zip(arms, arms[1:] + arms[:1]):
            sweep = (b - a) % (2 * math.pi)
            shape = [(x + ROUNDABOUT_RADIUS_M * math.cos(a + sweep * i / 6),
                      y + ROUNDABOUT_RADIUS_M * math.sin(a + sweep * i / 6)) for i in range(1, 6)]
            self.plan.links.append(Link(here, there, name, kind, shape, one_way=True))


def without_stubs(plan):
    """Drops small streets that end nowhere (at the river), until none is left."""
    while True:
        degree = {}
        for link in plan.links:
            for end in (link.start, link.end):
                degree[end] = degree.get(end, 0) + 1
        kept = [i for i in plan.links
                if min(degree[i.start], degree[i.end]) > 1 or i.kind not in (RESIDENTIAL, LIVING)]
        if len(kept) == len(plan.links):
            plan.nodes = {k: v for k, v in plan.nodes.items() if k in degree}
            return plan
        plan.links = kept


def town():
    """The finished plan."""
    hand = Draughtsman()
    hand.rings()
    hand.spokes()
    hand.bypass()
    hand.works_road()
    hand.meadows()
    for centre, name in ROUNDABOUTS.items():
        hand.roundabout(centre, name)
    return without_stubs(hand.plan)
