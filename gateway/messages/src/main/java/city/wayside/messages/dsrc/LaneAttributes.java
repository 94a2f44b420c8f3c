package city.wayside.messages.dsrc;

import static city.wayside.messages.uper.Schema.bits;
import static city.wayside.messages.uper.Schema.choice;
import static city.wayside.messages.uper.Schema.entry;
import static city.wayside.messages.uper.Schema.extensibleBits;
import static city.wayside.messages.uper.Schema.integer;
import static city.wayside.messages.uper.Schema.sequence;

import city.wayside.messages.uper.ChoiceType;
import city.wayside.messages.uper.SequenceType;
import city.wayside.messages.uper.StringType;

/// What a lane is for, of SAE J2735 and ETSI-ITS-DSRC (TS 103 301 v2.2.1), which have the same
/// bits.
public final class LaneAttributes {

  public static final StringType LANE_DIRECTION = bits(2);

  public static final StringType LANE_SHARING = bits(10);

  public static final ChoiceType LANE_TYPE_ATTRIBUTES =
      choice("LaneTypeAttributes")
          .or("vehicle", extensibleBits(8))
          .or("crosswalk", bits(16))
          .or("bikeLane", bits(16))
          .or("sidewalk", bits(16))
          .or("median", bits(16))
          .or("striping", bits(16))
          .or("trackedVehicle", bits(16))
          .or("parking", bits(16))
          .extensible()
          .end();

  public static final SequenceType LANE_ATTRIBUTES_ADD_GRP_C =
      sequence("LaneAttributes-addGrpC")
          .optional("maxVehicleHeight", Basics.VEHICLE_HEIGHT)
          .optional("maxVehicleWeight", integer(1, 1024))
          .extensible()
          .end();

  public static final SequenceType LANE_ATTRIBUTES =
      sequence("LaneAttributes")
          .field("directionalUse", LANE_DIRECTION)
          .field("sharedWith", LANE_SHARING)
          .field("laneType", LANE_TYPE_ATTRIBUTES)
          .optional(
              "regional",
              Regional.extension(entry(3, "LaneAttributes-addGrpC", LANE_ATTRIBUTES_ADD_GRP_C)))
          .end();

  private LaneAttributes() {}
}
