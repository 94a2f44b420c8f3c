package city.wayside.messages.etsi.ivim;

import static city.wayside.messages.uper.Schema.bits;
import static city.wayside.messages.uper.Schema.choice;
import static city.wayside.messages.uper.Schema.extensibleInteger;
import static city.wayside.messages.uper.Schema.extensibleListOf;
import static city.wayside.messages.uper.Schema.integer;
import static city.wayside.messages.uper.Schema.octets;
import static city.wayside.messages.uper.Schema.sequence;
import static city.wayside.messages.uper.Schema.utf8;

import city.wayside.messages.etsi.cdd.EventDetails;
import city.wayside.messages.etsi.cdd.LanePositions;
import city.wayside.messages.etsi.cdd.Roads;
import city.wayside.messages.uper.ChoiceType;
import city.wayside.messages.uper.IntegerType;
import city.wayside.messages.uper.SequenceOfType;
import city.wayside.messages.uper.SequenceType;

/// Signs and texts as they are shown: ISO 19321.
public final class Signs {

  public static final SequenceOfType ZONE_IDS = extensibleListOf(1, 8, Zones.ZID);

  public static final ChoiceType EXT2 =
      choice("Ext2")
          .or("content", integer(16512, 2113663))
          .or("extension", extensibleInteger(2113664, 270549119))
          .end();

  public static final ChoiceType EXT1 =
      choice("Ext1").or("content", integer(128, 16511)).or("extension", EXT2).end();

  public static final ChoiceType VAR_LENGTH_NUMBER =
      choice("VarLengthNumber").or("content", integer(0, 127)).or("extension", EXT1).end();

  public static final SequenceOfType LANE_POSITIONS = extensibleListOf(1, 8, Roads.LANE_POSITION);

  public static final IntegerType IVI_TYPE = integer(0, 7);

  public static final IntegerType LANE_STATUS = extensibleInteger(0, 7);

  public static final IntegerType RSC_UNIT = integer(0, 15);

  public static final SequenceType VC_CODE =
      sequence("VcCode")
          .field("roadSignClass", integer(0, 7))
          .field("roadSignCode", integer(1, 64))
          .field("vcOption", integer(0, 7))
          .optional(
              "validity", extensibleListOf(1, 8, SignCodes.INTERNATIONAL_SIGN_APPLICABLE_PERIOD))
          .optional("value", integer(0, 65535))
          .optional("unit", RSC_UNIT)
          .end();

  public static final SequenceType ANY_CATALOGUE =
      sequence("AnyCatalogue")
          .field("owner", EventDetails.PROVIDER)
          .field("version", integer(0, 255))
          .field("pictogramCode", integer(0, 65535))
          .optional("value", integer(0, 65535))
          .optional("unit", RSC_UNIT)
          .optional("attributes", SignCodes.ISO14823_ATTRIBUTES)
          .end();

  public static final SequenceType RS_CODE =
      sequence("RSCode")
          .optional("layoutComponentId", extensibleInteger(1, 4))
          .field(
              "code",
              choice("Code")
                  .or("viennaConvention", VC_CODE)
                  .or("iso14823", SignCodes.ISO14823_CODE)
                  .or("itisCodes", integer(0, 65535))
                  .or("anyCatalogue", ANY_CATALOGUE)
                  .extensible()
                  .end())
          .end();

  public static final SequenceOfType ROAD_SIGN_CODES = extensibleListOf(1, 4, RS_CODE);

  public static final SequenceType TEXT =
      sequence("Text")
          .optional("layoutComponentId", extensibleInteger(1, 4))
          .field("language", bits(10))
          .field("textContent", utf8())
          .end();

  public static final SequenceType GIC_PART =
      sequence("GicPart")
          .optional("detectionZoneIds", ZONE_IDS)
          .optional("its-Rrid", VAR_LENGTH_NUMBER)
          .optional("relevanceZoneIds", ZONE_IDS)
          .optional("direction", LanePositions.DIRECTION)
          .optional("driverAwarenessZoneIds", ZONE_IDS)
          .optional("minimumAwarenessTime", integer(0, 255))
          .optional("applicableLanes", LANE_POSITIONS)
          .field("iviType", IVI_TYPE)
          .optional("iviPurpose", integer(0, 3))
          .optional("laneStatus", LANE_STATUS)
          .optional("vehicleCharacteristics", VehicleCharacteristics.VEHICLE_CHARACTERISTICS_LIST)
          .optional("driverCharacteristics", integer(0, 3))
          .optional("layoutId", extensibleInteger(1, 4))
          .optional("preStoredlayoutId", extensibleInteger(1, 64))
          .field("roadSignCodes", ROAD_SIGN_CODES)
          .optional("extraText", extensibleListOf(1, 4, TEXT))
          .extensible()
          .end();

  public static final SequenceOfType GENERAL_IVI_CONTAINER = extensibleListOf(1, 16, GIC_PART);

  public static final SequenceType TC_PART =
      sequence("TcPart")
          .optional("detectionZoneIds", ZONE_IDS)
          .field("relevanceZoneIds", ZONE_IDS)
          .optional("direction", LanePositions.DIRECTION)
          .optional("driverAwarenessZoneIds", ZONE_IDS)
          .optional("minimumAwarenessTime", integer(0, 255))
          .optional("applicableLanes", LANE_POSITIONS)
          .optional("layoutId", extensibleInteger(1, 4))
          .optional("preStoredlayoutId", extensibleInteger(1, 64))
          .optional("text", extensibleListOf(1, 4, TEXT))
          .field("data", octets())
          .extensible()
          .group(
              sequence("TcPart")
                  .field("iviType", IVI_TYPE)
                  .optional("laneStatus", LANE_STATUS)
                  .optional(
                      "vehicleCharacteristics",
                      VehicleCharacteristics.VEHICLE_CHARACTERISTICS_LIST))
          .end();

  public static final SequenceOfType TEXT_CONTAINER = extensibleListOf(1, 16, TC_PART);

  public static final SequenceType LAYOUT_COMPONENT =
      sequence("LayoutComponent")
          .field("layoutComponentId", extensibleInteger(1, 8))
          .field("height", integer(10, 73))
          .field("width", integer(10, 265))
          .field("x", integer(10, 265))
          .field("y", integer(10, 73))
          .field("textScripting", integer(0, 1))
          .end();

  public static final SequenceType LAYOUT_CONTAINER =
      sequence("LayoutContainer")
          .field("layoutId", extensibleInteger(1, 4))
          .optional("height", integer(10, 73))
          .optional("width", integer(10, 265))
          .field("layoutComponents", extensibleListOf(1, 4, LAYOUT_COMPONENT))
          .extensible()
          .end();

  private Signs() {}
}
