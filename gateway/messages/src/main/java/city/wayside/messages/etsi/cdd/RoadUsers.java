package city.wayside.messages.etsi.cdd;

import static city.wayside.messages.uper.Schema.bits;
import static city.wayside.messages.uper.Schema.choice;
import static city.wayside.messages.uper.Schema.integer;
import static city.wayside.messages.uper.Schema.sequence;

import city.wayside.messages.uper.ChoiceType;
import city.wayside.messages.uper.IntegerType;
import city.wayside.messages.uper.SequenceType;

/// Vulnerable road users, their groups and profiles, ETSI TS 102 894-2 v2.4.1 (ETSI-ITS-CDD).
public final class RoadUsers {

  public static final IntegerType VRU_SUB_PROFILE_BICYCLIST = integer(0, 15);

  public static final ChoiceType VRU_PROFILE_AND_SUBPROFILE =
      choice("VruProfileAndSubprofile")
          .or("pedestrian", integer(0, 15))
          .or("bicyclistAndLightVruVehicle", VRU_SUB_PROFILE_BICYCLIST)
          .or("motorcyclist", integer(0, 15))
          .or("animal", integer(0, 15))
          .extensible()
          .end();

  public static final SequenceType VRU_EXTERIOR_LIGHTS =
      sequence("VruExteriorLights")
          .field("vehicular", Vehicles.EXTERIOR_LIGHTS)
          .field("vruSpecific", bits(8))
          .extensible()
          .end();

  public static final SequenceType VRU_CLUSTER_INFORMATION =
      sequence("VruClusterInformation")
          .optional("clusterId", Quantities.IDENTIFIER_1B)
          .optional("clusterBoundingBoxShape", Shapes.SHAPE)
          .field("clusterCardinalitySize", Quantities.CARDINAL_NUMBER_1B)
          .optional("clusterProfiles", bits(4))
          .extensible()
          .end();

  public static final IntegerType VRU_ENVIRONMENT = integer(0, 15);

  public static final IntegerType VRU_MOVEMENT_CONTROL = integer(0, 15);

  public static final IntegerType VRU_DEVICE_USAGE = integer(0, 15);

  public static final IntegerType VRU_SIZE_CLASS = integer(0, 15);

  public static final SequenceType CLUSTER_JOIN_INFO =
      sequence("ClusterJoinInfo")
          .field("clusterId", Quantities.IDENTIFIER_1B)
          .field("joinTime", Quantities.DELTA_TIME_QUARTER_SECOND)
          .extensible()
          .end();

  public static final SequenceType CLUSTER_LEAVE_INFO =
      sequence("ClusterLeaveInfo")
          .field("clusterId", Quantities.IDENTIFIER_1B)
          .field("clusterLeaveReason", integer(0, 15))
          .extensible()
          .end();

  public static final SequenceType CLUSTER_BREAKUP_INFO =
      sequence("ClusterBreakupInfo")
          .field("clusterBreakupReason", integer(0, 15))
          .field("breakupTime", Quantities.DELTA_TIME_QUARTER_SECOND)
          .extensible()
          .end();

  private RoadUsers() {}
}
