package city.wayside.server.stream;

import city.wayside.model.flow.TrafficChange;
import city.wayside.model.flow.TrafficChanges;
import city.wayside.model.telemetry.Metric;
import city.wayside.model.telemetry.Readings;
import city.wayside.model.telemetry.Telemetry;
import city.wayside.server.http.VirtualThreads;
import city.wayside.server.json.TrafficJson;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Gives every stream what it wants, written once for all of them.
///
/// A client that resumes first reads what it missed from the store, a few changes at a time and no
/// faster than it takes them; then it is live. Everything but the follower's calls is on the event
/// loop of the hub's context.
public final class StreamHub {

  /// What a stream can carry.
  public static final List<String> EVENTS = List.of("traffic", "status");

  private static final Logger LOG = LoggerFactory.getLogger(StreamHub.class);
  private static final int CATCH_UP_COUNT = 4;

  /// Reads for streams under way at a time; a client whose read is one too many is disconnected and
  /// tries again.
  private static final int READS_MAX = 64;

  /// What the streams tell of.
  ///
  /// @param changes changes of the traffic
  /// @param json how they are written
  /// @param readings the metrics of the status
  public record Sources(TrafficChanges changes, TrafficJson json, Readings readings) {}

  private final Vertx vertx;
  private final Context context;
  private final Sources sources;
  private final StatusJson status;
  private final StreamConfig config;
  private final VirtualThreads reads;
  private final VirtualThreads statusReads;
  private final Thread follower;
  private final Promise<Void> caughtUp = Promise.promise();

  /// Streams that want traffic, read by the follower's thread.
  private final AtomicInteger listeners = new AtomicInteger();

  private final AtomicInteger open = new AtomicInteger();
  private final Set<StreamClient> clients = new LinkedHashSet<>();
  private final List<Long> timers = new ArrayList<>();
  private long newestCursor = -1;
  private boolean statusUnderWay;
  private boolean statusFailing;

  /// A hub that is not started yet.
  ///
  /// @param context the event loop that all streams are on
  public StreamHub(
      Vertx vertx,
      Context context,
      Sources sources,
      InstantSource clock,
      StreamConfig config,
      Telemetry telemetry) {
    this.vertx = vertx;
    this.context = context;
    this.sources = sources;
    this.status = new StatusJson(sources.readings(), clock);
    this.config = config;
    this.reads = new VirtualThreads("reads for streams", READS_MAX);
    this.statusReads = new VirtualThreads("status readings", 1);
    this.follower =
        Thread.ofVirtual()
            .name("stream-follower")
            .unstarted(new ChangeFollower(sources.changes(), new Following()));
    telemetry.gauge(Metric.HTTP_STREAMS, "", open::get);
  }

  /// Starts to follow. Event loop.
  public void start() {
    timers.add(vertx.setPeriodic(config.statusMs(), timer -> tick()));
    timers.add(vertx.setPeriodic(config.keepAliveMs(), timer -> keepAlive()));
    follower.start();
  }

  /// Ends all streams. Event loop.
  public void close() {
    follower.interrupt();
    timers.forEach(vertx::cancelTimer);
    for (StreamClient client : List.copyOf(clients)) {
      client.end();
      remove(client);
    }
  }

  /// True when no more stream can be opened.
  boolean isFull() {
    return clients.size() >= config.streamsMax();
  }

  /// Adds a stream.
  ///
  /// @param lastEventId the change after which it resumes, or absent for what is new from now on
  void add(StreamClient client, @Nullable Long lastEventId) {
    clients.add(client);
    open.set(clients.size());
    write(client, EventText.HELLO);
    if (!client.wants("traffic")) {
      client.goLive();
      return;
    }
    listeners.incrementAndGet();
    if (lastEventId == null) {
      client.moveTo(newestCursor);
      client.goLive();
    } else {
      client.moveTo(lastEventId);
      caughtUp.future().onSuccess(ready -> catchUp(client, true));
    }
  }

  /// Forgets a stream whose client has gone.
  void remove(StreamClient client) {
    client.gone();
    if (clients.remove(client) && client.wants("traffic")) {
      listeners.decrementAndGet();
    }
    open.set(clients.size());
  }

