package city.wayside.messages.sae;

import static city.wayside.messages.uper.Schema.ascii;
import static city.wayside.messages.uper.Schema.choice;
import static city.wayside.messages.uper.Schema.extensibleEnumerated;
import static city.wayside.messages.uper.Schema.integer;
import static city.wayside.messages.uper.Schema.listOf;
import static city.wayside.messages.uper.Schema.octets;
import static city.wayside.messages.uper.Schema.sequence;

import city.wayside.messages.dsrc.Basics;
import city.wayside.messages.dsrc.Regional;
import city.wayside.messages.uper.ChoiceType;
import city.wayside.messages.uper.IntegerType;
import city.wayside.messages.uper.SequenceType;

/// Traveler information of SAE J2735-2024.
public final class Tim {

  public static final SequenceType ROAD_SIGN_ID =
      sequence("RoadSignID")
          .field("position", Quantities.POSITION_3D)
          .field("viewAngle", Quantities.HEADING_SLICE)
          .optional(
              "mutcdCode",
              extensibleEnumerated(
                  "none",
                  "regulatory",
                  "warning",
                  "maintenance",
                  "motoristService",
                  "guide",
                  "rec"))
          .optional("crc", octets(2, 2))
          .end();

  public static final SequenceType PORTLAND_CEMENT =
      sequence("PortlandCement")
          .field("type", extensibleEnumerated("newSharp", "traveled", "trafficPolished"))
          .extensible()
          .end();

  public static final SequenceType ASPHALT_OR_TAR =
      sequence("AsphaltOrTar")
          .field(
              "type", extensibleEnumerated("newSharp", "traveled", "trafficPolished", "excessTar"))
          .extensible()
          .end();

  public static final SequenceType GRAVEL =
      sequence("Gravel")
          .field("type", extensibleEnumerated("packedOiled", "loose"))
          .extensible()
          .end();

  public static final SequenceType GRASS =
      sequence("Grass").field("type", extensibleEnumerated("lessThan30Mph")).extensible().end();

  public static final SequenceType CINDERS =
      sequence("Cinders").field("type", extensibleEnumerated("packed")).extensible().end();

  public static final SequenceType ROCK =
      sequence("Rock").field("type", extensibleEnumerated("crushed")).extensible().end();

  public static final SequenceType ICE =
      sequence("Ice").field("type", extensibleEnumerated("smooth")).extensible().end();

  public static final SequenceType SNOW =
      sequence("Snow").field("type", extensibleEnumerated("packed", "loose")).extensible().end();

  public static final ChoiceType DESCRIPTION_OF_ROAD_SURFACE =
      choice("DescriptionOfRoadSurface")
          .or("portlandCement", PORTLAND_CEMENT)
          .or("asphaltOrTar", ASPHALT_OR_TAR)
          .or("gravel", GRAVEL)
          .or("grass", GRASS)
          .or("cinders", CINDERS)
          .or("rock", ROCK)
          .or("ice", ICE)
          .or("snow", SNOW)
          .extensible()
          .end();

  public static final IntegerType MEAN_VARIATION = integer(0, 25000);

  public static final IntegerType VARIATION_STD_DEV = integer(0, 2500);

  public static final SequenceType ROAD_ROUGHNESS =
      sequence("RoadRoughness")
          .field("meanVerticalVariation", MEAN_VARIATION)
          .optional("verticalVariationStdDev", VARIATION_STD_DEV)
          .optional("meanHorizontalVariation", MEAN_VARIATION)
          .optional("horizontalVariationStdDev", VARIATION_STD_DEV)
          .extensible()
          .end();

  public static final SequenceType FRICTION_INFORMATION =
      sequence("FrictionInformation")
          .field("roadSurfaceDescription", DESCRIPTION_OF_ROAD_SURFACE)
          .optional("dryOrWet", extensibleEnumerated("dry", "wet"))
          .optional("roadRoughness", ROAD_ROUGHNESS)
          .extensible()
          .end();

  public static final ChoiceType TRAVELER_DATA_FRAME_NEW_PART_III_CONTENT =
      choice("TravelerDataFrameNewPartIIIContent")
          .or("frictionInfo", FRICTION_INFORMATION)
          .extensible()
          .end();

  public static final SequenceType TRAVELER_DATA_FRAME =
      sequence("TravelerDataFrame")
          .field("doNotUse1", SpecialVehicle.SS_PINDEX)
          .field(
              "frameType",
              extensibleEnumerated("unknown", "advisory", "roadSignage", "commercialSignage"))
          .field(
              "msgId",
              choice("MsgId")
                  .or("furtherInfoID", octets(2, 2))
                  .or("roadSignID", ROAD_SIGN_ID)
                  .end())
          .optional("startYear", Quantities.D_YEAR)
          .field("startTime", Basics.MINUTE_OF_THE_YEAR)
          .field("durationTime", integer(0, 32000))
          .field("priority", integer(0, 7))
          .field("doNotUse2", SpecialVehicle.SS_PINDEX)
          .field("regions", listOf(1, 16, Areas.GEOGRAPHICAL_PATH))
          .field("doNotUse3", SpecialVehicle.SS_PINDEX)
          .field("doNotUse4", SpecialVehicle.SS_PINDEX)
          .field(
              "content",
              choice("Content")
                  .or("advisory", Advice.ITIS_CODES_AND_TEXT)
                  .or("workZone", Advice.WORK_ZONE)
                  .or("genericSign", Advice.GENERIC_SIGNAGE)
                  .or("speedLimit", Advice.SPEED_LIMIT)
                  .or("exitService", Advice.EXIT_SERVICE)
                  .end())
          .optional("url", ascii(1, 15))
          .extensible()
          .field("contentNew", TRAVELER_DATA_FRAME_NEW_PART_III_CONTENT)
          .end();

  public static final SequenceType TRAVELER_INFORMATION =
      sequence("TravelerInformation")
          .field("msgCnt", Basics.MSG_COUNT)
          .optional("timeStamp", Basics.MINUTE_OF_THE_YEAR)
          .optional("packetID", octets(9, 9))
          .optional("urlB", ascii(1, 45))
          .field("dataFrames", listOf(1, 8, TRAVELER_DATA_FRAME))
          .optional("regional", listOf(1, 4, Regional.EXTENSION))
          .extensible()
          .end();

  private Tim() {}
}
