package city.wayside.messages.sae;

import static city.wayside.messages.uper.Schema.bits;
import static city.wayside.messages.uper.Schema.listOf;
import static city.wayside.messages.uper.Schema.sequence;

import city.wayside.messages.dsrc.Basics;
import city.wayside.messages.dsrc.Regional;
import city.wayside.messages.dsrc.Requestors;
import city.wayside.messages.dsrc.Requests;
import city.wayside.messages.dsrc.Spat;
import city.wayside.messages.dsrc.Vectors;
import city.wayside.messages.uper.SequenceType;

/// Requests for priority and their answers of SAE J2735-2024.
public final class SignalPriority {

  public static final SequenceType REQUESTOR_TYPE =
      sequence("RequestorType")
          .field("role", VehicleClasses.BASIC_VEHICLE_ROLE)
          .optional("subrole", Requestors.REQUEST_SUB_ROLE)
          .optional("request", Requestors.REQUEST_IMPORTANCE_LEVEL)
          .optional("iso3883", VehicleClasses.ISO3833_VEHICLE_TYPE)
          .optional("hpmsType", Requestors.VEHICLE_TYPE)
          .optional("regional", Regional.EXTENSION)
          .extensible()
          .end();

  public static final SequenceType REQUESTOR_POSITION_VECTOR =
      sequence("RequestorPositionVector")
          .field("position", Quantities.POSITION_3D)
          .optional("heading", Basics.ANGLE)
          .optional("speed", Vectors.TRANSMISSION_AND_SPEED)
          .extensible()
          .end();

  public static final SequenceType REQUESTOR_DESCRIPTION =
      sequence("RequestorDescription")
          .field("id", Requestors.VEHICLE_ID)
          .optional("type", REQUESTOR_TYPE)
          .optional("position", REQUESTOR_POSITION_VECTOR)
          .optional("name", Basics.DESCRIPTIVE_NAME)
          .optional("routeName", Basics.DESCRIPTIVE_NAME)
          .optional("transitStatus", bits(8))
          .optional("transitOccupancy", Requestors.TRANSIT_VEHICLE_OCCUPANCY)
          .optional("transitSchedule", Requestors.DELTA_TIME)
          .optional("regional", listOf(1, 4, Regional.EXTENSION))
          .extensible()
          .end();

  public static final SequenceType SIGNAL_REQUEST_MESSAGE =
      sequence("SignalRequestMessage")
          .optional("timeStamp", Basics.MINUTE_OF_THE_YEAR)
          .field("second", Basics.D_SECOND)
          .optional("sequenceNumber", Basics.MSG_COUNT)
          .optional("requests", listOf(1, 32, Requests.SIGNAL_REQUEST_PACKAGE))
          .field("requestor", REQUESTOR_DESCRIPTION)
          .optional("regional", listOf(1, 4, Regional.EXTENSION))
          .extensible()
          .end();

  public static final SequenceType SIGNAL_REQUESTER_INFO =
      sequence("SignalRequesterInfo")
          .field("id", Requestors.VEHICLE_ID)
          .field("request", Requests.REQUEST_ID)
          .field("sequenceNumber", Basics.MSG_COUNT)
          .optional("role", VehicleClasses.BASIC_VEHICLE_ROLE)
          .optional("typeData", REQUESTOR_TYPE)
          .extensible()
          .end();

  public static final SequenceType SIGNAL_STATUS_PACKAGE =
      sequence("SignalStatusPackage")
          .optional("requester", SIGNAL_REQUESTER_INFO)
          .field("inboundOn", Basics.INTERSECTION_ACCESS_POINT)
          .optional("outboundOn", Basics.INTERSECTION_ACCESS_POINT)
          .optional("minute", Basics.MINUTE_OF_THE_YEAR)
          .optional("second", Basics.D_SECOND)
          .optional("duration", Basics.D_SECOND)
          .field("status", Spat.PRIORITIZATION_RESPONSE_STATUS)
          .optional("regional", listOf(1, 4, Regional.EXTENSION))
          .extensible()
          .end();

  public static final SequenceType SIGNAL_STATUS =
      sequence("SignalStatus")
          .field("sequenceNumber", Basics.MSG_COUNT)
          .field("id", Basics.INTERSECTION_REFERENCE_ID)
          .field("sigStatus", listOf(1, 32, SIGNAL_STATUS_PACKAGE))
          .optional("regional", listOf(1, 4, Regional.EXTENSION))
          .extensible()
          .end();

  public static final SequenceType SIGNAL_STATUS_MESSAGE =
      sequence("SignalStatusMessage")
          .optional("timeStamp", Basics.MINUTE_OF_THE_YEAR)
          .field("second", Basics.D_SECOND)
          .optional("sequenceNumber", Basics.MSG_COUNT)
          .field("status", listOf(1, 32, SIGNAL_STATUS))
          .optional("regional", listOf(1, 4, Regional.EXTENSION))
          .extensible()
          .end();

  private SignalPriority() {}
}
