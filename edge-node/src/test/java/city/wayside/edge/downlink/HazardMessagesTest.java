package city.wayside.edge.downlink;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.Messages;
import city.wayside.edge.event.EventMemory;
import city.wayside.edge.event.EventName;
import city.wayside.edge.event.HazardConfig;
import city.wayside.edge.inbound.Client;
import city.wayside.edge.inbound.FakeClient;
import city.wayside.edge.inbound.Inbound;
import city.wayside.model.area.GeoPoint;
import city.wayside.model.downlink.DownItem;
import city.wayside.model.downlink.DownMessage;
import city.wayside.model.downlink.DownMessage.Kind;
import city.wayside.model.event.EventTime;
import city.wayside.model.event.RoadEvent;
import city.wayside.model.event.RoadEvent.Termination;
import city.wayside.model.message.MessageKind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HazardMessagesTest {

  private static final long NOW = 1_795_404_861_000L;
  private static final long DAY_MS = 86_400_000;
  private static final String HERE = "52.0/denm";
  private static final String THERE = "53.0/denm";

  private final EventMemory memory = new EventMemory(HazardConfig.defaults());
  private final Client client = FakeClient.of("rsu", _ -> {});
  private final HazardMessages messages =
      new HazardMessages(
          HazardConfig.defaults(),
          (position, kind) -> position.latDeg() + "/" + kind.word(),
          new MessageIds("edge-1"));

  @Test
  void anEventIsRetainedAsItCameUntilItEnds() {
    List<DownItem> items = told("the bytes", here(1));

    DownMessage only = (DownMessage) items.getFirst();
    assertThat(items).hasSize(1);
    assertThat(only.topic()).isEqualTo(HERE);
    assertThat(only.kind()).isEqualTo(Kind.RETAINED);
    assertThat(text(only)).isEqualTo("the bytes");
    assertThat(only.contentType()).isEqualTo("application/octet-stream");
    assertThat(only.conflationKey()).isEmpty();
    assertThat(only.expiresMs()).isEqualTo(NOW + 600_000);
  }

  @Test
  void jsonIsNamedSo() {
    assertThat(((DownMessage) told("{}", here(1)).getFirst()).contentType())
        .isEqualTo("application/json");
  }

  @Test
  void anEventWithoutEndIsRetainedForADay() {
    RoadEvent open = Messages.at(here(1), new EventTime(NOW, NOW, NOW, EventTime.OPEN));

    assertThat(((DownMessage) told("x", open).getFirst()).expiresMs()).isEqualTo(NOW + DAY_MS);
  }

  @ParameterizedTest
  @CsvSource({"CANCELLED", "NEGATED"})
  void anEndIsToldBeforeItsTopicIsEmptied(Termination termination) {
    told("begin", here(1));

    assertThat(told("end", Messages.ended(here(1), termination, 1)))
        .extracting(HazardMessagesTest::summary)
        .containsExactly("NOTICE 52.0/denm end", "RETAINED 52.0/denm ");
  }

  @Test
  void anEndOfWhatThisNodeNeverSawEmptiesTheTopicAsWell() {
    assertThat(told("end", Messages.ended(here(1), Termination.CANCELLED, 1)))
        .extracting(HazardMessagesTest::summary)
        .containsExactly("NOTICE 52.0/denm end", "RETAINED 52.0/denm ");
  }

  @Test
  void theEndOfOneEventLeavesAnotherOneOnItsTopic() {
    told("one", here(1));
    told("two", here(2));

    assertThat(told("end of one", Messages.ended(here(1), Termination.CANCELLED, 1)))
        .extracting(HazardMessagesTest::summary)
        .containsExactly("NOTICE 52.0/denm end of one");
    assertThat(told("end of two", Messages.ended(here(2), Termination.CANCELLED, 1)))
        .extracting(HazardMessagesTest::summary)
        .containsExactly("NOTICE 52.0/denm end of two", "RETAINED 52.0/denm ");
  }

  @Test
  void anEventThatMovesLeavesItsFormerTopicEmpty() {
    told("here", here(1));

    assertThat(told("there", there(1)))
        .extracting(HazardMessagesTest::summary)
        .containsExactly("RETAINED " + HERE + " ", "RETAINED " + THERE + " there");
  }

  @Test
  void anEndElsewhereIsToldInBothPlaces() {
    told("here", here(1));

    assertThat(told("end", Messages.ended(there(1), Termination.CANCELLED, 1)))
        .extracting(HazardMessagesTest::summary)
        .containsExactly(
            "NOTICE " + HERE + " end",
            "NOTICE " + THERE + " end",
            "RETAINED " + HERE + " ",
            "RETAINED " + THERE + " ");
  }

  @Test
  void severalEventsOnOneTopicAreOneMessageForAsLongAsTheLongest() {
    RoadEvent longer = Messages.at(here(2), new EventTime(NOW, NOW, NOW, NOW + 900_000));
    List<DownItem> items = told("both", here(1), longer, there(3));

    assertThat(items)
        .extracting(HazardMessagesTest::summary)
        .containsExactly("RETAINED " + HERE + " both", "RETAINED " + THERE + " both");
    assertThat(((DownMessage) items.getFirst()).expiresMs()).isEqualTo(NOW + 900_000);
    assertThat(((DownMessage) items.getFirst()).payload())
        .as("copied once")
        .isSameAs(((DownMessage) items.getLast()).payload());
  }

  @Test
  void theBytesAreACopy() {
    byte[] bytes = "before".getBytes(StandardCharsets.US_ASCII);
    DownMessage message = (DownMessage) told(bytes, here(1)).getFirst();
    Arrays.fill(bytes, (byte) 'x');

    assertThat(text(message)).isEqualTo("before");
  }

  @Test
  void noTwoMessagesShareAnId() {
    Set<Long> ids = new HashSet<>();
    for (String edgeId : List.of("edge-1", "edge-2", "edge-1-1795404861000", "")) {
      MessageIds some = new MessageIds(edgeId);
      for (int i = 0; i < 1000; i++) {
        ids.add(some.getAsLong());
      }
    }
    assertThat(ids).hasSize(4000);
  }

  /// Quadkeys by the reference formula of the tile system: Berlin, London, the corners.
  @ParameterizedTest
  @CsvSource({
    "52.52, 13.405, 16, 1/2/0/2/1/0/2/3/3/2/2/2/1/2/0/0",
    "51.5074, -0.1278, 10, 0/3/1/3/1/3/1/3/1/1",
    "0, 0, 1, 3",
    "85.06, -180, 3, 0/0/0",
    "-90, 180, 3, 3/3/3",
  })
  void topicsNameTheTile(double latDeg, double lonDeg, int zoom, String quadkey) {
    assertThat(new TileTopic(zoom).topic(new GeoPoint(latDeg, lonDeg), MessageKind.TIM))
        .isEqualTo("v1/geo/" + quadkey + "/tim");
  }

  private List<DownItem> told(String payload, RoadEvent... events) {
    return told(payload.getBytes(StandardCharsets.US_ASCII), events);
  }

  private List<DownItem> told(byte[] payload, RoadEvent... events) {
    Inbound inbound = new Inbound(client, 1, MessageKind.DENM, 1, payload, 0, payload.length, NOW);
    for (RoadEvent event : events) {
      long keptUntilMs = Math.min(event.time().untilMs(), NOW + DAY_MS);
      memory.remembered(EventName.of(event.key(), inbound), NOW).admitted(event, 1, keptUntilMs);
    }
    return messages.of(inbound, List.of(events), memory);
  }

  private static RoadEvent here(long sequence) {
    return Messages.event(1, sequence, NOW, 52, 13);
  }

  private static RoadEvent there(long sequence) {
    return Messages.event(1, sequence, NOW, 53, 13);
  }

  private static String summary(DownItem item) {
    DownMessage message = (DownMessage) item;
    return message.kind() + " " + message.topic() + " " + text(message);
  }

  private static String text(DownMessage message) {
    return new String(message.payload(), StandardCharsets.US_ASCII);
  }
}
