package city.wayside.road.network;

/// Compares the lengths that a source gives with those of the geometry: a difference may be a slip
/// of one segment, or tell that all latitudes and longitudes are exchanged.
final class LengthCheck {

  private static final double DIFFERS_SHARE = 0.1;
  private static final double DIFFERS_M = 5;
  private static final double FITS_SHARE = 0.01;

  private final OddityCount differing = new OddityCount();
  private final OddityCount swapped = new OddityCount();

  /// Looks at a segment whose source gives a length.
  void look(SegmentDraft draft, double geometryM) {
    double givenM = draft.lengthM();
    double differenceM = Math.abs(givenM - geometryM);
    if (differenceM <= DIFFERS_M || differenceM <= DIFFERS_SHARE * givenM) {
      return;
    }
    differing.note(Oddity.LENGTH_DIFFERS, draft.id());
    double swappedM = 0;
    for (int i = 1; i < draft.latDeg().length; i++) {
      swappedM +=
          ShapesBuilder.distanceM(
              e7(draft.lonDeg()[i - 1]),
              e7(draft.latDeg()[i - 1]),
              e7(draft.lonDeg()[i]),
              e7(draft.latDeg()[i]));
    }
    if (Math.abs(givenM - swappedM) <= FITS_SHARE * givenM) {
      swapped.note(Oddity.COORDINATES_SWAPPED, draft.id());
    }
  }

  private static int e7(double degrees) {
    return (int) Math.round(degrees * Shapes.E7);
  }

  /// Tells what was found. That coordinates are exchanged is told when it explains most of the
  /// differences; a single one may fit by chance.
  void tell(OddityCount oddities) {
    if (2 * swapped.count(Oddity.COORDINATES_SWAPPED) > differing.count(Oddity.LENGTH_DIFFERS)) {
      oddities.addAll(swapped);
    }
    oddities.addAll(differing);
  }
}
