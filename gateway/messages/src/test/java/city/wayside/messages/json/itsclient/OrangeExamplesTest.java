package city.wayside.messages.json.itsclient;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.messages.SharedFolder;
import city.wayside.model.message.Decoded;
import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationType;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The messages of the its-client repository's own tests and documents. Nine decode and one is
/// packed; of the nine, two README texts keep the `origin` of 1.x, which is skipped, and one test
/// message has an empty list of traces, which says as much as none. All others are refused for what
/// is wrong with them.
class OrangeExamplesTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final long RECEIVED_MS = 1_742_890_346_200L;

  @Test
  void everyExampleGivesItsMessageOrItsReason() throws IOException {
    List<String> outcomes =
        Files.readAllLines(SharedFolder.of("schemas/its-client/examples/orange_examples.jsonl"))
            .stream()
            .map(line -> outcome(JSON.readTree(line)))
            .toList();

    assertThat(outcomes)
        .containsExactly(
            "denm - malformed: version is missing",
            "mapem - malformed: version is missing",
            "cam - malformed: version is missing",
            "spatem - malformed: version is missing",
            "mcm - unsupported_type: message_type is mcm, must be one of cam, denm, cpm, spatem,"
                + " mapem, srem, ssem",
            "cpm - malformed: version is missing",
            "cam 1.1.3 decodes",
            "denm 1.1.1 decodes",
            "information 2.1.0 unsupported_type: message_type is information, must be one of cam,"
                + " denm, cpm, spatem, mapem, srem, ssem",
            "cam 2.4.0 decodes",
            "cam 1.1.3 decodes",
            "cam 2.4.0 decodes",
            "cam 2.2.0 decodes",
            "denm 2.2.0 decodes",
            "cpm 2.1.0 out_of_range: message.management_container.reference_position.longitude is"
                + " -1800000001, must be a whole number from -1800000000 to 1800000001",
            "spatem 2.0.0 malformed: message.station_id is missing",
            "cam 2.1.1 unsupported_type: version is 2.1.1, must be one of 1.1.0, 1.1.1, 1.1.2,"
                + " 1.1.3, 2.0.0, 2.1.0, 2.2.0, 2.3.0, 2.4.0",
            "denm 2.2.0 malformed: timestamp is a string, must be a whole number from"
                + " 1514764800000 to 4102444800000",
            "denm 2.2.0 out_of_range: message.protocol_version is 4242424242, must be a whole"
                + " number from 0 to 255",
            "cpm 1.0.0 out_of_range: timestamp is -1, must be a whole number from 1514764800000"
                + " to 4102444800000",
            "cam 2.4.0 decodes",
            "cam 2.4.0 packed",
            "cpm 2.1.1 decodes");
    for (String end : List.of("decodes", "packed")) {
      System.out.println(
          "its-client examples: "
              + outcomes.stream().filter(outcome -> outcome.endsWith(end)).count()
              + " of "
              + outcomes.size()
              + " "
              + end);
    }
  }

  @Test
  void whatTheSchemasCallValidDecodes() throws IOException {
    int valid = 0;
    for (String line :
        Files.readAllLines(SharedFolder.of("schemas/its-client/examples/orange_examples.jsonl"))) {
      JsonNode row = JSON.readTree(line);
      if (row.get("schema_check").asString().equals("valid")
          && Dialect.ofWord(row.get("type").asString()).isPresent()) {
        valid++;
        assertThat(decoded(row.get("json"))).isNotInstanceOf(ItsClientMessage.Undecodable.class);
      }
    }
    assertThat(valid).isEqualTo(7);
  }

  @Test
  void theCamOfTheSwiftClientHasTheseValues() throws IOException {
    byte[] json = Files.readAllBytes(SharedFolder.of("schemas/its-client/examples/Cam.json"));

    assertThat(new ItsClientDecoder().decode(json, 0, json.length, RECEIVED_MS))
        .isEqualTo(
            new ItsClientMessage.Model(
                new Envelope(
                    MessageKind.CAM,
                    "1.1.3",
                    "v2x_12345678",
                    1_742_890_346_165L,
                    123_456,
                    Envelope.NO_STATION),
                new Report(
                    123_456,
                    StationType.PASSENGER_CAR,
                    MessageKind.CAM,
                    // Made 63 ms before the envelope, by a clock without leap seconds.
                    1_742_890_346_102L,
                    44.7758076,
                    -0.6528173,
                    0.21,
                    303.7,
                    0.5)));
  }

  @Test
  void theDenmOfTheSwiftClientHasTheseValues() throws IOException {
    byte[] json = Files.readAllBytes(SharedFolder.of("schemas/its-client/examples/Denm.json"));

    assertThat(new ItsClientDecoder().decode(json, 0, json.length, RECEIVED_MS))
        .isInstanceOfSatisfying(
            ItsClientMessage.Model.class,
            model ->
                assertThat(model.decoded())
                    .isInstanceOfSatisfying(
                        Decoded.Events.class,
                        events ->
                            assertThat(events.events().getFirst())
                                .hasToString(
                                    "RoadEvent[key=EventKey[originId=10000, sequence=1],"
                                        + " cause=EventCause[causeCode=26, subCauseCode=5],"
                                        + " linkedCause=EventCause[causeCode=0,"
                                        + " subCauseCode=0],"
                                        + " termination=NONE,"
                                        + " time=EventTime[detectedMs=1742984503586,"
                                        + " referenceMs=1742984503586, fromMs=1742984503586,"
                                        + " untilMs=1742984513586],"
                                        + " place=EventPlace[position=GeoPoint[latDeg=43.5657439,"
                                        + " lonDeg=1.4681494], accuracyM=NaN, headingDeg=145.3,"
                                        + " speedMps=0.14, traces=[], zones=[]],"
                                        + " relevance=Relevance[distanceM=50.0,"
                                        + " direction=UPSTREAM],"
                                        + " quality=Quality[levelCode=0], signs=[],"
                                        + " evidence=Evidence[vehiclesCount=0,"
                                        + " observationsCount=0, confidence=0.0]]")));
  }

  private static ItsClientMessage decoded(JsonNode message) {
    byte[] json = message.toString().getBytes(StandardCharsets.UTF_8);
    return new ItsClientDecoder().decode(json, 0, json.length, RECEIVED_MS);
  }

  private static String outcome(JsonNode row) {
    String version = row.get("version").isNull() ? "-" : row.get("version").asString();
    String name = row.get("type").asString() + " " + version + " ";
    return switch (decoded(row.get("json"))) {
      case ItsClientMessage.Model _ -> name + "decodes";
      case ItsClientMessage.Uper _ -> name + "packed";
      case ItsClientMessage.Undecodable(Refused(Refusal code, String reason)) ->
          name + code.word() + ": " + reason;
    };
  }
}
