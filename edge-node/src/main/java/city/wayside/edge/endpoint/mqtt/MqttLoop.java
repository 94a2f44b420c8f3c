package city.wayside.edge.endpoint.mqtt;

import city.wayside.edge.access.Entry;
import city.wayside.edge.access.Gatekeeper;
import city.wayside.edge.access.Guests;
import city.wayside.edge.access.Presented;
import city.wayside.edge.access.Review;
import city.wayside.edge.inbound.Acknowledger;
import city.wayside.edge.inbound.Intake;
import city.wayside.edge.inbound.Receipts;
import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.vertx.core.Context;
import io.vertx.core.Deployable;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.MqttServerOptions;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One event loop with its share of the connections.
final class MqttLoop implements Deployable, Acknowledger, Guests {

  private static final Logger LOG = LoggerFactory.getLogger(MqttLoop.class);

  /// Asks Vert.x for one free port for all loops of a deployment; 0 would give each its own.
  private static final int ANY_SHARED_PORT = -1;

  private final MqttConfig config;
  private final Welcome welcome;
  private final Sessions sessions;
  private final Gatekeeper gatekeeper;
  private final Intake intake;
  private final InstantSource clock;
  private final Supplier<String> assignedIds;
  private final Set<MqttConnection> connections = ConcurrentHashMap.newKeySet();
  private final Set<MqttEndpoint> arriving = new HashSet<>();
  private @Nullable Context context;
  private @Nullable MqttServer server;
  private volatile boolean isStopping;

  MqttLoop(
      MqttConfig config,
      Sessions sessions,
      Gatekeeper gatekeeper,
      Intake intake,
      InstantSource clock,
      Supplier<String> assignedIds) {
    this.config = config;
    this.welcome = new Welcome(config);
    this.sessions = sessions;
    this.gatekeeper = gatekeeper;
    this.intake = intake;
    this.clock = clock;
    this.assignedIds = assignedIds;
  }

  @Override
  public Future<?> deploy(Context eventLoop) {
    context = eventLoop;
    gatekeeper.watchOver(this);
    MqttServerOptions options =
        new MqttServerOptions()
            .setMaxMessageSize(config.packetBytesMax())
            .setMaxClientIdLength(config.clientIdCharsMax())
            .setAutoClientId(false)
            .setTimeoutOnConnect(Math.max(1, config.connectTimeoutMs() / 1000));
    MqttServer made =
        MqttServer.create(eventLoop.owner(), options)
            .endpointHandler(this::connect)
            .exceptionHandler(fault -> LOG.debug("A connection failed: {}", fault.toString()));
    server = made;
    return made.listen(config.port() == 0 ? ANY_SHARED_PORT : config.port(), config.host());
  }

  /// The port that it listens on. Any thread, once deployed.
  int port() {
    return started(server).actualPort();
  }

  MqttConfig config() {
    return config;
  }

  long nowMs() {
    return clock.millis();
  }

  /// Refuses new connections from now on. Any thread.
  void stopAccepting() {
    isStopping = true;
  }

  /// Tells every client that the server stops, then closes the port. Any thread.
  Future<Void> close() {
    stopAccepting();
    Promise<Void> disconnected = Promise.promise();
    run(() -> {
      List<MqttConnection> all = new ArrayList<>(connections);
      all.forEach(each -> each.disconnect(MqttDisconnectReasonCode.SERVER_SHUTTING_DOWN));
      disconnected.complete();
    });
    return disconnected.future().compose(_ -> started(server).close());
  }

  @Override
  public void acknowledge(Receipts receipts) {
    run(() -> {
      for (int place = 0; place < receipts.count(); place++) {
        if (receipts.client(place) instanceof MqttConnection connection) {
          connection.acknowledge(receipts.messageId(place));
        }
      }
    });
  }

  @Override
  public Set<String> names() {
    return connections.stream().map(MqttConnection::name).collect(Collectors.toSet());
  }

  @Override
  public void review(Review review) {
    run(() -> List.copyOf(connections).forEach(connection -> connection.review(review)));
  }

  /// Has something done on this event loop. Any thread.
  void run(Runnable work) {
    started(context).runOnContext(_ -> work.run());
  }

  /// A connection has ended.
  void closed(MqttConnection connection) {
    if (connections.remove(connection)) {
      sessions.leave(connection);
    }
  }

  private void connect(MqttEndpoint endpoint) {
    MqttConnectReturnCode refusal =
        isStopping ? Welcome.stopping(endpoint) : welcome.refusal(endpoint);
    if (refusal == null && !sessions.takePlace()) {
      refusal = Welcome.tooMany(endpoint);
    }
    if (refusal != null) {
      endpoint.reject(refusal);
      return;
    }
    String assignedId = null;
    String id = endpoint.clientIdentifier();
    if (id == null) {
      id = assignedIds.get();
      assignedId = id;
      endpoint.setClientIdentifier(id);
    }
    Presented presented = Welcome.presented(endpoint, id, assignedId != null);
    String assigned = assignedId;
    String clientId = id;
    CompletableFuture<Entry> answer = gatekeeper.admit(presented).toCompletableFuture();
    arriving.add(endpoint);
    if (answer.isDone()) {
      // At once, for the client may have sent more already, which must not come before CONNACK.
      enter(endpoint, clientId, assigned, answer.join());
      return;
    }
    endpoint.closeHandler(_ -> {
      if (arriving.remove(endpoint)) {
        sessions.giveBack();
      }
    });
    CompletableFuture<Void> _ =
        answer.thenAccept(entry -> run(() -> enter(endpoint, clientId, assigned, entry)));
  }

  private void enter(MqttEndpoint endpoint, String id, @Nullable String assignedId, Entry entry) {
    if (!arriving.remove(endpoint)) {
      return; // It has gone while it waited.
    }
    if (entry instanceof Entry.Denied denied) {
      sessions.giveBack();
      endpoint.reject(Welcome.denied(endpoint, denied.code()));
      return;
    }
    Entry.Admitted admitted = (Entry.Admitted) entry;
    MqttConnection connection = new MqttConnection(this, endpoint, intake, id, admitted);
    connections.add(connection);
    connection.attach();
    MqttConnection takenOver = sessions.enter(connection);
    if (takenOver != null) {
      takenOver.loop().run(() -> takenOver.disconnect(MqttDisconnectReasonCode.SESSION_TAKEN_OVER));
    }
    endpoint.accept(
        false,
        Welcome.isMqtt5(endpoint) ? welcome.properties(assignedId) : MqttProperties.NO_PROPERTIES);
  }

  private static <T> T started(@Nullable T part) {
    if (part == null) {
      throw new IllegalStateException("not deployed yet");
    }
    return part;
  }
}
