package city.wayside.town.bench.overload;

import city.wayside.kit.latency.Latency;
import city.wayside.kit.latency.LatencyHistogram;
import city.wayside.kit.load.Hazards;
import city.wayside.kit.mqtt.MqttConnection;
import city.wayside.kit.mqtt.MqttLimits;
import city.wayside.kit.mqtt.MqttListener;
import city.wayside.kit.mqtt.MqttTarget;
import city.wayside.kit.mqtt.MqttVersion;
import city.wayside.messages.selective.DenmHead;
import city.wayside.messages.selective.DenmState;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/// A client that is subscribed to everything about every place (`v1/geo/#`, QoS 1) and notes which
/// hazards come.
final class GeoSubscriber implements MqttListener {

  private static final String EVERYWHERE = "v1/geo/#";
  private static final String HAZARD = "/denm";
  private static final long LOOK_EVERY_MS = 1000;
  private static final long SUBSCRIBED_S_MAX = 10;
  private static final long US_PER_MS = 1000;

  private final InstantSource clock;
  private final CompletableFuture<String> refusal = new CompletableFuture<>();
  private final Set<Long> hazards = new HashSet<>();
  private final LatencyHistogram latency = new LatencyHistogram();
  private final Context context;
  // Kept: a client that nothing refers to any more is closed with its connections.
  private final NetClient net;
  private final MqttConnection connection;
  private String end = "";
  private long repeated;
  private long unreadable;

  private GeoSubscriber(
      Vertx vertx, InetSocketAddress server, InstantSource clock, LongSupplier nanoClock) {
    this.clock = clock;
    this.context = vertx.getOrCreateContext();
    this.net = vertx.createNetClient();
    this.connection =
        new MqttConnection(
            MqttTarget.of(server.getHostString(), server.getPort(), MqttVersion.V5),
            "bench-geo",
            MqttLimits.defaults(),
            this,
            nanoClock);
    context.runOnContext(_ -> {
      connection.connect(net);
      vertx.setPeriodic(LOOK_EVERY_MS, timer -> connection.look(nanoClock.getAsLong()));
    });
  }

  /// Connects and subscribes; whether that is granted is told by [#deliveries()].
  static GeoSubscriber start(
      Vertx vertx, InetSocketAddress server, InstantSource clock, LongSupplier nanoClock)
      throws InterruptedException, ExecutionException {
    GeoSubscriber started = new GeoSubscriber(vertx, server, clock, nanoClock);
    try {
      started.refusal.get(SUBSCRIBED_S_MAX, TimeUnit.SECONDS);
    } catch (TimeoutException _) {
      started.refusal.complete("the subscription was not answered");
    }
    return started;
  }

  /// What came so far.
  CompletionStage<Deliveries> deliveries() {
    CompletableFuture<Deliveries> told = new CompletableFuture<>();
    context.runOnContext(_ ->
        told.complete(
            new Deliveries(
                end.isEmpty() ? refusal.getNow("") : end,
                hazards,
                repeated,
                unreadable,
                Latency.of(latency))));
    return told;
  }

  @Override
  public void opened() {
    connection.subscribe(EVERYWHERE, 1);
  }

  @Override
  public void subscribed(int packetId, int qos) {
    refusal.complete("");
  }

  @Override
  public void closed(boolean wasOpen, String reason) {
    end = reason;
    refusal.complete(reason);
  }

  @Override
  public void message(String topic, byte[] payload) {
    // A retained message that is no longer valid is taken back by an empty one.
    if (!topic.endsWith(HAZARD) || payload.length == 0) {
      return;
    }
    long nowMs = clock.millis();
    switch (DenmState.read(payload, 0, payload.length, nowMs)) {
      case DenmHead.Hazard hazard -> {
        if (hazards.add(Hazards.key(hazard.originId(), hazard.sequence()))) {
          latency.record((nowMs - hazard.referenceMs()) * US_PER_MS);
        } else {
          repeated++;
        }
      }
      case DenmHead.Undecodable _ -> unreadable++;
    }
  }

  @Override
  public void acknowledged(int reasonCode, long latencyNs) {}

  @Override
  public void written() {}

  @Override
  public void lost(int count) {}
}
