package city.wayside.messages.translation;

import city.wayside.messages.etsi.cdd.Positions;
import city.wayside.messages.etsi.ivim.Ivim;
import city.wayside.messages.etsi.ivim.Signs;
import city.wayside.messages.etsi.ivim.Zones;
import city.wayside.messages.uper.Path;

/// Where the values of an IVIM are, by the names of ETSI TS 103 301 and ISO 19321; the same for
/// reading and for writing.
final class IvimPaths {

  private static final String MANDATORY = "ivi.mandatory.";
  static final Path COUNTRY_CODE = ivim(MANDATORY + "serviceProviderId.countryCode");
  static final Path PROVIDER = ivim(MANDATORY + "serviceProviderId.providerIdentifier");
  static final Path NUMBER = ivim(MANDATORY + "iviIdentificationNumber");
  static final Path TIME_STAMP = ivim(MANDATORY + "timeStamp");
  static final Path VALID_FROM = ivim(MANDATORY + "validFrom");
  static final Path VALID_TO = ivim(MANDATORY + "validTo");
  static final Path STATUS = ivim(MANDATORY + "iviStatus");
  static final Path CONTAINERS = ivim("ivi.optional");

  static final Path GLC = Path.of(Ivim.IVI_CONTAINER, "glc");
  static final Path GIV = Path.of(Ivim.IVI_CONTAINER, "giv");
  static final Path TC = Path.of(Ivim.IVI_CONTAINER, "tc");

  static final Path POSITION = glc("referencePosition");
  static final Path LATITUDE = glc("referencePosition.latitude");
  static final Path LONGITUDE = glc("referencePosition.longitude");
  static final Path SEMI_MAJOR =
      glc("referencePosition.positionConfidenceEllipse.semiMajorConfidence");
  static final Path SEMI_MINOR =
      glc("referencePosition.positionConfidenceEllipse.semiMinorConfidence");
  static final Path PARTS = glc("parts");

  static final Path ZONE_ID = Path.of(Zones.GLC_PART, "zoneId");
  static final Path ZONE_HEADING = Path.of(Zones.GLC_PART, "zoneHeading");
  static final Path SEGMENT = Path.of(Zones.GLC_PART, "zone.segment.line");
  static final Path AREA = Path.of(Zones.GLC_PART, "zone.area");
  static final Path SET_OF_LANES = Path.of(Zones.GLC_PART, "zone.segment-setOfLanes.line");

  static final Path DELTAS = Path.of(Zones.POLYGONAL_LINE, "deltaPositions");
  static final Path DELTAS_WITH_ALTITUDE =
      Path.of(Zones.POLYGONAL_LINE, "deltaPositionsWithAltitude");
  static final Path ABSOLUTES = Path.of(Zones.POLYGONAL_LINE, "absolutePositions");
  static final Path ABSOLUTES_WITH_ALTITUDE =
      Path.of(Zones.POLYGONAL_LINE, "absolutePositionsWithAltitude");
  static final Path DELTA_LATITUDE = Path.of(Zones.DELTA_POSITION, "deltaLatitude");
  static final Path DELTA_LONGITUDE = Path.of(Zones.DELTA_POSITION, "deltaLongitude");
  static final Path STEP_LATITUDE = Path.of(Positions.DELTA_REFERENCE_POSITION, "deltaLatitude");
  static final Path STEP_LONGITUDE = Path.of(Positions.DELTA_REFERENCE_POSITION, "deltaLongitude");
  static final Path POINT_LATITUDE = Path.of(Zones.ABSOLUTE_POSITION, "latitude");
  static final Path POINT_LONGITUDE = Path.of(Zones.ABSOLUTE_POSITION, "longitude");
  static final Path HIGH_LATITUDE = Path.of(Zones.ABSOLUTE_POSITION_W_ALTITUDE, "latitude");
  static final Path HIGH_LONGITUDE = Path.of(Zones.ABSOLUTE_POSITION_W_ALTITUDE, "longitude");

  static final Path DETECTION_ZONES = Path.of(Signs.GIC_PART, "detectionZoneIds");
  static final Path RELEVANCE_ZONES = Path.of(Signs.GIC_PART, "relevanceZoneIds");
  static final Path DIRECTION = Path.of(Signs.GIC_PART, "direction");
  static final Path TYPE = Path.of(Signs.GIC_PART, "iviType");
  static final Path CODES = Path.of(Signs.GIC_PART, "roadSignCodes");
  static final Path EXTRA_TEXT = Path.of(Signs.GIC_PART, "extraText");

  static final Path TC_DETECTION_ZONES = Path.of(Signs.TC_PART, "detectionZoneIds");
  static final Path TC_RELEVANCE_ZONES = Path.of(Signs.TC_PART, "relevanceZoneIds");
  static final Path TC_TEXT = Path.of(Signs.TC_PART, "text");
  static final Path TC_DATA = Path.of(Signs.TC_PART, "data");

  static final Path LANGUAGE = Path.of(Signs.TEXT, "language");
  static final Path TEXT = Path.of(Signs.TEXT, "textContent");

  private IvimPaths() {}

  private static Path ivim(String names) {
    return Path.of(Ivim.IVIM, names);
  }

  private static Path glc(String names) {
    return Path.of(Zones.GEOGRAPHIC_LOCATION_CONTAINER, names);
  }
}
