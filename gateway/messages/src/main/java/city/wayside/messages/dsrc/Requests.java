package city.wayside.messages.dsrc;

import static city.wayside.messages.uper.Schema.entry;
import static city.wayside.messages.uper.Schema.extensibleEnumerated;
import static city.wayside.messages.uper.Schema.integer;
import static city.wayside.messages.uper.Schema.listOf;
import static city.wayside.messages.uper.Schema.sequence;

import city.wayside.messages.uper.EnumeratedType;
import city.wayside.messages.uper.IntegerType;
import city.wayside.messages.uper.SequenceType;

/// Requests for priority and their answers, of SAE J2735 and ETSI-ITS-DSRC (TS 103 301 v2.2.1),
/// which have the same bits.
public final class Requests {

  public static final IntegerType REQUEST_ID = integer(0, 255);

  public static final EnumeratedType PRIORITY_REQUEST_TYPE =
      extensibleEnumerated(
          "priorityRequestTypeReserved",
          "priorityRequest",
          "priorityRequestUpdate",
          "priorityCancellation");

  public static final SequenceType SIGNAL_REQUEST =
      sequence("SignalRequest")
          .field("id", Basics.INTERSECTION_REFERENCE_ID)
          .field("requestID", REQUEST_ID)
          .field("requestType", PRIORITY_REQUEST_TYPE)
          .field("inBoundLane", Basics.INTERSECTION_ACCESS_POINT)
          .optional("outBoundLane", Basics.INTERSECTION_ACCESS_POINT)
          .optional("regional", listOf(1, 4, Regional.EXTENSION))
          .extensible()
          .end();

  public static final SequenceType SIGNAL_REQUEST_PACKAGE =
      sequence("SignalRequestPackage")
          .field("request", SIGNAL_REQUEST)
          .optional("minute", Basics.MINUTE_OF_THE_YEAR)
          .optional("second", Basics.D_SECOND)
          .optional("duration", Basics.D_SECOND)
          .optional("regional", listOf(1, 4, Regional.EXTENSION))
          .extensible()
          .end();

  public static final SequenceType SIGNAL_REQUEST_MESSAGE =
      sequence("SignalRequestMessage")
          .optional("timeStamp", Basics.MINUTE_OF_THE_YEAR)
          .field("second", Basics.D_SECOND)
          .optional("sequenceNumber", Basics.MSG_COUNT)
          .optional("requests", listOf(1, 32, SIGNAL_REQUEST_PACKAGE))
          .field("requestor", Requestors.REQUESTOR_DESCRIPTION)
          .optional("regional", listOf(1, 4, Regional.EXTENSION))
          .extensible()
          .end();

  public static final SequenceType SIGNAL_REQUESTER_INFO =
      sequence("SignalRequesterInfo")
          .field("id", Requestors.VEHICLE_ID)
          .field("request", REQUEST_ID)
          .field("sequenceNumber", Basics.MSG_COUNT)
          .optional("role", Requestors.BASIC_VEHICLE_ROLE)
          .optional("typeData", Requestors.REQUESTOR_TYPE)
          .extensible()
          .end();

  public static final EnumeratedType REJECTED_REASON =
      extensibleEnumerated(
          "unknown",
          "exceptionalCondition",
          "maxWaitingTimeExceeded",
          "ptPriorityDisabled",
          "higherPTPriorityGranted",
          "vehicleTrackingUnknown");

  public static final SequenceType SIGNAL_STATUS_PACKAGE_ADD_GRP_C =
      sequence("SignalStatusPackage-addGrpC")
          .optional("synchToSchedule", Requestors.DELTA_TIME)
          .optional("rejectedReason", REJECTED_REASON)
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
          .optional(
              "regional",
              listOf(
                  1,
                  4,
                  Regional.extension(
                      entry(3, "SignalStatusPackage-addGrpC", SIGNAL_STATUS_PACKAGE_ADD_GRP_C))))
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

  private Requests() {}
}
