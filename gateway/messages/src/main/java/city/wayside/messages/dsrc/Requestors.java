package city.wayside.messages.dsrc;

import static city.wayside.messages.uper.Schema.bits;
import static city.wayside.messages.uper.Schema.choice;
import static city.wayside.messages.uper.Schema.entry;
import static city.wayside.messages.uper.Schema.enumerated;
import static city.wayside.messages.uper.Schema.extensibleEnumerated;
import static city.wayside.messages.uper.Schema.integer;
import static city.wayside.messages.uper.Schema.listOf;
import static city.wayside.messages.uper.Schema.octets;
import static city.wayside.messages.uper.Schema.sequence;

import city.wayside.messages.etsi.cdd.Vehicles;
import city.wayside.messages.uper.ChoiceType;
import city.wayside.messages.uper.EnumeratedType;
import city.wayside.messages.uper.IntegerType;
import city.wayside.messages.uper.SequenceType;
import city.wayside.messages.uper.StringType;
import java.util.List;

/// Who asks for priority, of SAE J2735 and ETSI-ITS-DSRC (TS 103 301 v2.2.1), which have the same
/// bits.
public final class Requestors {

  public static final ChoiceType VEHICLE_ID =
      choice("VehicleID").or("entityID", octets(4, 4)).or("stationID", Vehicles.STATION_ID).end();

  public static final EnumeratedType BASIC_VEHICLE_ROLE =
      enumerated(
          List.of(
              "basicVehicle",
              "publicTransport",
              "specialTransport",
              "dangerousGoods",
              "roadWork",
              "roadRescue",
              "emergency",
              "safetyCar",
              "none-unknown",
              "truck",
              "motorcycle",
              "roadSideSource",
              "police",
              "fire",
              "ambulance",
              "dot",
              "transit",
              "slowMoving",
              "stopNgo",
              "cyclist",
              "pedestrian",
              "nonMotorized",
              "military"),
          List.of("tram"));

  public static final EnumeratedType REQUEST_SUB_ROLE =
      enumerated(
          "requestSubRoleUnKnown",
          "requestSubRole1",
          "requestSubRole2",
          "requestSubRole3",
          "requestSubRole4",
          "requestSubRole5",
          "requestSubRole6",
          "requestSubRole7",
          "requestSubRole8",
          "requestSubRole9",
          "requestSubRole10",
          "requestSubRole11",
          "requestSubRole12",
          "requestSubRole13",
          "requestSubRole14",
          "requestSubRoleReserved");

  public static final EnumeratedType REQUEST_IMPORTANCE_LEVEL =
      enumerated(
          "requestImportanceLevelUnKnown",
          "requestImportanceLevel1",
          "requestImportanceLevel2",
          "requestImportanceLevel3",
          "requestImportanceLevel4",
          "requestImportanceLevel5",
          "requestImportanceLevel6",
          "requestImportanceLevel7",
          "requestImportanceLevel8",
          "requestImportanceLevel9",
          "requestImportanceLevel10",
          "requestImportanceLevel11",
          "requestImportanceLevel12",
          "requestImportanceLevel13",
          "requestImportanceLevel14",
          "requestImportanceReserved");

  public static final EnumeratedType VEHICLE_TYPE =
      extensibleEnumerated(
          "none",
          "unknown",
          "special",
          "moto",
          "car",
          "carOther",
          "bus",
          "axleCnt2",
          "axleCnt3",
          "axleCnt4",
          "axleCnt4Trailer",
          "axleCnt5Trailer",
          "axleCnt6Trailer",
          "axleCnt5MultiTrailer",
          "axleCnt6MultiTrailer",
          "axleCnt7MultiTrailer");

  public static final SequenceType REQUESTOR_TYPE =
      sequence("RequestorType")
          .field("role", BASIC_VEHICLE_ROLE)
          .optional("subrole", REQUEST_SUB_ROLE)
          .optional("request", REQUEST_IMPORTANCE_LEVEL)
          .optional("iso3883", integer(0, 255))
          .optional("hpmsType", VEHICLE_TYPE)
          .optional("regional", Regional.EXTENSION)
          .extensible()
          .end();

  public static final SequenceType REQUESTOR_POSITION_VECTOR =
      sequence("RequestorPositionVector")
          .field("position", Vectors.POSITION_3D)
          .optional("heading", Basics.ANGLE)
          .optional("speed", Vectors.TRANSMISSION_AND_SPEED)
          .extensible()
          .end();

  public static final StringType TRANSIT_VEHICLE_STATUS = bits(8);

  public static final EnumeratedType TRANSIT_VEHICLE_OCCUPANCY =
      enumerated(
          "occupancyUnknown",
          "occupancyEmpty",
          "occupancyVeryLow",
          "occupancyLow",
          "occupancyMed",
          "occupancyHigh",
          "occupancyNearlyFull",
          "occupancyFull");

  public static final IntegerType DELTA_TIME = integer(-122, 121);

  public static final IntegerType FUEL_TYPE = integer(0, 15);

  public static final SequenceType REQUESTOR_DESCRIPTION_ADD_GRP_C =
      sequence("RequestorDescription-addGrpC")
          .optional("fuel", FUEL_TYPE)
          .optional("batteryStatus", extensibleEnumerated("unknown", "critical", "low", "good"))
          .extensible()
          .end();

  public static final SequenceType OCIT_REQUESTOR_DESCRIPTION_CONTAINER =
      sequence("OcitRequestorDescriptionContainer")
          .optional("reportingPoint", integer(0, 65535))
          .optional("priorityLevel", integer(0, 255))
          .optional("length", integer(0, 7))
          .optional("route", integer(0, 4294967295L))
          .optional("line", integer(0, 4294967295L))
          .optional("direction", integer(0, 255))
          .optional("tour", integer(0, 4294967295L))
          .optional("version", integer(0, 4294967295L))
          .extensible()
          .end();

  public static final SequenceType REQUESTOR_DESCRIPTION =
      sequence("RequestorDescription")
          .field("id", VEHICLE_ID)
          .optional("type", REQUESTOR_TYPE)
          .optional("position", REQUESTOR_POSITION_VECTOR)
          .optional("name", Basics.DESCRIPTIVE_NAME)
          .optional("routeName", Basics.DESCRIPTIVE_NAME)
          .optional("transitStatus", TRANSIT_VEHICLE_STATUS)
          .optional("transitOccupancy", TRANSIT_VEHICLE_OCCUPANCY)
          .optional("transitSchedule", DELTA_TIME)
          .optional(
              "regional",
              listOf(
                  1,
                  4,
                  Regional.extension(
                      entry(3, "RequestorDescription-addGrpC", REQUESTOR_DESCRIPTION_ADD_GRP_C))))
          .extensible()
          .group(
              sequence("RequestorDescription").field("ocit", OCIT_REQUESTOR_DESCRIPTION_CONTAINER))
          .end();

  private Requestors() {}
}
