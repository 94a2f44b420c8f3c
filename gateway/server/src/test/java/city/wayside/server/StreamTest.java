package city.wayside.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import city.wayside.model.flow.TrafficChange;
import city.wayside.model.telemetry.Metric;
import city.wayside.model.traffic.SegmentTraffic;
import city.wayside.model.traffic.WindowLength;
import city.wayside.server.stream.StreamConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class StreamTest {

  private static final StreamConfig CALM = new StreamConfig(2, 65_536, 60_000, 60_000, 60_000);

  @Test
  void aChangeReachesEveryOpenStream() throws Exception {
    try (RunningServer server = started(CALM);
        EventReader first = EventReader.open(server, "");
        EventReader second = EventReader.open(server, "?events=traffic")) {
      server.changes.add(change(server, 5));

      assertThat(first.next("traffic")).isEqualTo(second.next("traffic"));
      assertThat(first.lastId()).isEqualTo("5");
      assertThat(first.lastData())
          .startsWith(
              ("{'cursor':5,'window':{'lengthS':60,'start':'2026-11-23T04:00:00.000Z',"
                      + "'end':'2026-11-23T04:01:00.000Z'},'revision':1,'networkVersion':'%s',"
                      + "'segments':[{'segmentId':'B',")
                  .formatted(server.network.version())
                  .replace('\'', '"'));
    }
  }

  @Test
  void aStreamThatResumesGetsWhatItMissedAndThenWhatIsNewOnceEach() throws Exception {
    try (RunningServer server = started(CALM)) {
      for (int cursor = 1; cursor <= 11; cursor++) {
        server.changes.add(change(server, cursor));
      }
      try (EventReader reader = EventReader.open(server, "", "Last-Event-ID", "3")) {
        List<String> ids = new ArrayList<>();
        for (int cursor = 4; cursor <= 11; cursor++) {
          reader.next("traffic");
          ids.add(reader.lastId());
        }
        server.changes.add(change(server, 12));
        reader.next("traffic");
        ids.add(reader.lastId());

        assertThat(ids).containsExactly("4", "5", "6", "7", "8", "9", "10", "11", "12");
      }
    }
  }

  @Test
  void aNewStreamBeginsWithWhatIsNew() throws Exception {
    try (RunningServer server = RunningServer.start(config(CALM))) {
      server.changes.add(change(server, 1));
      awaitCaughtUp(server);
      try (EventReader reader = EventReader.open(server, "")) {
        server.changes.add(change(server, 2));

        reader.next("traffic");

        assertThat(reader.lastId()).isEqualTo("2");
      }
    }
  }

  @Test
  void aCursorOfAnotherLifeDoesNotSilenceTheStream() throws Exception {
    try (RunningServer server = started(CALM);
        EventReader reader = EventReader.open(server, "", "Last-Event-ID", "1000000")) {
      await()
          .untilAsserted(() -> {
            // Only what is new is given; when the stream is ready for it shows only by this.
            server.changes.add(change(server, server.changes.size() + 1L));
            assertThat(reader.has("traffic")).isTrue();
          });
    }
  }

  @Test
  void theStatusComesEachSecondOrAsOftenAsIsSet() throws Exception {
    StreamConfig quick = new StreamConfig(2, 65_536, 60_000, 60_000, 20);
    try (RunningServer server = started(quick)) {
      server.metrics.set(Metric.EDGE_MESSAGES_RECEIVED, Map.of("cam", 70.0, "bsm", 30.0));
      server.metrics.set(Metric.EDGE_MESSAGES_ADMITTED, Map.of("cam", 69.0, "bsm", 30.0));
      server.metrics.set(Metric.EDGE_MESSAGES_STORED, Map.of("", 98.0));
      server.metrics.set(Metric.EDGE_MESSAGES_REFUSED, Map.of("clock", 1.0));
      server.metrics.set(Metric.EDGE_CONNECTIONS, Map.of("", 4.0));
      server.metrics.set(Metric.GRID_STATIONS, Map.of("", 3.0));
      server.metrics.set(Metric.ROLLUP_LAG, Map.of("", 12.3456));
      try (EventReader reader = EventReader.open(server, "?events=status")) {
        reader.next("status");
        reader.next("status");

        assertThat(reader.lastId()).isNull();
        assertThat(reader.lastData())
            .isEqualTo(
                ("{'at':'2026-11-23T04:01:30.000Z','messagesReceived':100,'messagesAdmitted':99,"
                        + "'messagesStored':98,'messagesRefused':{'clock':1},'connections':4,"
                        + "'stations':3,'uplinkPending':0,'rollupLagS':12.346}")
                    .replace('\'', '"'));
      }
    }
  }

  @Test
  void aQuietStreamIsKeptOpenByComments() throws Exception {
    StreamConfig chatty = new StreamConfig(2, 65_536, 60_000, 20, 60_000);
    try (RunningServer server = started(chatty);
        EventReader reader = EventReader.open(server, "")) {
      assertThat(reader.nextLine()).isEqualTo("retry: 3000");
      assertThat(reader.nextLine()).isEmpty();
      assertThat(reader.nextLine()).isEqualTo(": keep-alive");
      assertThat(reader.nextLine()).isEmpty();
      assertThat(reader.nextLine()).isEqualTo(": keep-alive");
    }
  }

  @Test
  void aClientThatDoesNotReadIsDisconnected() throws Exception {
    try (RunningServer server = started(CALM);
        Socket socket = new Socket()) {
      socket.setReceiveBufferSize(4_096);
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), server.server().port()));
      socket
          .getOutputStream()
          .write(
              "GET /api/v1/stream HTTP/1.1\r\nHost: localhost\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      await().until(() -> server.metrics.gauge(Metric.HTTP_STREAMS) == 1);

      long cursor = 0;
      while (server.metrics.gauge(Metric.HTTP_STREAMS) == 1 && cursor < 2_000) {
        server.changes.add(change(server, ++cursor, 400));
      }

      await().until(() -> server.metrics.gauge(Metric.HTTP_STREAMS) == 0);
      assertThat(drained(socket)).contains("event: traffic").doesNotEndWith("0\r\n\r\n");
    }
  }

  @Test
  void moreStreamsThanAllowedAreRefusedAndPlaceIsFreeAgainAfterwards() throws Exception {
    try (RunningServer server = started(CALM)) {
      try (EventReader first = EventReader.open(server, "");
          EventReader second = EventReader.open(server, "")) {
        HttpResponse<String> third = server.get("/api/v1/stream");

        assertThat(first.nextLine()).isEqualTo(second.nextLine());
        assertThat(third.statusCode()).isEqualTo(503);
        assertThat(third.headers().firstValue("Retry-After")).hasValue("10");
        assertThat(third.body())
            .contains("2 streams are open, which is all that are served at a time");
      }
      await().until(() -> server.metrics.gauge(Metric.HTTP_STREAMS) == 0);
      try (EventReader again = EventReader.open(server, "")) {
        assertThat(again.nextLine()).isEqualTo("retry: 3000");
      }
    }
  }

  @Test
  void anIdThatIsNoneIsRefused() throws Exception {
    try (RunningServer server = started(CALM)) {
      assertThat(server.get("/api/v1/stream", "Last-Event-ID", "first").body())
          .contains(
              "header 'Last-Event-ID' is 'first'; must be the id of an event, or -1 for the"
                  + " oldest that is kept");
    }
  }

  @Test
  void closingTheServerEndsItsStreams() throws Exception {
    RunningServer server = started(CALM);
    try (EventReader reader = EventReader.open(server, "")) {
      RunningServer.await(server.server().close());

      assertThat(reader.rest()).isNotNull();
    } finally {
      server.client.shutdownNow();
      RunningServer.await(server.vertx.close());
    }
  }

  private static String drained(Socket socket) throws IOException {
    byte[] bytes = new byte[1 << 20];
    StringBuilder text = new StringBuilder();
    try {
      for (int count = 0; count >= 0; count = socket.getInputStream().read(bytes)) {
        text.append(new String(bytes, 0, count, StandardCharsets.US_ASCII));
      }
    } catch (IOException e) {
      // reset by the server: what had arrived was read
    }
    return text.toString();
  }

  private static RunningServer started(StreamConfig stream) {
    RunningServer server = RunningServer.start(config(stream));
    awaitCaughtUp(server);
    return server;
  }

  private static void awaitCaughtUp(RunningServer server) {
    await().until(() -> server.changes.waits() > 0);
  }

  private static ServerConfig config(StreamConfig stream) {
    return new ServerConfig(
        "127.0.0.1", 0, null, List.of(), 10, 10_000, 64, 1_000, 1 << 20, stream);
  }

  private static TrafficChange change(RunningServer server, long cursor) {
    return change(server, cursor, 1);
  }

  private static TrafficChange change(RunningServer server, long cursor, int recordCount) {
    SegmentTraffic record = Fixture.known(server.network, "B", Fixture.FOUR_MS, 1);
    return new TrafficChange(
        cursor,
        WindowLength.ONE_MINUTE,
        Fixture.FOUR_MS,
        1,
        Collections.nCopies(recordCount, record));
  }
}
