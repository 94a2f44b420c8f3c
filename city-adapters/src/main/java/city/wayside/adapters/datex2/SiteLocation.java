package city.wayside.adapters.datex2;

import city.wayside.adapters.outbox.XmlName;
import city.wayside.adapters.outbox.XmlWriter;
import city.wayside.road.network.Segment;

/// Where a segment is, in three ways at once, for readers differ in which they can use: the city's
/// own id in a version of its network, the line in driving direction, and the whole length of a
/// linear element with its direction.
final class SiteLocation {

  private static final XmlName LOCATION =
      XmlName.of("roa:measurementSiteLocation", "xsi:type", "loc:SingleRoadLinearLocation");
  private static final XmlName REFERENCING = XmlName.of("loc:externalReferencing");
  private static final XmlName CODE = XmlName.of("loc:externalLocationCode");
  private static final XmlName SYSTEM = XmlName.of("loc:externalReferencingSystem");
  private static final XmlName LINE =
      XmlName.of("loc:gmlLineString", "srsDimension", "2", "srsName", "EPSG:4326");
  private static final XmlName POSITIONS = XmlName.of("loc:posList");
  private static final XmlName LINEAR = XmlName.of("loc:linearWithinLinearElement");
  private static final XmlName DIRECTION = XmlName.of("loc:directionOnLinearSection");
  private static final XmlName RELATIVE = XmlName.of("loc:directionRelativeOnLinearSection");
  private static final XmlName ELEMENT =
      XmlName.of("loc:linearElement", "xsi:type", "loc:LinearElementByCode");
  private static final XmlName ROAD_NAME = XmlName.of("loc:roadName");
  private static final XmlName MODEL = XmlName.of("loc:linearElementReferenceModel");
  private static final XmlName MODEL_VERSION = XmlName.of("loc:linearElementReferenceModelVersion");
  private static final XmlName IDENTIFIER = XmlName.of("loc:linearElementIdentifier");
  private static final XmlName FROM =
      XmlName.of("loc:fromPoint", "xsi:type", "loc:DistanceFromLinearElementStart");
  private static final XmlName TO =
      XmlName.of("loc:toPoint", "xsi:type", "loc:DistanceFromLinearElementStart");
  private static final XmlName DISTANCE = XmlName.of("loc:distanceAlong");

  /// Seven decimals of a degree are about a centimetre.
  private static final int POSITION_DECIMALS = 7;

  private static final int LENGTH_DECIMALS = 1;

  private SiteLocation() {}

  /// Writes the location.
  ///
  /// @param tableId the site table, whose name the network goes by
  static void write(XmlWriter xml, Segment segment, String tableId, String networkVersion) {
    String system = Words.cut(tableId + " network " + networkVersion);
    xml.start(LOCATION)
        .start(REFERENCING)
        .element(CODE, segment.id())
        .element(SYSTEM, system)
        .end();
    line(xml, segment);
    linearElement(xml, segment, tableId, networkVersion);
    xml.end();
  }

  /// Latitude before longitude, as EPSG:4326 has it.
  private static void line(XmlWriter xml, Segment segment) {
    xml.start(LINE).start(POSITIONS);
    for (int i = 0; i < segment.latDeg().length; i++) {
      if (i > 0) {
        xml.text(" ");
      }
      xml.decimal(segment.latDeg()[i], POSITION_DECIMALS).text(" ");
      xml.decimal(segment.lonDeg()[i], POSITION_DECIMALS);
    }
    xml.end().end();
  }

  private static void linearElement(
      XmlWriter xml, Segment segment, String tableId, String networkVersion) {
    xml.start(LINEAR)
        .element(DIRECTION, Compass.direction(segment))
        .element(RELATIVE, "aligned")
        .start(ELEMENT);
    if (!segment.name().isBlank()) {
      xml.start(ROAD_NAME);
      Words.writeName(xml, segment.name());
      xml.end();
    }
    xml.element(MODEL, tableId)
        .element(MODEL_VERSION, Words.cut(networkVersion))
        .element(IDENTIFIER, segment.id())
        .end()
        .start(FROM)
        .element(DISTANCE, 0, LENGTH_DECIMALS)
        .end()
        .start(TO)
        .element(DISTANCE, segment.lengthM(), LENGTH_DECIMALS)
        .end()
        .end();
  }
}
