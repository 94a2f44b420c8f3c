package city.wayside.messages.etsi.cdd;

import static city.wayside.messages.uper.Schema.enumerated;
import static city.wayside.messages.uper.Schema.extensibleInteger;
import static city.wayside.messages.uper.Schema.integer;
import static city.wayside.messages.uper.Schema.listOf;
import static city.wayside.messages.uper.Schema.sequence;

import city.wayside.messages.uper.EnumeratedType;
import city.wayside.messages.uper.IntegerType;
import city.wayside.messages.uper.SequenceOfType;
import city.wayside.messages.uper.SequenceType;

/// Positions, ways and areas of ETSI TS 102 894-2 v1.3.1 (ITS-Container): each constant is the
/// standard's type of that name.
public final class Positions {

  public static final IntegerType TIMESTAMP_ITS = integer(0, 4398046511103L);

  public static final IntegerType LATITUDE = integer(-900000000, 900000001);

  public static final IntegerType LONGITUDE = integer(-1800000000, 1800000001);

  public static final IntegerType SEMI_AXIS_LENGTH = integer(0, 4095);

  public static final IntegerType HEADING_VALUE = integer(0, 3601);

  public static final SequenceType POS_CONFIDENCE_ELLIPSE =
      sequence("PosConfidenceEllipse")
          .field("semiMajorConfidence", SEMI_AXIS_LENGTH)
          .field("semiMinorConfidence", SEMI_AXIS_LENGTH)
          .field("semiMajorOrientation", HEADING_VALUE)
          .end();

  public static final IntegerType ALTITUDE_VALUE = integer(-100000, 800001);

  public static final EnumeratedType ALTITUDE_CONFIDENCE =
      enumerated(
          "alt-000-01",
          "alt-000-02",
          "alt-000-05",
          "alt-000-10",
          "alt-000-20",
          "alt-000-50",
          "alt-001-00",
          "alt-002-00",
          "alt-005-00",
          "alt-010-00",
          "alt-020-00",
          "alt-050-00",
          "alt-100-00",
          "alt-200-00",
          "outOfRange",
          "unavailable");

  public static final SequenceType ALTITUDE =
      sequence("Altitude")
          .field("altitudeValue", ALTITUDE_VALUE)
          .field("altitudeConfidence", ALTITUDE_CONFIDENCE)
          .end();

  public static final SequenceType REFERENCE_POSITION =
      sequence("ReferencePosition")
          .field("latitude", LATITUDE)
          .field("longitude", LONGITUDE)
          .field("positionConfidenceEllipse", POS_CONFIDENCE_ELLIPSE)
          .field("altitude", ALTITUDE)
          .end();

  public static final IntegerType DELTA_LATITUDE = integer(-131071, 131072);

  public static final IntegerType DELTA_LONGITUDE = integer(-131071, 131072);

  public static final IntegerType DELTA_ALTITUDE = integer(-12700, 12800);

  public static final SequenceType DELTA_REFERENCE_POSITION =
      sequence("DeltaReferencePosition")
          .field("deltaLatitude", DELTA_LATITUDE)
          .field("deltaLongitude", DELTA_LONGITUDE)
          .field("deltaAltitude", DELTA_ALTITUDE)
          .end();

  public static final IntegerType PATH_DELTA_TIME = extensibleInteger(1, 65535);

  public static final SequenceType PATH_POINT =
      sequence("PathPoint")
          .field("pathPosition", DELTA_REFERENCE_POSITION)
          .optional("pathDeltaTime", PATH_DELTA_TIME)
          .end();

  public static final SequenceOfType PATH_HISTORY = listOf(0, 40, PATH_POINT);

  public static final SequenceOfType TRACES = listOf(1, 7, PATH_HISTORY);

  public static final IntegerType INFORMATION_QUALITY = integer(0, 7);

  public static final SequenceType EVENT_POINT =
      sequence("EventPoint")
          .field("eventPosition", DELTA_REFERENCE_POSITION)
          .optional("eventDeltaTime", PATH_DELTA_TIME)
          .field("informationQuality", INFORMATION_QUALITY)
          .end();

  public static final SequenceOfType EVENT_HISTORY = listOf(1, 23, EVENT_POINT);

  public static final SequenceOfType ITINERARY_PATH = listOf(1, 40, REFERENCE_POSITION);

  private Positions() {}
}
