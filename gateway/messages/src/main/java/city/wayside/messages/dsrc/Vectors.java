package city.wayside.messages.dsrc;

import static city.wayside.messages.uper.Schema.entry;
import static city.wayside.messages.uper.Schema.enumerated;
import static city.wayside.messages.uper.Schema.integer;
import static city.wayside.messages.uper.Schema.listOf;
import static city.wayside.messages.uper.Schema.sequence;

import city.wayside.messages.etsi.cdd.Positions;
import city.wayside.messages.uper.EnumeratedType;
import city.wayside.messages.uper.IntegerType;
import city.wayside.messages.uper.SequenceType;

/// Positions and motion of SAE J2735 and ETSI-ITS-DSRC (TS 103 301 v2.2.1), which have the same
/// bits.
public final class Vectors {

  public static final IntegerType ELEVATION = integer(-4096, 61439);

  public static final SequenceType POSITION_3D_ADD_GRP_C =
      sequence("Position3D-addGrpC").field("altitude", Positions.ALTITUDE).extensible().end();

  public static final SequenceType POSITION_3D =
      sequence("Position3D")
          .field("lat", Positions.LATITUDE)
          .field("long", Positions.LONGITUDE)
          .optional("elevation", ELEVATION)
          .optional(
              "regional",
              listOf(
                  1, 4, Regional.extension(entry(3, "Position3D-addGrpC", POSITION_3D_ADD_GRP_C))))
          .extensible()
          .end();

  public static final SequenceType D_DATE_TIME =
      sequence("DDateTime")
          .optional("year", integer(0, 4095))
          .optional("month", integer(0, 12))
          .optional("day", integer(0, 31))
          .optional("hour", integer(0, 31))
          .optional("minute", integer(0, 60))
          .optional("second", Basics.D_SECOND)
          .optional("offset", integer(-840, 840))
          .end();

  public static final EnumeratedType TRANSMISSION_STATE =
      enumerated(
          "neutral",
          "park",
          "forwardGears",
          "reverseGears",
          "reserved1",
          "reserved2",
          "reserved3",
          "unavailable");

  public static final SequenceType TRANSMISSION_AND_SPEED =
      sequence("TransmissionAndSpeed")
          .field("transmisson", TRANSMISSION_STATE)
          .field("speed", Basics.VELOCITY)
          .end();

  public static final SequenceType POSITIONAL_ACCURACY =
      sequence("PositionalAccuracy")
          .field("semiMajor", integer(0, 255))
          .field("semiMinor", integer(0, 255))
          .field("orientation", integer(0, 65535))
          .end();

  public static final EnumeratedType TIME_CONFIDENCE =
      enumerated(
          "unavailable",
          "time-100-000",
          "time-050-000",
          "time-020-000",
          "time-010-000",
          "time-002-000",
          "time-001-000",
          "time-000-500",
          "time-000-200",
          "time-000-100",
          "time-000-050",
          "time-000-020",
          "time-000-010",
          "time-000-005",
          "time-000-002",
          "time-000-001",
          "time-000-000-5",
          "time-000-000-2",
          "time-000-000-1",
          "time-000-000-05",
          "time-000-000-02",
          "time-000-000-01",
          "time-000-000-005",
          "time-000-000-002",
          "time-000-000-001",
          "time-000-000-000-5",
          "time-000-000-000-2",
          "time-000-000-000-1",
          "time-000-000-000-05",
          "time-000-000-000-02",
          "time-000-000-000-01",
          "time-000-000-000-005",
          "time-000-000-000-002",
          "time-000-000-000-001",
          "time-000-000-000-000-5",
          "time-000-000-000-000-2",
          "time-000-000-000-000-1",
          "time-000-000-000-000-05",
          "time-000-000-000-000-02",
          "time-000-000-000-000-01");

  public static final EnumeratedType POSITION_CONFIDENCE =
      enumerated(
          "unavailable",
          "a500m",
          "a200m",
          "a100m",
          "a50m",
          "a20m",
          "a10m",
          "a5m",
          "a2m",
          "a1m",
          "a50cm",
          "a20cm",
          "a10cm",
          "a5cm",
          "a2cm",
          "a1cm");

  public static final EnumeratedType ELEVATION_CONFIDENCE =
      enumerated(
          "unavailable",
          "elev-500-00",
          "elev-200-00",
          "elev-100-00",
          "elev-050-00",
          "elev-020-00",
          "elev-010-00",
          "elev-005-00",
          "elev-002-00",
          "elev-001-00",
          "elev-000-50",
          "elev-000-20",
          "elev-000-10",
          "elev-000-05",
          "elev-000-02",
          "elev-000-01");

  public static final SequenceType POSITION_CONFIDENCE_SET =
      sequence("PositionConfidenceSet")
          .field("pos", POSITION_CONFIDENCE)
          .field("elevation", ELEVATION_CONFIDENCE)
          .end();

  public static final EnumeratedType HEADING_CONFIDENCE_DSRC =
      enumerated(
          "unavailable",
          "prec10deg",
          "prec05deg",
          "prec01deg",
          "prec0-1deg",
          "prec0-05deg",
          "prec0-01deg",
          "prec0-0125deg");

  public static final EnumeratedType SPEED_CONFIDENCE_DSRC =
      enumerated(
          "unavailable",
          "prec100ms",
          "prec10ms",
          "prec5ms",
          "prec1ms",
          "prec0-1ms",
          "prec0-05ms",
          "prec0-01ms");

  public static final SequenceType SPEEDAND_HEADINGAND_THROTTLE_CONFIDENCE =
      sequence("SpeedandHeadingandThrottleConfidence")
          .field("heading", HEADING_CONFIDENCE_DSRC)
          .field("speed", SPEED_CONFIDENCE_DSRC)
          .field(
              "throttle",
              enumerated("unavailable", "prec10percent", "prec1percent", "prec0-5percent"))
          .end();

  public static final SequenceType FULL_POSITION_VECTOR =
      sequence("FullPositionVector")
          .optional("utcTime", D_DATE_TIME)
          .field("long", Positions.LONGITUDE)
          .field("lat", Positions.LATITUDE)
          .optional("elevation", ELEVATION)
          .optional("heading", integer(0, 28800))
          .optional("speed", TRANSMISSION_AND_SPEED)
          .optional("posAccuracy", POSITIONAL_ACCURACY)
          .optional("timeConfidence", TIME_CONFIDENCE)
          .optional("posConfidence", POSITION_CONFIDENCE_SET)
          .optional("speedConfidence", SPEEDAND_HEADINGAND_THROTTLE_CONFIDENCE)
          .extensible()
          .end();

  private Vectors() {}
}