  /// Gives a client what came after its cursor, until there is no more; then it is live.
  ///
  /// @param claimed true while the cursor is only what the client says
  private void catchUp(StreamClient client, boolean claimed) {
    if (client.isClosed()) {
      return;
    }
    long newestBefore = newestCursor;
    long after = client.cursor();
    reads
        .run(context, () -> read(after))
        .onFailure(failure -> {
          // The follower tells the operator when the store does not answer.
          LOG.debug("a stream could not be resumed and is closed", failure);
          drop(client);
        })
        .onSuccess(missed -> {
          if (!missed.isEmpty()) {
            deliverMissed(client, missed);
          } else if (newestCursor != newestBefore) {
            catchUp(client, claimed); // something came while the store was read
          } else {
            // A cursor from the future is of another grid's life: such a client goes on from
            // now instead of waiting for that cursor to come.
            client.moveTo(claimed ? Math.min(client.cursor(), newestCursor) : client.cursor());
            client.goLive();
          }
        });
  }

  private void deliverMissed(StreamClient client, List<TrafficEvent> missed) {
    Future<Void> taken = Future.succeededFuture();
    for (TrafficEvent event : missed) {
      if (client.isClosed()) {
        return;
      }
      client.moveTo(event.cursor());
      taken = client.write(event.text());
    }
    taken.onSuccess(all -> catchUp(client, false));
  }

  private List<TrafficEvent> read(long after) throws InterruptedException {
    return sources.changes().after(after, CATCH_UP_COUNT, Duration.ZERO).stream()
        .map(this::event)
        .toList();
  }

  private TrafficEvent event(TrafficChange change) {
    return new TrafficEvent(
        change.cursor(), EventText.traffic(change.cursor(), sources.json().change(change)));
  }

  private void deliver(long cursor, @Nullable TrafficEvent event) {
    newestCursor = cursor;
    if (event == null) {
      return;
    }
    for (StreamClient client : List.copyOf(clients)) {
      if (client.isLive() && client.wants("traffic") && client.cursor() < cursor) {
        client.moveTo(cursor);
        write(client, event.text());
      }
    }
  }

  private void tick() {
    for (StreamClient client : List.copyOf(clients)) {
      if (client.isStalled(config.stallMs())) {
        drop(client);
      }
    }
    if (statusUnderWay || clients.stream().noneMatch(client -> client.wants("status"))) {
      return;
    }
    statusUnderWay = true;
    statusReads
        .run(context, status::read)
        .onComplete(read -> {
          statusUnderWay = false;
          if (read.succeeded()) {
            deliverStatus(EventText.status(read.result()));
          } else if (!statusFailing) {
            LOG.warn("the status cannot be read; streams carry none until it can", read.cause());
          }
          statusFailing = read.failed();
        });
  }

  private void deliverStatus(Buffer text) {
    for (StreamClient client : List.copyOf(clients)) {
      if (client.isLive() && client.wants("status")) {
        write(client, text);
      }
    }
  }

  private void keepAlive() {
    for (StreamClient client : List.copyOf(clients)) {
      if (client.waitingBytes() == 0) {
        write(client, EventText.KEEP_ALIVE);
      }
    }
  }

  private void write(StreamClient client, Buffer text) {
    if (client.waitingBytes() > config.queueBytesMax()) {
      drop(client);
    } else {
      client.write(text);
    }
  }

  private void drop(StreamClient client) {
    client.cut();
    remove(client);
  }

  /// A change as all streams get it.
  private record TrafficEvent(long cursor, Buffer text) {}

  /// From the follower's thread to the event loop; a change is written here, and only when somebody
  /// listens.
  private final class Following implements ChangeFollower.Listener {

    @Override
    public void caughtUp(long cursor) {
      context.runOnContext(now -> {
        newestCursor = cursor;
        caughtUp.complete();
      });
    }

    @Override
    public void changed(TrafficChange change) {
      TrafficEvent event = listeners.get() > 0 ? event(change) : null;
      context.runOnContext(now -> deliver(change.cursor(), event));
    }
  }
}
