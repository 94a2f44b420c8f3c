package city.wayside.messages.sae;

import static city.wayside.messages.uper.Schema.BOOLEAN;
import static city.wayside.messages.uper.Schema.choice;
import static city.wayside.messages.uper.Schema.extensibleBits;
import static city.wayside.messages.uper.Schema.extensibleEnumerated;
import static city.wayside.messages.uper.Schema.integer;
import static city.wayside.messages.uper.Schema.listOf;
import static city.wayside.messages.uper.Schema.sequence;

import city.wayside.messages.dsrc.Basics;
import city.wayside.messages.dsrc.Regional;
import city.wayside.messages.dsrc.Vectors;
import city.wayside.messages.uper.ChoiceType;
import city.wayside.messages.uper.EnumeratedType;
import city.wayside.messages.uper.SequenceType;

/// The personal safety message of SAE J2735-2024.
public final class Psm {

  public static final EnumeratedType PERSONAL_DEVICE_USER_TYPE =
      extensibleEnumerated(
          "unavailable", "aPEDESTRIAN", "aPEDALCYCLIST", "aPUBLICSAFETYWORKER", "anANIMAL");

  public static final EnumeratedType HUMAN_PROPELLED_TYPE =
      extensibleEnumerated(
          "unavailable", "otherTypes", "onFoot", "skateboard", "pushOrKickScooter", "wheelchair");

  public static final EnumeratedType MOTORIZED_PROPELLED_TYPE =
      extensibleEnumerated(
          "unavailable", "otherTypes", "wheelChair", "bicycle", "scooter", "selfBalancingDevice");

  public static final ChoiceType PROPELLED_INFORMATION =
      choice("PropelledInformation")
          .or("human", HUMAN_PROPELLED_TYPE)
          .or(
              "animal",
              extensibleEnumerated(
                  "unavailable", "otherTypes", "animalMounted", "animalDrawnCarriage"))
          .or("motor", MOTORIZED_PROPELLED_TYPE)
          .extensible()
          .end();

  public static final EnumeratedType PUBLIC_SAFETY_EVENT_RESPONDER_WORKER_TYPE =
      extensibleEnumerated(
          "unavailable",
          "towOperater",
          "fireAndEMSWorker",
          "aDOTWorker",
          "lawEnforcement",
          "hazmatResponder",
          "animalControlWorker",
          "otherPersonnel");

  public static final EnumeratedType ATTACHMENT =
      extensibleEnumerated(
          "unavailable",
          "stroller",
          "bicycleTrailer",
          "cart",
          "wheelchair",
          "otherWalkAssistAttachments",
          "pet");

  public static final SequenceType PERSONAL_SAFETY_MESSAGE =
      sequence("PersonalSafetyMessage")
          .field("basicType", PERSONAL_DEVICE_USER_TYPE)
          .field("secMark", Basics.D_SECOND)
          .field("msgCnt", Basics.MSG_COUNT)
          .field("id", Quantities.TEMPORARY_ID)
          .field("position", Quantities.POSITION_3D)
          .field("accuracy", Vectors.POSITIONAL_ACCURACY)
          .field("speed", Basics.VELOCITY)
          .field("heading", Quantities.HEADING)
          .optional("accelSet", Quantities.ACCELERATION_SET_4_WAY)
          .optional("pathHistory", Quantities.PATH_HISTORY)
          .optional("pathPrediction", Quantities.PATH_PREDICTION)
          .optional("propulsion", PROPELLED_INFORMATION)
          .optional("useState", extensibleBits(9))
          .optional("crossRequest", BOOLEAN)
          .optional("crossState", BOOLEAN)
          .optional("clusterSize", extensibleEnumerated("unavailable", "small", "medium", "large"))
          .optional("clusterRadius", integer(0, 100))
          .optional("eventResponderType", PUBLIC_SAFETY_EVENT_RESPONDER_WORKER_TYPE)
          .optional("activityType", extensibleBits(6))
          .optional("activitySubType", extensibleBits(7))
          .optional("assistType", extensibleBits(6))
          .optional("sizing", extensibleBits(5))
          .optional("attachment", ATTACHMENT)
          .optional("attachmentRadius", integer(0, 200))
          .optional("animalType", extensibleEnumerated("unavailable", "serviceUse", "pet", "farm"))
          .optional("regional", listOf(1, 4, Regional.EXTENSION))
          .extensible()
          .end();

  private Psm() {}
}
