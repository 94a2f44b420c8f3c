package city.wayside.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import city.wayside.messages.MessageFormats;
import city.wayside.messages.Standard;
import city.wayside.messages.canonical.CanonicalJson;
import city.wayside.messages.json.itsclient.Encoded;
import city.wayside.messages.json.itsclient.ItsClientEncoder;
import city.wayside.messages.json.itsclient.Sender;
import city.wayside.messages.time.ItsTime;
import city.wayside.messages.uper.Malformed;
import city.wayside.model.downlink.DownMessage;
import city.wayside.model.event.EventKey;
import city.wayside.model.flow.UplinkBatch;
import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationState;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.telemetry.Metric;
import com.hivemq.client.mqtt.datatypes.MqttQos;
import com.hivemq.client.mqtt.mqtt5.Mqtt5BlockingClient;
import com.hivemq.client.mqtt.mqtt5.exceptions.Mqtt5PubAckException;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Vehicles that speak the standards' own messages.
class PackedMessagesTest {

  private static final long STATION = 1001;

  /// Of the messages below.
  private static final double SPEED_MPS = 10;

  private final EdgeRig rig = new EdgeRig();
  private final Mqtt5BlockingClient client = rig.mqtt5("rsu-1");

  @BeforeEach
  void connect() {
    client.connect();
  }

  @AfterEach
  void stop() {
    client.disconnect();
    rig.close();
  }

  @Test
  void aCamBecomesTheStationsState() throws Malformed {
    publish("v1/up/1001/cam", cam(rig.nowMs()));

    assertArrived(MessageKind.CAM);
  }

  @Test
  void aCamMayNameItsStationItself() throws Malformed {
    publish("v1/up/-/cam", cam(rig.nowMs()));

    assertArrived(MessageKind.CAM);
  }

  @Test
  void aCamInUnsecuredDataIsReached() throws Malformed {
    byte[] cam = cam(rig.nowMs());
    byte[] data = new byte[3 + cam.length];
    // IEEE 1609.2: version 3, unsecured, one octet of length.
    data[0] = 3;
    data[1] = (byte) 0x80;
    data[2] = (byte) cam.length;
    System.arraycopy(cam, 0, data, 3, cam.length);
    publish("v1/up/1001/cam", data);

    assertArrived(MessageKind.CAM);
  }

  @Test
  void aBsmBecomesTheStationsState() throws Malformed {
    publish("v1/up/1001/bsm", bsm(rig.nowMs()));

    assertArrived(MessageKind.BSM);
  }

  @Test
  void aCamInJsonBecomesTheStationsState() {
    Report report = EdgeRig.report(STATION, rig.nowMs());
    Encoded encoded = new ItsClientEncoder().cam(report, new Sender("com_car_1001", STATION));
    publish("v1/up/1001/cam", ((Encoded.Text) encoded).json());

    assertArrived(MessageKind.CAM, report.speedMps());
  }

  @Test
  void whatIsNotTheTopicsKindOrStationIsRefused() throws Malformed {
    byte[] cam = cam(rig.nowMs());

    assertThat(refused("v1/up/1002/cam", cam))
        .isEqualTo("station is 1001, must be the topic's station 1002");
    assertThat(refused("v1/up/1001/vam", cam))
        .isEqualTo("the payload is a cam, must be the topic's vam");
    assertThat(rig.telemetry.count(Metric.EDGE_MESSAGES_REFUSED, Refusal.STATION_MISMATCH.word()))
        .isEqualTo(1);
  }

  @Test
  void aDenmBecomesAnEventAndIsPassedOnAsItCame() throws Malformed {
    byte[] denm = denm(rig.nowMs());
    publish("v1/up/1001/denm", denm);

    // It is acknowledged, so the grid has it.
    UplinkBatch batch = rig.uplink.tries().getFirst();
    assertThat(batch.events().getFirst().key()).isEqualTo(new EventKey(STATION, 1));
    assertThat(batch.events().getFirst().place().position().latDeg())
        .isCloseTo(EdgeRig.ROAD_LAT, within(1e-6));
    DownMessage passedOn = (DownMessage) batch.downlink().getFirst();
    assertThat(passedOn.payload()).isEqualTo(denm);
    assertThat(passedOn.topic()).startsWith("v1/geo/1/2/").endsWith("/denm");
    assertThat(rig.telemetry.count(Metric.EDGE_HAZARDS_ADMITTED, "denm")).isEqualTo(1);
  }

  @Test
  void whatIsUnderstoodButNotKeptIsNotAcknowledged() throws Malformed {
    // A request must not be lost in silence: until it is passed on, its sender is told.
    assertThat(refused("v1/up/1001/srem", Messages.srem(STATION, rig.nowMs())))
        .isEqualTo("type is srem, which this version understands but does not pass on");
  }

  private void publish(String topic, byte[] payload) {
    client.publishWith().topic(topic).qos(MqttQos.AT_LEAST_ONCE).payload(payload).send();
  }

