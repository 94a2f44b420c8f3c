package city.wayside.messages.envelope;

/// Passes over the geographic region of a certificate (IEEE 1609.2 §6.4).
final class Regions {

  private static final int TWO_D_LOCATION_BYTES = 8;
  private static final int RADIUS_BYTES = 2;
  private static final int COUNTRY_BYTES = 2;
  private static final int REGION_BYTES = 1;
  private static final int SUBREGION_BYTES = 2;

  private Regions() {}

  /// GeographicRegion.
  static void skip(ByteCursor in) throws Unreadable {
    switch (Coer.choice(in, "region")) {
      case 0 -> in.skip(TWO_D_LOCATION_BYTES + RADIUS_BYTES, "circularRegion");
      case 1 -> skipElements(in, 2 * TWO_D_LOCATION_BYTES, "rectangularRegion");
      case 2 -> skipElements(in, TWO_D_LOCATION_BYTES, "polygonalRegion");
      case 3 -> {
        int count = Coer.quantity(in, "identifiedRegion", Coer.ELEMENTS_MAX);
        for (int i = 0; i < count; i++) {
          skipIdentifiedRegion(in);
        }
      }
      default -> Coer.octets(in, "region");
    }
  }

  private static void skipIdentifiedRegion(ByteCursor in) throws Unreadable {
    switch (Coer.choice(in, "identifiedRegion")) {
      case 0 -> in.skip(COUNTRY_BYTES, "countryOnly");
      case 1 -> {
        in.skip(COUNTRY_BYTES, "countryAndRegions.countryOnly");
        skipElements(in, REGION_BYTES, "countryAndRegions.regions");
      }
      case 2 -> {
        in.skip(COUNTRY_BYTES, "countryAndSubregions.country");
        int count = Coer.quantity(in, "regionAndSubregions", Coer.ELEMENTS_MAX);
        for (int i = 0; i < count; i++) {
          in.skip(REGION_BYTES, "regionAndSubregions.region");
          skipElements(in, SUBREGION_BYTES, "regionAndSubregions.subregions");
        }
      }
      default -> Coer.octets(in, "identifiedRegion");
    }
  }

  private static void skipElements(ByteCursor in, int elementBytes, String field)
      throws Unreadable {
    int count = Coer.quantity(in, field, Coer.ELEMENTS_MAX);
    in.skip(count * elementBytes, field);
  }
}
