package city.wayside.town.picture;

import city.wayside.road.network.Oddity;
import org.jspecify.annotations.Nullable;

/// How oddities are marked: a ring around the end, the start or the middle of a segment.
enum OddityMark {
  UNCONNECTED(Oddity.UNCONNECTED, "#e6007e", 7, 0.5),
  ISLAND(Oddity.ISLAND, "#e6007e", 4, 0.5),
  DEAD_END(Oddity.DEAD_END, "#d00000", 5, 1),
  NO_WAY_IN(Oddity.NO_WAY_IN, "#0050d0", 5, 0),
  SELF_LOOP(Oddity.SELF_LOOP, "#00a0a0", 5, 0.5),
  COORDINATES_SWAPPED(Oddity.COORDINATES_SWAPPED, "#000000", 9, 0.5),
  LENGTH_DIFFERS(Oddity.LENGTH_DIFFERS, "#7a4a00", 7, 0.5);

  private static final double WIDTH_PX = 1.5;

  private final Oddity oddity;
  private final String colour;
  private final double radius;
  private final double atShare;

  OddityMark(Oddity oddity, String colour, double radius, double atShare) {
    this.oddity = oddity;
    this.colour = colour;
    this.radius = radius;
    this.atShare = atShare;
  }

  Oddity oddity() {
    return oddity;
  }

  Sheet.Pen pen() {
    return new Sheet.Pen(colour, WIDTH_PX);
  }

  double radius() {
    return radius;
  }

  /// Where on the segment: 0 at its start, 1 at its end.
  double atShare() {
    return atShare;
  }

  /// The mark of an oddity; `null` for those that are not marked, such as a missing speed limit.
  static @Nullable OddityMark of(Oddity oddity) {
    for (OddityMark mark : values()) {
      if (mark.oddity == oddity) {
        return mark;
      }
    }
    return null;
  }
}
