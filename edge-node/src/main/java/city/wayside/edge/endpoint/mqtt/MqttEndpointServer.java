package city.wayside.edge.endpoint.mqtt;

import city.wayside.edge.access.Gatekeeper;
import city.wayside.edge.access.Offenders;
import city.wayside.edge.endpoint.mqtt.session.SessionDesk;
import city.wayside.edge.endpoint.mqtt.transport.Door;
import city.wayside.edge.endpoint.mqtt.transport.Listener;
import city.wayside.edge.endpoint.mqtt.transport.SocketPlaces;
import city.wayside.edge.endpoint.mqtt.transport.TlsIdentity;
import city.wayside.edge.inbound.Intake;
import city.wayside.edge.outbound.Outlet;
import city.wayside.edge.outbound.RecentLog;
import city.wayside.model.downlink.LoggedItem;
import city.wayside.model.session.SessionStore;
import city.wayside.model.telemetry.Metric;
import city.wayside.model.telemetry.Telemetry;
import io.netty.channel.EventLoop;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The MQTT endpoint: its ports, shared by several event loops. Any thread.
public final class MqttEndpointServer implements Outlet {

  /// Sockets beyond the connections that may be open, so that a client too many can be told so.
  private static final int SPARE_SOCKETS = 1000;

  private static final long TLS_REFRESH_EVERY_MS = 10_000;

  /// How long clients have to read that the server stops.
  private static final long CLOSE_MS = 300;

  /// A way to speak MQTT.
  public enum Port {
    /// MQTT over TCP.
    PLAIN,
    /// MQTT over TLS.
    TLS,
    /// MQTT over WebSocket.
    WEB_SOCKET
  }

  /// What the endpoint works with.
  ///
  /// @param intake takes the messages
  /// @param gatekeeper decides who may come in
  /// @param store keeps sessions
  /// @param recent the newest part of what goes down
  /// @param telemetry counts
  /// @param clock tells the time
  /// @param edgeId the edge node; begins the ids that clients without one are given
  public record Surroundings(
      Intake intake,
      Gatekeeper gatekeeper,
      SessionStore store,
      RecentLog recent,
      Telemetry telemetry,
      InstantSource clock,
      String edgeId) {}

  private final Vertx vertx;
  private final MqttParts parts;
  private final ExecutorService handshakeWorkers;
  private final SocketPlaces places;
  private final List<MqttLoop> loops = new ArrayList<>();
  private final Map<Port, Integer> ports = new EnumMap<>(Port.class);
  private @Nullable TlsIdentity tls;
  private long tlsTimer = -1;

  private MqttEndpointServer(Vertx vertx, MqttConfig config, Surroundings around) {
    AtomicLong assigned = new AtomicLong();
    Supplier<String> ids = () -> around.edgeId() + "-" + assigned.incrementAndGet();
    this.vertx = vertx;
    this.places = new SocketPlaces(config.limits().connectionsMax() + SPARE_SOCKETS);
    this.parts =
        new MqttParts(
            config,
            around.intake(),
            around.gatekeeper(),
            new SessionDesk(around.store(), around.edgeId()),
            new Connected(config.limits().connectionsMax()),
            new Wills(around.intake(), around.clock()),
            around.recent(),
            new ConnectionCounts(around.telemetry()),
            new Offenders("MQTT", around.clock().millis()),
            around.clock(),
            ids,
            around.edgeId());
    AtomicInteger number = new AtomicInteger();
    this.handshakeWorkers =
        Executors.newFixedThreadPool(
            config.tls().handshakeThreadsCount(),
            work ->
                Thread.ofPlatform()
                    .daemon()
                    .name("tls-" + number.incrementAndGet())
                    .unstarted(work));
    around.telemetry().gauge(Metric.EDGE_CONNECTIONS, "", parts.connected()::count);
    around.telemetry().gauge(Metric.EDGE_MQTT_SOCKETS, "", places::count);
  }

