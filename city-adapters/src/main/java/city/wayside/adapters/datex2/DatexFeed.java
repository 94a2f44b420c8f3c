package city.wayside.adapters.datex2;

import city.wayside.adapters.outbox.Disclosed;
import city.wayside.adapters.outbox.PrivacyRule;
import city.wayside.adapters.outbox.PullDocument;
import city.wayside.adapters.outbox.PullFeed;
import city.wayside.adapters.outbox.Segments;
import city.wayside.adapters.outbox.WindowReader;
import city.wayside.grid.TrafficStore;
import city.wayside.model.flow.TrafficChange;
import city.wayside.model.telemetry.Metric;
import city.wayside.model.telemetry.Telemetry;
import city.wayside.model.traffic.WindowLength;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The DATEX II feed: the site table once, and the measured data of the newest closed window each
/// time a window is closed or revised. Its reading is for one thread, its documents for any.
public final class DatexFeed implements WindowReader {

  /// The feed's name in metrics, logs and the index.
  public static final String NAME = "datex2";

  private static final Logger LOG = LoggerFactory.getLogger(DatexFeed.class);
  private static final String XML = "application/xml; charset=utf-8";
  private static final int RETRY_SITES_S = 5;
  private static final int RETRY_DATA_S = 15;

  private final Segments segments;
  private final DatexConfig config;
  private final TrafficStore store;
  private final InstantSource clock;
  private final PrivacyRule privacy;
  private final PullFeed siteFeed;
  private final PullFeed dataFeed;
  private final Telemetry.Counter records;
  private final Telemetry.Counter suppressed;
  private volatile long publishedStartMs = Long.MIN_VALUE;
  private Instant lastPublicationTime = Instant.MIN;
  private @Nullable MeasuredData mapping;

  /// A feed that has no documents until it is first read.
  public DatexFeed(
      DatexConfig config,
      Segments segments,
      TrafficStore store,
      Telemetry telemetry,
      InstantSource clock) {
    this.config = config;
    this.segments = segments;
    this.store = store;
    this.clock = clock;
    this.privacy = new PrivacyRule(config.tier());
    this.siteFeed = new PullFeed(siteCard(config));
    this.dataFeed = new PullFeed(dataCard(config));
    this.records = telemetry.counter(Metric.FEED_RECORDS, NAME);
    this.suppressed = telemetry.counter(Metric.FEED_SUPPRESSED, NAME);
    telemetry.gauge(Metric.FEED_LAG, NAME, this::lagS);
  }

  /// The documents that cities fetch.
  public List<PullFeed> documents() {
    return List.of(siteFeed, dataFeed);
  }

  @Override
  public boolean read(List<TrafficChange> changes) {
    MeasuredData sites = mapping();
    WindowLength length = config.window();
    long before = publishedStartMs;
    boolean told =
        changes.stream()
            .anyMatch(change -> change.length() == length && change.windowStartMs() >= before);
    OptionalLong newest = store.newestStartMs(length);
    if (newest.isEmpty() || newest.getAsLong() < before) {
      return false; // nothing closed yet, or a store that begins anew: never go back in time
    }
    boolean newer = newest.getAsLong() > before;
    if (newer || told) {
      publish(sites, length, newest.getAsLong());
    }
    return newer && !told && before != Long.MIN_VALUE;
  }

  private void publish(MeasuredData sites, WindowLength length, long startMs) {
    Disclosed window = privacy.disclose(length, startMs, store.window(length, startMs));
    Instant time = publicationTime();
    MeasuredData.Publication publication = sites.publication(window, time);
    dataFeed.publish(PullDocument.of(publication.document(), time));
    publishedStartMs = startMs;
    records.add(publication.mapped());
    suppressed.add(window.suppressed());
  }

  /// The mapping to the network's site table, which is published the first time.
  private MeasuredData mapping() {
    MeasuredData known = mapping;
    if (known != null) {
      return known;
    }
    SiteTable table = new SiteTable(config, segments);
    Instant time = publicationTime();
    siteFeed.publish(PullDocument.of(table.publication(time), time));
    LOG.info(
        "feed {}: {} measurement sites, {} segments cannot be one, table version {}",
        NAME,
        table.siteCount(),
        table.leftOutCount(),
        table.identity().version());
    MeasuredData made = new MeasuredData(config, table);
    mapping = made;
    return made;
  }

  /// The clock's time, but always later than the time before: of two documents of one window the
  /// later publication time wins.
  private Instant publicationTime() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Instant next = now.isAfter(lastPublicationTime) ? now : lastPublicationTime.plusMillis(1);
    lastPublicationTime = next;
    return next;
  }

  private double lagS() {
    long startMs = publishedStartMs;
    return startMs == Long.MIN_VALUE
        ? Double.NaN
        : (clock.millis() - startMs - config.window().lengthMs()) / 1000.0;
  }

  private static PullFeed.Card siteCard(DatexConfig config) {
    return new PullFeed.Card(
        NAME,
        "/datex2/measurement-sites.xml",
        "DATEX II measurement sites",
        "DATEX II v3.6 MeasurementSiteTablePublication: the directed road segments and what is"
            + " measured on them.",
        XML,
        config.tier(),
        RETRY_SITES_S);
  }

  private static PullFeed.Card dataCard(DatexConfig config) {
    return new PullFeed.Card(
        NAME,
        "/datex2/measured-data.xml",
        "DATEX II measured data",
        "DATEX II v3.6 MeasuredDataPublication: speed, flow, density, travel time and status of"
            + " the newest closed window of "
            + config.windowS()
            + " seconds.",
        XML,
        config.tier(),
        RETRY_DATA_S);
  }
}
