package city.wayside.messages.etsi.v1;

import static city.wayside.messages.uper.Schema.BOOLEAN;
import static city.wayside.messages.uper.Schema.ascii;
import static city.wayside.messages.uper.Schema.bits;
import static city.wayside.messages.uper.Schema.extensibleEnumerated;
import static city.wayside.messages.uper.Schema.extensibleInteger;
import static city.wayside.messages.uper.Schema.integer;
import static city.wayside.messages.uper.Schema.listOf;
import static city.wayside.messages.uper.Schema.sequence;
import static city.wayside.messages.uper.Schema.utf8;

import city.wayside.messages.etsi.cdd.Motion;
import city.wayside.messages.etsi.cdd.Positions;
import city.wayside.messages.etsi.cdd.Roads;
import city.wayside.messages.etsi.cdd.Vehicles;
import city.wayside.messages.uper.SequenceOfType;
import city.wayside.messages.uper.SequenceType;

/// What ETSI TS 102 894-2 v1.2.1 (protocol version 1) lays out in other bits than its successors.
public final class CddV1 {

  public static final SequenceType CAUSE_CODE =
      sequence("CauseCode")
          .field("causeCode", integer(0, 255))
          .field("subCauseCode", integer(0, 255))
          .end();

  public static final SequenceType CURVATURE =
      sequence("Curvature")
          .field("curvatureValue", integer(-30000, 30001))
          .field("curvatureConfidence", Motion.CURVATURE_CONFIDENCE)
          .end();

  public static final SequenceType CLOSED_LANES =
      sequence("ClosedLanes")
          .optional("hardShoulderStatus", Roads.HARD_SHOULDER_STATUS)
          .field("drivingLaneStatus", bits(1, 14))
          .extensible()
          .end();

  public static final SequenceType CEN_DSRC_TOLLING_ZONE =
      sequence("CenDsrcTollingZone")
          .field("protectedZoneLatitude", Positions.LATITUDE)
          .field("protectedZoneLongitude", Positions.LONGITUDE)
          .optional("cenDsrcTollingZoneID", Roads.PROTECTED_ZONE_ID)
          .end();

  public static final SequenceType PROTECTED_COMMUNICATION_ZONE =
      sequence("ProtectedCommunicationZone")
          .field("protectedZoneType", extensibleEnumerated("cenDsrcTolling"))
          .optional("expiryTime", Positions.TIMESTAMP_ITS)
          .field("protectedZoneLatitude", Positions.LATITUDE)
          .field("protectedZoneLongitude", Positions.LONGITUDE)
          .optional("protectedZoneRadius", extensibleInteger(1, 255))
          .optional("protectedZoneID", Roads.PROTECTED_ZONE_ID)
          .end();

  public static final SequenceOfType PROTECTED_COMMUNICATION_ZONES_RSU =
      listOf(1, 16, PROTECTED_COMMUNICATION_ZONE);

  public static final SequenceType DANGEROUS_GOODS_EXTENDED =
      sequence("DangerousGoodsExtended")
          .field("dangerousGoodsType", Vehicles.DANGEROUS_GOODS_BASIC)
          .field("unNumber", integer(0, 9999))
          .field("elevatedTemperature", BOOLEAN)
          .field("tunnelsRestricted", BOOLEAN)
          .field("limitedQuantity", BOOLEAN)
          .optional("emergencyActionCode", ascii(1, 24))
          .optional("phoneNumber", ascii(1, 24))
          .optional("companyName", utf8())
          .end();

  private CddV1() {}
}
