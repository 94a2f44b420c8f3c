package city.wayside.adapters.datex2;

import city.wayside.adapters.outbox.XmlAttribute;
import city.wayside.adapters.outbox.XmlName;
import city.wayside.adapters.outbox.XmlWriter;
import city.wayside.road.network.Segment;

/// One directed segment as a `roa:MeasurementSite`: what is measured there, under which index, how
/// often and in which direction.
final class MeasurementSite {

  private static final XmlName SITE = XmlName.of("roa:measurementSite");
  private static final XmlAttribute ID = XmlAttribute.of("id");
  private static final XmlAttribute VERSION = XmlAttribute.of("version");
  private static final XmlName EQUIPMENT = XmlName.of("roa:measurementEquipmentTypeUsed");
  private static final XmlName NAME = XmlName.of("roa:measurementSiteName");
  private static final XmlName LANES = XmlName.of("roa:measurementSiteNumberOfLanes");
  private static final XmlName CHARACTERISTICS =
      XmlName.of("roa:measurementSpecificCharacteristics");
  private static final XmlName METHOD = XmlName.of("roa:computationMethod");
  private static final XmlName SIDE = XmlName.of("roa:measurementSide");
  private static final XmlName PERIOD = XmlName.of("roa:period");
  private static final XmlName VALUE_TYPE = XmlName.of("roa:specificMeasurementValueType");
  private static final double LATITUDE_DEG_MAX = 90;
  private static final double LONGITUDE_DEG_MAX = 180;
  private static final double LENGTH_M_MAX = 1_000_000;

  private MeasurementSite() {}

  /// True when a segment can stand in a site table: its id survives XML unchanged and is no longer
  /// than the schema allows, and it has a line and a length.
  static boolean isPublishable(Segment segment) {
    return isPublishable(segment.id())
        && segment.lengthM() > 0
        && segment.lengthM() <= LENGTH_M_MAX
        && segment.latDeg().length >= 2
        && segment.latDeg().length == segment.lonDeg().length
        && within(segment.latDeg(), LATITUDE_DEG_MAX)
        && within(segment.lonDeg(), LONGITUDE_DEG_MAX);
  }

  /// Writes the site.
  ///
  /// @param periodS length of the windows that are measured
  static void write(
      XmlWriter xml,
      Segment segment,
      SiteTable.Identity table,
      String networkVersion,
      int periodS) {
    xml.start(SITE).attribute(ID, segment.id()).attribute(VERSION, table.version());
    xml.start(EQUIPMENT);
    Words.write(xml, "connected vehicle probe");
    xml.end();
    if (!segment.name().isBlank()) {
      xml.start(NAME);
      Words.writeName(xml, segment.name());
      xml.end();
    }
    if (segment.lanes() > 0) {
      xml.element(LANES, segment.lanes());
    }
    String side = Compass.direction(segment);
    for (Quantity quantity : Quantity.values()) {
      characteristics(xml, quantity, side, periodS);
    }
    SiteLocation.write(xml, segment, table.id(), networkVersion);
    xml.end();
  }

  private static void characteristics(XmlWriter xml, Quantity quantity, String side, int periodS) {
    xml.start(quantity.characteristics()).start(CHARACTERISTICS);
    if (!quantity.method().isEmpty()) {
      xml.element(METHOD, quantity.method());
    }
    xml.element(SIDE, side)
        .element(PERIOD, periodS)
        .element(VALUE_TYPE, quantity.valueType())
        .end()
        .end();
  }

  private static boolean isPublishable(String id) {
    return !id.isBlank()
        && id.length() <= Words.CHARACTERS_MAX
        && id.codePoints().allMatch(MeasurementSite::isXmlCharacter);
  }

  /// XML 1.0 §2.2, less the line breaks and tabs that readers fold.
  private static boolean isXmlCharacter(int codePoint) {
    return codePoint >= ' '
        && !(codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE)
        && codePoint != 0xFFFE
        && codePoint != 0xFFFF;
  }

  private static boolean within(double[] degrees, double mostDeg) {
    for (double degree : degrees) {
      if (!(Math.abs(degree) <= mostDeg)) {
        return false;
      }
    }
    return true;
  }
}
