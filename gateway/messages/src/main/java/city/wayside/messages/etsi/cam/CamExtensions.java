package city.wayside.messages.etsi.cam;

import static city.wayside.messages.uper.Schema.choice;
import static city.wayside.messages.uper.Schema.entry;
import static city.wayside.messages.uper.Schema.extensibleBits;
import static city.wayside.messages.uper.Schema.extensibleInteger;
import static city.wayside.messages.uper.Schema.extensibleListOf;
import static city.wayside.messages.uper.Schema.integer;
import static city.wayside.messages.uper.Schema.open;
import static city.wayside.messages.uper.Schema.sequence;

import city.wayside.messages.etsi.cdd.LanePositions;
import city.wayside.messages.etsi.cdd.Predictions;
import city.wayside.messages.etsi.cdd.Quantities;
import city.wayside.messages.etsi.cdd.RoadUsers;
import city.wayside.messages.etsi.cdd.Shapes;
import city.wayside.messages.uper.ChoiceType;
import city.wayside.messages.uper.SequenceOfType;
import city.wayside.messages.uper.SequenceType;

/// The containers that release 2 adds to a CAM, ETSI TS 103 900 v2.3.1.
public final class CamExtensions {

  public static final SequenceType CYCLIST_TYPE_SPECIFIC_INFORMATION =
      sequence("CyclistTypeSpecificInformation")
          .optional("vruSubProfileBicyclist", integer(0, 10))
          .optional("vruMovementControl", RoadUsers.VRU_MOVEMENT_CONTROL)
          .extensible()
          .end();

  public static final ChoiceType TWO_WHEELER_TYPE_SPECIFIC_INFORMATION =
      choice("TwoWheelerTypeSpecificInformation")
          .or("cyclist", CYCLIST_TYPE_SPECIFIC_INFORMATION)
          .extensible()
          .end();

  public static final SequenceType TWO_WHEELER_CONTAINER =
      sequence("TwoWheelerContainer")
          .optional("typeSpecificInformation", TWO_WHEELER_TYPE_SPECIFIC_INFORMATION)
          .optional("rollAngle", Quantities.CARTESIAN_ANGLE)
          .optional("orientation", Quantities.WGS84_ANGLE)
          .optional("stabilityChangeIndication", Predictions.STABILITY_CHANGE_INDICATION)
          .extensible()
          .end();

  public static final SequenceType E_HORIZON_LOCATION_SHARING_CONTAINER =
      sequence("EHorizonLocationSharingContainer")
          .field("segmentAhead", Shapes.POLYGONAL_LINE)
          .optional("nodeProbabilities", Quantities.CONFIDENCE_LEVELS)
          .field("segmentBehind", Shapes.POLYGONAL_LINE)
          .optional("laneLevelDetails", LanePositions.BASIC_LANE_CONFIGURATION)
          .optional("segmentSource", Shapes.META_INFORMATION)
          .extensible()
          .end();

  public static final SequenceType VERY_LOW_FREQUENCY_CONTAINER =
      sequence("VeryLowFrequencyContainer")
          .optional("vehicleHeight", integer(1, 62))
          .optional("wiperStatus", integer(0, 7))
          .optional("brakeControl", extensibleBits(3))
          .extensible()
          .end();

  public static final SequenceType PATH_PREDICTION_CONTAINER =
      sequence("PathPredictionContainer")
          .field("pathPredictedList", Predictions.PATH_PREDICTED_LIST)
          .extensible()
          .end();

  public static final SequenceType GENERALIZED_LANE_POSITIONS_CONTAINER =
      sequence("GeneralizedLanePositionsContainer")
          .field("generalizedLanePositions", LanePositions.GENERALIZED_LANE_POSITIONS)
          .extensible()
          .end();

  public static final SequenceType VEHICLE_MOVEMENT_CONTROL_CONTAINER =
      sequence("VehicleMovementControlContainer")
          .field("vehicleMovementControl", Predictions.VEHICLE_MOVEMENT_CONTROL)
          .extensible()
          .end();

  public static final SequenceType WRAPPED_EXTENSION_CONTAINER =
      sequence("WrappedExtensionContainer")
          .field("containerId", extensibleInteger(1, 16))
          .open(
              "containerData",
              open(
                  entry(1, "TwoWheelerContainer", TWO_WHEELER_CONTAINER),
                  entry(
                      2, "EHorizonLocationSharingContainer", E_HORIZON_LOCATION_SHARING_CONTAINER),
                  entry(3, "VeryLowFrequencyContainer", VERY_LOW_FREQUENCY_CONTAINER),
                  entry(4, "PathPredictionContainer", PATH_PREDICTION_CONTAINER),
                  entry(
                      5, "GeneralizedLanePositionsContainer", GENERALIZED_LANE_POSITIONS_CONTAINER),
                  entry(6, "VehicleMovementControlContainer", VEHICLE_MOVEMENT_CONTROL_CONTAINER)),
              "containerId")
          .end();

  public static final SequenceOfType WRAPPED_EXTENSION_CONTAINERS =
      extensibleListOf(1, 8, WRAPPED_EXTENSION_CONTAINER);

  private CamExtensions() {}
}