  /// Starts listening.
  ///
  /// @return failed when a port cannot be had or a TLS file cannot be used
  public static Future<MqttEndpointServer> start(
      Vertx vertx, MqttConfig config, Surroundings around) {
    MqttEndpointServer server = new MqttEndpointServer(vertx, config, around);
    try {
      server.tls = config.tls().isEnabled() ? new TlsIdentity(config.tls()) : null;
    } catch (IOException e) {
      server.handshakeWorkers.shutdown();
      return Future.failedFuture(e);
    }
    for (EventLoop eventLoop : eventLoops(vertx, config.loopsCount())) {
      server.loops.add(
          new MqttLoop(server.parts, server.loops.size(), eventLoop, server.handshakeWorkers));
    }
    return server
        .openAll()
        .map(_ -> {
          server.loops.forEach(MqttLoop::start);
          around.intake().onPause(server::pause);
          around.gatekeeper().watchOver(new MqttGuests(server.parts.connected()));
          server.tlsTimer = vertx.setPeriodic(TLS_REFRESH_EVERY_MS, _ -> server.refreshTls());
          return server;
        })
        .onFailure(_ -> {
          server.handshakeWorkers.shutdown();
          server.forgetTls();
        });
  }

  private static List<EventLoop> eventLoops(Vertx vertx, int count) {
    List<EventLoop> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      all.add(((VertxInternal) vertx).createEventLoopContext().nettyEventLoop());
    }
    return all;
  }

  private Future<Void> openAll() {
    MqttConfig config = parts.config();
    Future<Void> opened = open(Port.PLAIN, config.port());
    if (config.tls().isEnabled()) {
      opened = opened.compose(_ -> open(Port.TLS, config.tls().port()));
    }
    if (config.webSocket().isEnabled()) {
      opened = opened.compose(_ -> open(Port.WEB_SOCKET, config.webSocket().port()));
    }
    return opened;
  }

  /// Opens a door in every loop: the first one finds the port if any will do.
  private Future<Void> open(Port kind, int port) {
    Future<Void> opened = Future.succeededFuture();
    for (MqttLoop loop : loops) {
      opened =
          opened
              .compose(_ -> loop.open(door(loop, kind, ports.getOrDefault(kind, port))))
              .map((Listener listener) -> {
                ports.put(kind, listener.port());
                return null;
              });
    }
    return opened;
  }

  private Door door(MqttLoop loop, Port kind, int port) {
    MqttConfig config = parts.config();
    return new Door(
        switch (kind) {
          case PLAIN -> "mqtt";
          case TLS -> "mqtts";
          case WEB_SOCKET -> "mqtt-ws";
        },
        config.host(),
        port,
        kind == Port.TLS ? tls : null,
        kind == Port.WEB_SOCKET,
        config.hasProxyHeader(),
        places,
        config.limits().connectTimeoutMs(),
        loop::connection);
  }

  private void refreshTls() {
    TlsIdentity identity = tls;
    if (identity != null) {
      Thread.ofVirtual().name("tls-refresh").start(identity::refresh);
    }
  }

  /// The port on which it listens; 0 when it does not.
  public int port(Port kind) {
    return ports.getOrDefault(kind, 0);
  }

  @Override
  public void retained(List<LoggedItem> items) {
    loops.forEach(loop -> loop.retained(items));
  }

  @Override
  public CompletionStage<Void> deliver(List<LoggedItem> items) {
    return CompletableFuture.allOf(
        loops.stream().map(loop -> loop.deliver(items)).toArray(CompletableFuture[]::new));
  }

  /// Stops hearing clients, or hears them again: what they send stays with them meanwhile.
  public void pause(boolean isToPause) {
    loops.forEach(loop -> loop.pause(isToPause));
  }

  /// Takes nothing new from now on; what was taken is still answered.
  public Future<Void> stopTaking() {
    return Future.join(loops.stream().map(MqttLoop::stopTaking).toList()).mapEmpty();
  }

  /// Tells every client where to go, and closes all.
  public Future<Void> close() {
    vertx.cancelTimer(tlsTimer);
    Ending ending = parts.config().serverReference().isEmpty() ? Ending.STOPPED : Ending.MOVED;
    Promise<Void> told = Promise.promise();
    AtomicInteger open = new AtomicInteger(loops.size());
    for (MqttLoop loop : loops) {
      loop.close(
          ending,
          () -> {
            if (open.decrementAndGet() == 0) {
              told.complete();
            }
          });
    }
    return told.future()
        .compose(_ -> vertx.timer(CLOSE_MS, TimeUnit.MILLISECONDS))
        .map(_ -> {
          handshakeWorkers.shutdown();
          forgetTls();
          return null;
        });
  }

  private void forgetTls() {
    TlsIdentity identity = tls;
    if (identity != null) {
      identity.close();
    }
  }
}
