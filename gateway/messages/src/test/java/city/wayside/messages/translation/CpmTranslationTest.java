package city.wayside.messages.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.wayside.messages.RandomMessages;
import city.wayside.messages.etsi.cdd.PerceivedObjects;
import city.wayside.messages.etsi.cpm.Cpm;
import city.wayside.messages.uper.Draft;
import city.wayside.messages.uper.Path;
import city.wayside.messages.uper.RandomValues;
import city.wayside.messages.uper.SequenceType;
import city.wayside.model.message.Decoded;
import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationType;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CpmTranslationTest {

  /// TimestampIts 690000000000.
  private static final long REFERENCE_MS = Instant.parse("2025-11-12T02:39:55Z").toEpochMilli();

  private final RandomMessages random = new RandomMessages(7);
  private long[] classes = {};

  @Test
  void aCarAndAPedestrianSeenFromTheRoadSide() {
    // Raw: reference 488566140/23522219, axes 10/10. Object 1: -50 ms, x 1200 y -340 (12 m east,
    // 3.4 m south), confidences 50, velocity 500/-120, vehicle 5. Object 2: 20 ms, position out of
    // range, polar 140 at 2700, pedestrian.
    List<Report> reports = reports(Translated.bytes("etsi.jsonl", "etsi-2825e3e91461"));
    Report car = reports.get(0);
    assertThat(reports).hasSize(2);
    assertThat(car.stationId()).isEqualTo(1);
    assertThat(car.kind()).isEqualTo(MessageKind.CPM);
    assertThat(car.type()).isEqualTo(StationType.PASSENGER_CAR);
    assertThat(car.timeMs()).isEqualTo(REFERENCE_MS - 50);
    // At 48.86 degrees a degree is 111.210 km north and 73.373 km east (WGS 84).
    assertThat(car.latDeg()).isCloseTo(48.8566140 - 3.4 / 111_210, within(1e-8));
    assertThat(car.lonDeg()).isCloseTo(2.3522219 + 12.0 / 73_373, within(1e-7));
    assertThat(car.speedMps()).isCloseTo(5.141984, within(1e-6));
    // 13.4957 degrees south of east.
    assertThat(car.headingDeg()).isCloseTo(103.4957, within(1e-4));
    // 0.1 m of the sender and 0.5 m of the object.
    assertThat(car.accuracyM()).isCloseTo(0.509902, within(1e-6));

    Report pedestrian = reports.get(1);
    assertThat(pedestrian.stationId()).isEqualTo(2);
    assertThat(pedestrian.type()).isEqualTo(StationType.PEDESTRIAN);
    assertThat(pedestrian.timeMs()).isEqualTo(REFERENCE_MS + 20);
    assertThat(pedestrian.latDeg()).isNaN();
    assertThat(pedestrian.lonDeg()).isNaN();
    assertThat(pedestrian.speedMps()).isEqualTo(1.4);
    // 270 degrees anticlockwise from the east is the south.
    assertThat(pedestrian.headingDeg()).isEqualTo(180);
  }

  @ParameterizedTest(name = "x {0} y {1} goes {2}")
  @CsvSource({
    "100, 0, 90",
    "0, 100, 0",
    "-100, 0, 270",
    "0, -100, 180",
    "0, 0, NaN",
    "16383, 100, NaN",
    "16382, 100, NaN",
    "100, -16383, NaN",
  })
  void theVelocityIsTheHeading(long x, long y, Double headingDeg) throws Exception {
    Report report =
        object(
            "velocity.cartesianVelocity.xVelocity.value",
            x,
            "velocity.cartesianVelocity.xVelocity.confidence",
            1,
            "velocity.cartesianVelocity.yVelocity.value",
            y,
            "velocity.cartesianVelocity.yVelocity.confidence",
            1);
    if (Double.isNaN(headingDeg)) {
      assertThat(report.headingDeg()).isNaN();
    } else {
      assertThat(report.headingDeg()).isCloseTo(headingDeg, within(1e-9));
    }
  }

  @ParameterizedTest(name = "angle {0} goes {1}")
  @CsvSource({"0, 90", "900, 0", "901, 359.9", "1800, 270", "3599, 90.1", "3601, NaN"})
  void theAngleIsCountedFromTheEastAnticlockwise(long angle, Double headingDeg) throws Exception {
    Report report =
        object(
            "velocity.polarVelocity.velocityMagnitude.speedValue",
            16_383,
            "velocity.polarVelocity.velocityMagnitude.speedConfidence",
            1,
            "velocity.polarVelocity.velocityDirection.value",
            angle,
            "velocity.polarVelocity.velocityDirection.confidence",
            1);
    assertThat(report.hasSpeed()).isFalse();
    if (Double.isNaN(headingDeg)) {
      assertThat(report.headingDeg()).isNaN();
    } else {
      assertThat(report.headingDeg()).isCloseTo(headingDeg, within(1e-9));
    }
  }

  @Test
  void anObjectWithoutVelocityHasNoneAndOneWithoutIdIsCounted() throws Exception {
    Report report = object();
    assertThat(report.hasSpeed()).isFalse();
    assertThat(report.hasHeading()).isFalse();
    assertThat(report.stationId()).isEqualTo(0x1_0000);
    assertThat(report.type()).isEqualTo(StationType.UNKNOWN);
  }

  @Test
  void theLikeliestClassIsTheType() throws Exception {
    classes = new long[] {5, 40, 6, 60, 7, 60};
    assertThat(object().type()).isEqualTo(StationType.BUS);
    // 101 is "not available": less than any confidence.
    classes = new long[] {5, 101, 6, 1};
    assertThat(object().type()).isEqualTo(StationType.BUS);
  }

  @Test
  void everyMarkOfTheAccuracyIsAbsence() throws Exception {
    assertThat(object("position.xCoordinate.confidence", 4096).accuracyM()).isNaN();
    assertThat(object("position.yCoordinate.confidence", 4095).accuracyM()).isNaN();
  }

  @Test
  void objectsWithoutIdHaveIdsOfTheirOwnAndAllHeadingsAreInRange() throws Exception {
    RandomValues.Fixed version = fixed("header.protocolVersion", 2);
    RandomValues.Fixed id = fixed("header.messageId", 14);
    int objects = 0;
    for (int i = 0; i < 4000; i++) {
      List<Report> reports = reports(random.next(Cpm.COLLECTIVE_PERCEPTION_MESSAGE, version, id));
      Set<Long> unnamed = new HashSet<>();
      for (Report report : reports) {
        assertThat(report.stationId() < 0x1_0000 || unnamed.add(report.stationId())).isTrue();
        assertThat(!report.hasHeading() || (report.headingDeg() >= 0 && report.headingDeg() < 360))
            .isTrue();
        assertThat(Double.isNaN(report.latDeg())).isEqualTo(Double.isNaN(report.lonDeg()));
      }
      objects += reports.size();
    }
    System.out.println("random perceived objects: " + objects);
    assertThat(objects).isGreaterThan(1000);
  }

  private static List<Report> reports(byte[] bytes) {
    return ((Decoded.Reports) Translated.of(bytes)).reports();
  }

  private static RandomValues.Fixed fixed(String path, long number) {
    return new RandomValues.Fixed(Path.of(Cpm.COLLECTIVE_PERCEPTION_MESSAGE, path), number);
  }

  /// The only object of a message, with these numbers after their paths.
  private Report object(Object... numbers) throws Exception {
    Draft draft = new Draft(Cpm.COLLECTIVE_PERCEPTION_MESSAGE);
    long object = draft.sequence(PerceivedObjects.PERCEIVED_OBJECT);
    put(draft, object, "measurementDeltaTime", 0);
    if (classes.length > 0) {
      put(draft, object, "classification", classification(draft));
    }
    for (String axis : new String[] {"x", "y"}) {
      put(draft, object, "position." + axis + "Coordinate.value", 0);
      put(draft, object, "position." + axis + "Coordinate.confidence", 10);
    }
    for (int i = 0; i < numbers.length; i += 2) {
      put(draft, object, (String) numbers[i], ((Number) numbers[i + 1]).longValue());
    }
    long container = draft.sequence(Cpm.WRAPPED_CPM_CONTAINER);
    Path data =
        Path.of(
            Cpm.WRAPPED_CPM_CONTAINER, "containerData.PerceivedObjectContainer.perceivedObjects");
    Path count =
        Path.of(
            Cpm.WRAPPED_CPM_CONTAINER,
            "containerData.PerceivedObjectContainer.numberOfPerceivedObjects");
    draft
        .put(container, Path.of(Cpm.WRAPPED_CPM_CONTAINER, "containerId"), 5)
        .put(container, count, 1)
        .put(container, data, draft.list(object));
    String position = "payload.managementContainer.referencePosition.";
    for (RandomValues.Fixed field :
        List.of(
            fixed("header.protocolVersion", 2),
            fixed("header.messageId", 14),
            fixed("header.stationId", 1),
            fixed("payload.managementContainer.referenceTime", 690_000_000_000L),
            fixed(position + "latitude", 0),
            fixed(position + "longitude", 0),
            fixed(position + "positionConfidenceEllipse.semiMajorConfidence", 10),
            fixed(position + "positionConfidenceEllipse.semiMinorConfidence", 10),
            fixed(position + "positionConfidenceEllipse.semiMajorOrientation", 0),
            fixed(position + "altitude.altitudeValue", 0),
            fixed(position + "altitude.altitudeConfidence", 0),
            fixed("payload.cpmContainers", draft.list(container)))) {
      draft.put(field.path(), field.cell());
    }
    return reports(draft.encode()).getFirst();
  }

  /// Vehicles of these sub-classes with these confidences, in turn.
  private long classification(Draft draft) throws Exception {
    SequenceType type = PerceivedObjects.OBJECT_CLASS_WITH_CONFIDENCE;
    long[] candidates = new long[classes.length / 2];
    for (int i = 0; i < candidates.length; i++) {
      candidates[i] = draft.sequence(type);
      draft
          .put(candidates[i], Path.of(type, "objectClass.vehicleSubClass"), classes[2 * i])
          .put(candidates[i], Path.of(type, "confidence"), classes[2 * i + 1]);
    }
    return draft.list(candidates);
  }

  private static void put(Draft draft, long object, String path, long number) throws Exception {
    draft.put(object, Path.of(PerceivedObjects.PERCEIVED_OBJECT, path), number);
  }
}
