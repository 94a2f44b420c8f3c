package city.wayside.messages.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.wayside.messages.RandomMessages;
import city.wayside.messages.etsi.vam.Vam;
import city.wayside.messages.sae.MessageFrame;
import city.wayside.messages.uper.Path;
import city.wayside.messages.uper.RandomValues;
import city.wayside.messages.vectors.Vectors;
import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationType;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// VAM and PSM.
class RoadUserTranslationTest {

  private static final String PSM = "value.PersonalSafetyMessage.";
  private static final String VAM = "vam.vamParameters.";

  private final RandomMessages random = new RandomMessages(6);

  @Test
  void aPedestriansVam() {
    // Raw: stationId 8001, delta 40000 (22591 ms after 17409), type 1, 488566140/23522219, axes
    // 50/40, heading 450, speed 140.
    assertThat(Translated.etsiReport("etsi-d1412366bd95"))
        .isEqualTo(
            new Report(
                8001,
                StationType.PEDESTRIAN,
                MessageKind.VAM,
                Translated.RECEIVED_MS + 22_591,
                48.8566140,
                2.3522219,
                1.4,
                45,
                0.5));
    // The same with profile bicyclist.
    assertThat(Translated.etsiReport("etsi-949725322f62").type()).isEqualTo(StationType.CYCLIST);
  }

  @Test
  void aPedestriansPsm() {
    // Raw by the ODE: secMark 3564, id 24779D7E, 40.2397377/-74.2761437, axes 20 (1 m at one
    // sigma), speed 0, heading 8898 (0.0125 degrees each).
    byte[] bytes =
        Vectors.of("ode_json_pairs.jsonl").stream()
            .filter(pair -> pair.get("message").asText().equals("PersonalSafetyMessage"))
            .map(Vectors::bytes)
            // 13 octets follow the frame, whose length is in its third octet.
            .map(padded -> Arrays.copyOf(padded, 3 + padded[2]))
            .findFirst()
            .orElseThrow();
    Report report = (Report) Translated.of(bytes);
    assertThat(report.accuracyM()).isCloseTo(2.4477468, within(1e-6));
    assertThat(report)
        .isEqualTo(
            new Report(
                0x2477_9D7E,
                StationType.PEDESTRIAN,
                MessageKind.PSM,
                Instant.parse("2026-06-01T12:00:03.564Z").toEpochMilli(),
                40.2397377,
                -74.2761437,
                0,
                111.225,
                report.accuracyM()));
  }

  @ParameterizedTest(name = "{0} {1} is {2}")
  @CsvSource({
    "pedestrian, 3, PEDESTRIAN",
    "bicyclistAndLightVruVehicle, 0, CYCLIST",
    "bicyclistAndLightVruVehicle, 2, LIGHT_VRU_VEHICLE",
    "bicyclistAndLightVruVehicle, 5, LIGHT_VRU_VEHICLE",
    "bicyclistAndLightVruVehicle, 8, CYCLIST",
    "motorcyclist, 1, MOPED",
    "motorcyclist, 2, MOTORCYCLE",
    "animal, 1, ANIMAL",
  })
  void theProfileIsTheType(String profile, int subProfile, StationType type) throws Exception {
    Report report = vam("vruLowFrequencyContainer.profileAndSubprofile." + profile, subProfile);
    assertThat(report.type()).isEqualTo(type);
  }

  @ParameterizedTest(name = "VAM {0} {1}")
  @CsvSource({
    "vruHighFrequencyContainer.speed.speedValue, 16383",
    "vruHighFrequencyContainer.speed.speedValue, 16382",
  })
  void everyMarkOfAVamsSpeedIsAbsence(String field, long raw) throws Exception {
    assertThat(vam(field, raw).hasSpeed()).isFalse();
  }

  @Test
  void everyOtherMarkOfAVamIsAbsence() throws Exception {
    String position = "basicContainer.referencePosition.";
    assertThat(vam("vruHighFrequencyContainer.heading.value", 3601).hasHeading()).isFalse();
    assertThat(vam(position + "latitude", 900_000_001).latDeg()).isNaN();
    assertThat(vam(position + "longitude", 1_800_000_001).lonDeg()).isNaN();
    assertThat(vam(position + "positionConfidenceEllipse.semiMajorAxisLength", 4095).accuracyM())
        .isNaN();
    assertThat(vam(position + "positionConfidenceEllipse.semiMinorAxisLength", 4094).accuracyM())
        .isNaN();
  }

  @ParameterizedTest(name = "basicType {0} is {1}")
  @CsvSource({"0, PEDESTRIAN", "1, PEDESTRIAN", "2, CYCLIST", "3, PEDESTRIAN", "4, ANIMAL"})
  void theBasicTypeIsTheType(int basicType, StationType type) throws Exception {
    assertThat(psm("basicType", basicType).type()).isEqualTo(type);
  }

  @Test
  void everyMarkOfAPsmIsAbsence() throws Exception {
    assertThat(psm("position.lat", 900_000_001).latDeg()).isNaN();
    assertThat(psm("position.long", 1_800_000_001).lonDeg()).isNaN();
    assertThat(psm("speed", 8191).hasSpeed()).isFalse();
    assertThat(psm("heading", 28_800).hasHeading()).isFalse();
    assertThat(psm("accuracy.semiMajor", 255).accuracyM()).isNaN();
    assertThat(psm("accuracy.semiMinor", 254).accuracyM()).isNaN();
    assertThat(psm("secMark", 65_535).timeMs()).isEqualTo(Translated.RECEIVED_MS);
  }

  private Report vam(String path, long raw) throws Exception {
    RandomValues.Fixed version =
        new RandomValues.Fixed(Path.of(Vam.VAM, "header.protocolVersion"), 3);
    RandomValues.Fixed id = new RandomValues.Fixed(Path.of(Vam.VAM, "header.messageId"), 16);
    RandomValues.Fixed field = new RandomValues.Fixed(Path.of(Vam.VAM, VAM + path), raw);
    return (Report) Translated.of(random.next(Vam.VAM, version, id, field));
  }

  private Report psm(String path, long raw) throws Exception {
    RandomValues.Fixed field =
        new RandomValues.Fixed(Path.of(MessageFrame.MESSAGE_FRAME, PSM + path), raw);
    return (Report) Translated.of(random.framed("PersonalSafetyMessage", field));
  }
}