  private String refused(String topic, byte[] payload) {
    try {
      publish(topic, payload);
      throw new AssertionError("acknowledged: " + HexFormat.of().formatHex(payload));
    } catch (Mqtt5PubAckException refusal) {
      return refusal.getMqttMessage().getReasonString().orElseThrow().toString();
    }
  }

  private void assertArrived(MessageKind kind) {
    assertArrived(kind, SPEED_MPS);
  }

  private void assertArrived(MessageKind kind, double speedMps) {
    await().untilAsserted(() -> assertThat(rig.states()).hasSize(1));
    StationState state = rig.states().getFirst();
    assertThat(state.report().kind()).isEqualTo(kind);
    assertThat(state.stationId()).isEqualTo(STATION);
    assertThat(state.onRoad()).isTrue();
    assertThat(state.report().latDeg()).isCloseTo(EdgeRig.ROAD_LAT, within(1e-6));
    assertThat(state.report().speedMps()).isCloseTo(speedMps, within(0.01));
    assertThat(state.report().headingDeg()).isCloseTo(90, within(0.1));
  }

  private static byte[] cam(long timeMs) throws Malformed {
    String json =
        """
        {"header":{"protocolVersion":2,"messageID":2,"stationID":1001},"cam":{
        "generationDeltaTime":%d,"camParameters":{"basicContainer":{"stationType":5,
        "referencePosition":{"latitude":%d,"longitude":%d,"positionConfidenceEllipse":{
        "semiMajorConfidence":4095,"semiMinorConfidence":4095,"semiMajorOrientation":3601},
        "altitude":{"altitudeValue":800001,"altitudeConfidence":"unavailable"}}},
        "highFrequencyContainer":{"basicVehicleContainerHighFrequency":{
        "heading":{"headingValue":900,"headingConfidence":127},
        "speed":{"speedValue":1000,"speedConfidence":127},"driveDirection":"forward",
        "vehicleLength":{"vehicleLengthValue":1023,
        "vehicleLengthConfidenceIndication":"unavailable"},"vehicleWidth":62,
        "longitudinalAcceleration":{"longitudinalAccelerationValue":161,
        "longitudinalAccelerationConfidence":102},
        "curvature":{"curvatureValue":1023,"curvatureConfidence":"unavailable"},
        "curvatureCalculationMode":"unavailable",
        "yawRate":{"yawRateValue":32767,"yawRateConfidence":"unavailable"}}}}}}\
        """
            .formatted(
                ItsTime.generationDeltaOfUnixMs(timeMs), units(EdgeRig.ROAD_LAT), lonUnits());
    return pack(Standard.ETSI, "cam", json);
  }

  private static byte[] bsm(long timeMs) throws Malformed {
    String json =
        """
        {"messageId":20,"value":{"BasicSafetyMessage":{"coreData":{"msgCnt":1,"id":"000003e9",
        "secMark":%d,"lat":%d,"long":%d,"elev":-4096,
        "accuracy":{"semiMajor":255,"semiMinor":255,"orientation":65535},
        "transmission":"unavailable","speed":500,"heading":7200,"angle":127,
        "accelSet":{"long":2001,"lat":2001,"vert":-127,"yaw":0},
        "brakes":{"wheelBrakes":"10000","traction":"unavailable","abs":"unavailable",
        "scs":"unavailable","brakeBoost":"unavailable","auxBrakes":"unavailable"},
        "size":{"width":0,"length":0}}}}}\
        """
            .formatted(ItsTime.secondOfUnixMs(timeMs), units(EdgeRig.ROAD_LAT), lonUnits());
    return pack(Standard.SAE, "bsm", json);
  }

  private static byte[] denm(long timeMs) throws Malformed {
    String json =
        """
        {"header":{"protocolVersion":2,"messageID":1,"stationID":1001},"denm":{"management":{
        "actionID":{"originatingStationID":1001,"sequenceNumber":1},"detectionTime":%1$d,
        "referenceTime":%1$d,"eventPosition":{"latitude":%2$d,"longitude":%3$d,
        "positionConfidenceEllipse":{"semiMajorConfidence":4095,"semiMinorConfidence":4095,
        "semiMajorOrientation":3601},"altitude":{"altitudeValue":800001,
        "altitudeConfidence":"unavailable"}},"stationType":5}}}\
        """
            .formatted(ItsTime.timestampOfUnixMs(timeMs), units(EdgeRig.ROAD_LAT), lonUnits());
    return pack(Standard.ETSI, "denm", json);
  }

  private static byte[] pack(Standard standard, String word, String json) throws Malformed {
    return CanonicalJson.pack(MessageFormats.of(standard, word, 0).orElseThrow(), json);
  }

  private static long lonUnits() {
    return units(EdgeRig.ROAD_LON + 0.001);
  }

  private static long units(double degrees) {
    return Math.round(degrees * 1e7);
  }
}
