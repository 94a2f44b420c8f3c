package city.wayside.adapters.datex2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.wayside.adapters.CountingTelemetry;
import city.wayside.adapters.FakeRoads;
import city.wayside.adapters.FakeTraffic;
import city.wayside.adapters.Records;
import city.wayside.adapters.outbox.PullDocument;
import city.wayside.adapters.outbox.PullFeed;
import city.wayside.model.flow.TrafficChange;
import city.wayside.model.telemetry.Metric;
import city.wayside.model.traffic.SegmentTraffic;
import city.wayside.model.traffic.SegmentWindow;
import city.wayside.model.traffic.WindowLength;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatexFeedTest {

  private static final List<SegmentTraffic> RECORDS =
      List.of(Records.full(0, "a", 12), Records.full(1, "b", 3));

  private final FakeTraffic traffic = new FakeTraffic();
  private final CountingTelemetry telemetry = new CountingTelemetry();
  private Instant now = Documents.PUBLISHED;
  private final DatexFeed feed =
      new DatexFeed(
          DatexConfig.defaults(), FakeRoads.straight("a", "b"), traffic, telemetry, () -> now);
  private final PullFeed sites = feed.documents().get(0);
  private final PullFeed data = feed.documents().get(1);

  @Test
  void theSiteTableIsThereBeforeAnyWindow() {
    assertThat(feed.read(List.of())).isFalse();
    assertThat(sites.newest()).isPresent();
    assertThat(data.newest()).isEmpty();
    assertThat(telemetry.gauge(Metric.FEED_LAG, "datex2")).isNaN();
  }

  @Test
  void aWindowThatWasClosedBeforeTheStartIsPublished() {
    traffic.closeSilently(Records.START_MS, RECORDS);
    assertThat(feed.read(List.of())).isFalse();
    assertThat(data.newest()).isPresent();
    assertThat(telemetry.count(Metric.FEED_RECORDS, "datex2")).isEqualTo(1);
    assertThat(telemetry.count(Metric.FEED_SUPPRESSED, "datex2")).isEqualTo(1);
    assertThat(telemetry.gauge(Metric.FEED_LAG, "datex2")).isEqualTo(10.0);
  }

  @Test
  void nothingIsBuiltUntilSomethingChanges() {
    traffic.closeSilently(Records.START_MS, RECORDS);
    feed.read(List.of());
    PullDocument first = data.newest().orElseThrow();
    PullDocument table = sites.newest().orElseThrow();
    feed.read(List.of());
    feed.read(List.of(change(WindowLength.FIVE_MINUTES, Records.START_MS)));
    feed.read(List.of(change(WindowLength.ONE_MINUTE, Records.START_MS - 60_000)));
    assertThat(data.newest()).containsSame(first);
    assertThat(sites.newest()).containsSame(table);
    assertThat(traffic.readings()).isEqualTo(1);
  }

  @Test
  void aRevisionIsPublishedWithALaterTimeThoughTheClockStandsStill() {
    traffic.closeSilently(Records.START_MS, RECORDS);
    feed.read(List.of());
    Instant first = publicationTime();
    assertThat(feed.read(List.of(change(WindowLength.ONE_MINUTE, Records.START_MS)))).isFalse();
    assertThat(publicationTime()).isAfter(first);
    now = now.minusSeconds(3600);
    Instant second = publicationTime();
    feed.read(List.of(change(WindowLength.ONE_MINUTE, Records.START_MS)));
    assertThat(publicationTime()).isAfter(second);
  }

  @Test
  void manyChangesAtOnceMakeOneDocument() {
    traffic.closeSilently(Records.START_MS, RECORDS);
    traffic.closeSilently(Records.START_MS + 60_000, List.of());
    feed.read(
        List.of(
            change(WindowLength.ONE_MINUTE, Records.START_MS),
            change(WindowLength.ONE_MINUTE, Records.START_MS + 60_000)));
    assertThat(traffic.readings()).isEqualTo(1);
    assertThat(data.newest().orElseThrow().plain().toString()).contains("08:02:00Z</roa:timeVal");
  }

  @Test
  void aNewerWindowThatNobodyToldOfIsPublishedAndReported() {
    traffic.closeSilently(Records.START_MS, RECORDS);
    feed.read(List.of());
    traffic.closeSilently(Records.START_MS + 60_000, RECORDS);
    assertThat(feed.read(List.of())).isTrue();
    assertThat(feed.read(List.of())).isFalse();
  }

  @Test
  void aFailureKeepsTheLastDocument() {
    traffic.closeSilently(Records.START_MS, RECORDS);
    feed.read(List.of());
    PullDocument last = data.newest().orElseThrow();
    traffic.closeSilently(
        Records.START_MS + 60_000, List.of(ofNetwork("other", Records.full(0, "a", 12))));
    assertThatThrownBy(() -> feed.read(List.of())).hasMessageContaining("road network other");
    assertThat(data.newest()).containsSame(last);
    traffic.closeSilently(Records.START_MS + 60_000, RECORDS);
    feed.read(List.of());
    assertThat(data.newest().orElseThrow()).isNotSameAs(last);
  }

  private Instant publicationTime() {
    String document = data.newest().orElseThrow().plain().toString();
    return Instant.parse(
        document.replaceAll("(?s).*publicationTime>([^<]+)</com:publicationTime.*", "$1"));
  }

  private static TrafficChange change(WindowLength length, long startMs) {
    return new TrafficChange(0, length, startMs, 0, List.of());
  }

  private static SegmentTraffic ofNetwork(String version, SegmentTraffic from) {
    return new SegmentTraffic(
        new SegmentWindow(0, "a", version, Records.START_MS, WindowLength.ONE_MINUTE),
        0,
        from.vehicles(),
        from.edie(),
        from.flow(),
        from.travelTime(),
        from.freeFlowSpeedMps(),
        from.queueLengthM(),
        from.levelOfService(),
        from.confidence());
  }
}
