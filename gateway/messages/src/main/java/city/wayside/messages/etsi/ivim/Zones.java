package city.wayside.messages.etsi.ivim;

import static city.wayside.messages.uper.Schema.choice;
import static city.wayside.messages.uper.Schema.extensibleInteger;
import static city.wayside.messages.uper.Schema.extensibleListOf;
import static city.wayside.messages.uper.Schema.integer;
import static city.wayside.messages.uper.Schema.sequence;

import city.wayside.messages.etsi.cdd.LanePositions;
import city.wayside.messages.etsi.cdd.Motion;
import city.wayside.messages.etsi.cdd.Positions;
import city.wayside.messages.etsi.cdd.Quantities;
import city.wayside.messages.etsi.cdd.Roads;
import city.wayside.messages.uper.ChoiceType;
import city.wayside.messages.uper.IntegerType;
import city.wayside.messages.uper.SequenceType;

/// Where a sign holds: ISO 19321.
public final class Zones {

  public static final IntegerType ZID = extensibleInteger(1, 32);

  public static final SequenceType DELTA_POSITION =
      sequence("DeltaPosition")
          .field("deltaLatitude", Positions.DELTA_LATITUDE)
          .field("deltaLongitude", Positions.DELTA_LONGITUDE)
          .end();

  public static final SequenceType ABSOLUTE_POSITION =
      sequence("AbsolutePosition")
          .field("latitude", Positions.LATITUDE)
          .field("longitude", Positions.LONGITUDE)
          .end();

  public static final SequenceType ABSOLUTE_POSITION_W_ALTITUDE =
      sequence("AbsolutePositionWAltitude")
          .field("latitude", Positions.LATITUDE)
          .field("longitude", Positions.LONGITUDE)
          .field("altitude", Positions.ALTITUDE)
          .end();

  public static final ChoiceType POLYGONAL_LINE =
      choice("PolygonalLine")
          .or("deltaPositions", extensibleListOf(1, 32, DELTA_POSITION))
          .or(
              "deltaPositionsWithAltitude",
              extensibleListOf(1, 32, Positions.DELTA_REFERENCE_POSITION))
          .or("absolutePositions", extensibleListOf(1, 8, ABSOLUTE_POSITION))
          .or("absolutePositionsWithAltitude", extensibleListOf(1, 8, ABSOLUTE_POSITION_W_ALTITUDE))
          .extensible()
          .end();

  public static final IntegerType LANE_WIDTH = integer(0, 1023);

  public static final SequenceType SEGMENT =
      sequence("Segment").field("line", POLYGONAL_LINE).optional("laneWidth", LANE_WIDTH).end();

  public static final SequenceType COMPUTED_SEGMENT =
      sequence("ComputedSegment")
          .field("zoneId", ZID)
          .field("laneNumber", Roads.LANE_POSITION)
          .field("laneWidth", LANE_WIDTH)
          .optional("offsetDistance", integer(-32768, 32767))
          .optional("offsetPosition", Positions.DELTA_REFERENCE_POSITION)
          .end();

  public static final SequenceType SEGMENT_EXTENDED =
      sequence("SegmentExtended")
          .optional("segmentReferencePosition", ZID)
          .field("line", POLYGONAL_LINE)
          .optional("segmentWidthLeft", Quantities.STANDARD_LENGTH_9B)
          .optional("segmentWidthRight", Quantities.STANDARD_LENGTH_9B)
          .extensible()
          .end();

  public static final ChoiceType ZONE =
      choice("Zone")
          .or("segment", SEGMENT)
          .or("area", POLYGONAL_LINE)
          .or("computedSegment", COMPUTED_SEGMENT)
          .extensible()
          .or("segment-setOfLanes", SEGMENT_EXTENDED)
          .end();

  public static final SequenceType GLC_PART =
      sequence("GlcPart")
          .field("zoneId", ZID)
          .optional("laneNumber", Roads.LANE_POSITION)
          .optional("zoneExtension", integer(0, 255))
          .optional("zoneHeading", Positions.HEADING_VALUE)
          .optional("zone", ZONE)
          .extensible()
          .end();

  public static final SequenceType GEOGRAPHIC_LOCATION_CONTAINER =
      sequence("GeographicLocationContainer")
          .field("referencePosition", Positions.REFERENCE_POSITION)
          .optional("referencePositionTime", Positions.TIMESTAMP_ITS)
          .optional("referencePositionHeading", Motion.HEADING)
          .optional("referencePositionSpeed", Motion.SPEED)
          .field("parts", extensibleListOf(1, 16, GLC_PART))
          .extensible()
          .end();

  public static final SequenceType MLC_PART =
      sequence("MlcPart")
          .field("zoneId", ZID)
          .optional("laneIds", extensibleListOf(1, 16, Quantities.IDENTIFIER_1B))
          .end();

  public static final SequenceType MAP_LOCATION_CONTAINER =
      sequence("MapLocationContainer")
          .field("reference", LanePositions.MAP_REFERENCE)
          .field("parts", extensibleListOf(1, 16, MLC_PART))
          .end();

  private Zones() {}
}
