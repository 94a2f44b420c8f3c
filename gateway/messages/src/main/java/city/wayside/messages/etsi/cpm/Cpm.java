package city.wayside.messages.etsi.cpm;

import static city.wayside.messages.uper.Schema.BOOLEAN;
import static city.wayside.messages.uper.Schema.entry;
import static city.wayside.messages.uper.Schema.extensibleListOf;
import static city.wayside.messages.uper.Schema.integer;
import static city.wayside.messages.uper.Schema.listOf;
import static city.wayside.messages.uper.Schema.open;
import static city.wayside.messages.uper.Schema.sequence;

import city.wayside.messages.etsi.cdd.LanePositions;
import city.wayside.messages.etsi.cdd.PerceivedObjects;
import city.wayside.messages.etsi.cdd.Positions;
import city.wayside.messages.etsi.cdd.Quantities;
import city.wayside.messages.etsi.cdd.Shapes;
import city.wayside.messages.etsi.cdd.Vehicles;
import city.wayside.messages.uper.SequenceType;

/// The collective perception message, ETSI TS 103 324 v2.1.1.
public final class Cpm {

  public static final SequenceType MESSAGE_RATE_RANGE =
      sequence("MessageRateRange")
          .field("messageRateMin", PerceivedObjects.MESSAGE_RATE_HZ)
          .field("messageRateMax", PerceivedObjects.MESSAGE_RATE_HZ)
          .end();

  public static final SequenceType CPM_MANAGEMENT_CONTAINER =
      sequence("ManagementContainer")
          .field("referenceTime", Positions.TIMESTAMP_ITS)
          .field("referencePosition", Positions.REFERENCE_POSITION)
          .optional("segmentationInfo", PerceivedObjects.MESSAGE_SEGMENTATION_INFO)
          .optional("messageRateRange", MESSAGE_RATE_RANGE)
          .extensible()
          .end();

  public static final SequenceType ORIGINATING_VEHICLE_CONTAINER =
      sequence("OriginatingVehicleContainer")
          .field("orientationAngle", Quantities.WGS84_ANGLE)
          .optional("pitchAngle", Quantities.CARTESIAN_ANGLE)
          .optional("rollAngle", Quantities.CARTESIAN_ANGLE)
          .optional("trailerDataSet", extensibleListOf(1, 8, PerceivedObjects.TRAILER_DATA))
          .extensible()
          .end();

  public static final SequenceType ORIGINATING_RSU_CONTAINER =
      sequence("OriginatingRsuContainer")
          .optional("mapReference", LanePositions.MAP_REFERENCE)
          .extensible()
          .end();

  public static final SequenceType SENSOR_INFORMATION =
      sequence("SensorInformation")
          .field("sensorId", Quantities.IDENTIFIER_1B)
          .field("sensorType", PerceivedObjects.SENSOR_TYPE)
          .optional("perceptionRegionShape", Shapes.SHAPE)
          .optional("perceptionRegionConfidence", Quantities.CONFIDENCE_LEVEL)
          .field("shadowingApplies", BOOLEAN)
          .extensible()
          .end();

  public static final SequenceType PERCEPTION_REGION =
      sequence("PerceptionRegion")
          .field("measurementDeltaTime", Quantities.DELTA_TIME_MILLI_SECOND_SIGNED)
          .field("perceptionRegionConfidence", Quantities.CONFIDENCE_LEVEL)
          .field("perceptionRegionShape", Shapes.SHAPE)
          .field("shadowingApplies", BOOLEAN)
          .optional("sensorIdList", PerceivedObjects.SEQUENCE_OF_IDENTIFIER_1B)
          .optional("numberOfPerceivedObjects", Quantities.CARDINAL_NUMBER_1B)
          .optional("perceivedObjectIds", extensibleListOf(0, 255, Quantities.IDENTIFIER_2B))
          .extensible()
          .end();

  public static final SequenceType PERCEIVED_OBJECT_CONTAINER =
      sequence("PerceivedObjectContainer")
          .field("numberOfPerceivedObjects", Quantities.CARDINAL_NUMBER_1B)
          .field("perceivedObjects", extensibleListOf(0, 255, PerceivedObjects.PERCEIVED_OBJECT))
          .extensible()
          .end();

  public static final SequenceType WRAPPED_CPM_CONTAINER =
      sequence("WrappedCpmContainer")
          .field("containerId", integer(1, 16))
          .open(
              "containerData",
              open(
                  entry(1, "OriginatingVehicleContainer", ORIGINATING_VEHICLE_CONTAINER),
                  entry(2, "OriginatingRsuContainer", ORIGINATING_RSU_CONTAINER),
                  entry(
                      3,
                      "SensorInformationContainer",
                      extensibleListOf(1, 128, SENSOR_INFORMATION)),
                  entry(
                      4, "PerceptionRegionContainer", extensibleListOf(1, 256, PERCEPTION_REGION)),
                  entry(5, "PerceivedObjectContainer", PERCEIVED_OBJECT_CONTAINER)),
              "containerId")
          .end();

  public static final SequenceType CPM_PAYLOAD =
      sequence("CpmPayload")
          .field("managementContainer", CPM_MANAGEMENT_CONTAINER)
          .field("cpmContainers", listOf(1, 8, WRAPPED_CPM_CONTAINER))
          .extensible()
          .end();

  public static final SequenceType COLLECTIVE_PERCEPTION_MESSAGE =
      sequence("CollectivePerceptionMessage")
          .field("header", Vehicles.ITS_PDU_HEADER_R2)
          .field("payload", CPM_PAYLOAD)
          .end();

  private Cpm() {}
}
