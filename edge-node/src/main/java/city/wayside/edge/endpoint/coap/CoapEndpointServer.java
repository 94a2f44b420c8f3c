package city.wayside.edge.endpoint.coap;

import city.wayside.edge.access.Gatekeeper;
import city.wayside.edge.access.Offenders;
import city.wayside.edge.endpoint.coap.CoapCounts.Ended;
import city.wayside.edge.endpoint.coap.dtls.DtlsDoor;
import city.wayside.edge.endpoint.coap.dtls.DtlsPeer;
import city.wayside.edge.inbound.Intake;
import city.wayside.edge.outbound.Outlet;
import city.wayside.model.downlink.LoggedItem;
import city.wayside.model.telemetry.Metric;
import city.wayside.model.telemetry.Telemetry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.californium.core.network.CoapEndpoint;
import org.eclipse.californium.elements.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The CoAP endpoint: its doors, and what is behind all of them. Any thread.
public final class CoapEndpointServer implements Outlet {

  private static final Logger LOG = LoggerFactory.getLogger(CoapEndpointServer.class);

  private static final long TICK_MS = 100;
  private static final long LOOK_EVERY_MS = 1000;

  /// How long answers at most have to leave when it closes, and then last notifications.
  private static final long CLOSE_MS = 500;

  /// What the endpoint works with.
  ///
  /// @param intake takes the messages
  /// @param gatekeeper decides who may come in
  /// @param telemetry counts
  /// @param clock tells the time
  /// @param loop the number under which it tells its lag, after those of other endpoints
  public record Surroundings(
      Intake intake, Gatekeeper gatekeeper, Telemetry telemetry, InstantSource clock, int loop) {}

  /// How often it is looked whether the certificate has changed.
  private static final long REFRESH_EVERY_MS = 10_000;

  private final Surroundings around;
  private final @Nullable DtlsDoor dtls;
  private final CoapThreads threads;
  private final Offenders offenders;
  private final Peers peers;
  private final Posting posting;
  private final Observing observing;
  private final List<Front> fronts = new ArrayList<>();
  private final List<CoapEndpoint> endpoints = new ArrayList<>();
  private volatile long lookedNs;

  private CoapEndpointServer(CoapConfig config, Surroundings around, @Nullable DtlsDoor dtls) {
    CoapLimits limits = config.limits();
    CoapSettings settings = CoapSettings.of(limits);
    CoapCounts counts = new CoapCounts(around.telemetry());
    Intake intake = around.intake();
    InstantSource clock = around.clock();
    Proofs proofs = new Proofs(limits.echoMs(), limits.peersMax(), clock);
    Answers answers = new Answers(proofs, counts, limits);
    this.around = around;
    this.dtls = dtls;
    this.threads = new CoapThreads(config.threadsCount());
    this.offenders = new Offenders("CoAP", clock.millis());
    this.posting = new Posting(intake, answers, limits, threads, clock);
    this.observing = new Observing(config, settings, answers, counts, threads, clock, this::heard);
    this.peers =
        new Peers(
            around.gatekeeper(),
            intake.accounts(),
            limits,
            clock,
            gone -> observing.end(gone, Ended.GONE),
            this::shutOut);
    Front.Parts parts = new Front.Parts(peers, answers, posting, observing, offenders, clock);
    for (Door door : doors(config, settings, counts, dtls)) {
      CoapEndpoint endpoint = LimitedEndpoint.of(door, limits, settings, threads, counts, answers);
      Front front = new Front(door, parts);
      endpoint.setMessageDeliverer(front);
      endpoint.addInterceptor(new Guard(door, proofs, counts));
      new Leaving(threads.underWay()).watch(endpoint);
      endpoint.addPostProcessInterceptor(new Malformed(intake, offenders, counts));
      fronts.add(front);
      endpoints.add(endpoint);
    }
    Telemetry telemetry = around.telemetry();
    telemetry.gauge(Metric.EDGE_COAP_PEERS, "", peers::count);
    telemetry.gauge(Metric.EDGE_COAP_OBSERVATIONS, "", observing::count);
    telemetry.gauge(Metric.EDGE_COAP_WAITING, "", posting.waiting()::count);
  }

  /// The ways in. Each is a connector, what it knows of who comes through, and whether it has made
  /// sure that they are where they say.
  private static List<Door> doors(
      CoapConfig config, CoapSettings settings, CoapCounts counts, @Nullable DtlsDoor dtls) {
    List<Door> doors = new ArrayList<>();
    doors.add(PlainConnector.door(config, settings.ofMessages(), counts));
    if (dtls != null) {
      doors.add(
          new Door(
              "coaps",
              dtls.connector(),
              dtls.matcher(),
              dtls::known,
              dtls::presented,
              true,
              dtls.isHandedOver()));
    }
    return doors;
  }

  private void heard(Peer peer) {
    peers.heard(peer);
  }

  /// Who may not come in any more has no session either.
  private void shutOut(Object denied) {
    if (dtls != null && denied instanceof DtlsPeer.Known peer) {
      Future<Void> _ = dtls.endSessionsOf(peer);
    }
  }

  /// Starts listening. Blocks, not for long.
  ///
  /// @throws IOException when a port cannot be had, or a setting or file of DTLS not be used
  public static CoapEndpointServer start(CoapConfig config, Surroundings around)
      throws IOException {
    DtlsDoor dtls =
        config.dtls().isEnabled()
            ? DtlsDoor.open(
                config.dtls(),
                config.host(),
                around.gatekeeper(),
                around.telemetry(),
                around.clock())
            : null;
    CoapEndpointServer server = new CoapEndpointServer(config, around, dtls);
    try {
      for (CoapEndpoint endpoint : server.endpoints) {
        endpoint.start();
      }
    } catch (IOException e) {
      if (dtls != null) {
        dtls.close();
      }
      server.endpoints.forEach(CoapEndpoint::destroy);
      server.threads.shutdownNow();
      throw e;
    }
    around.gatekeeper().watchOver(server.peers);
    ScheduledFuture<?> _ =
        server.threads.scheduleAtFixedRate(server::tick, TICK_MS, TICK_MS, TimeUnit.MILLISECONDS);
    ScheduledFuture<?> _ =
        server.threads.scheduleAtFixedRate(
            server::refresh, REFRESH_EVERY_MS, REFRESH_EVERY_MS, TimeUnit.MILLISECONDS);
    return server;
  }

  /// The port of the plain door.
  public int port() {
    InetSocketAddress address = endpoints.getFirst().getAddress();
    return address.getPort();
  }

  /// The port of the door with DTLS; 0 without.
  public int securePort() {
    return dtls == null ? 0 : dtls.port();
  }

  private void refresh() {
    DtlsDoor door = dtls;
    if (door != null) {
      // It reads files.
      Thread _ = Thread.ofVirtual().name("dtls-refresh").start(door::refresh);
    }
  }

  private void tick() {
    long askedNs = ClockUtil.nanoRealtime();
    // How long work waits for a worker is the lag.
    threads.execute(() -> {
      long nowNs = ClockUtil.nanoRealtime();
      around
          .intake()
          .loopLag(around.loop(), TimeUnit.NANOSECONDS.toMillis(Math.max(0, nowNs - askedNs)));
      posting.waiting().look(nowNs);
      if (TimeUnit.NANOSECONDS.toMillis(nowNs - lookedNs) >= LOOK_EVERY_MS) {
        lookedNs = nowNs;
        peers.look();
        observing.look();
        offenders.tell(around.clock().millis());
      }
    });
  }

  @Override
  public void retained(List<LoggedItem> items) {
    threads.execute(() -> observing.retained(items));
  }

  @Override
  public CompletionStage<Void> deliver(List<LoggedItem> items) {
    CompletableFuture<Void> done = new CompletableFuture<>();
    threads.execute(() -> {
      observing.deliver(items);
      done.complete(null);
    });
    return done;
  }

  /// Takes nothing new from now on, and says so, except to those whose session the next process
  /// goes on with: that one answers them. What was taken is still answered.
  public void stopTaking() {
    fronts.forEach(Front::stopTaking);
  }

  /// Lets those who observe go, and closes all. What still waits for the grid stays unanswered, and
  /// is sent again by its senders, except by those who were told to wait: they are answered 5.03.
  /// Blocks, not for long.
  public void close() throws InterruptedException {
    UnderWay underWay = threads.underWay();
    if (!underWay.awaitNone(CLOSE_MS)) {
      LOG.info("Requests stay unanswered, their senders will repeat them");
    }
    posting.waiting().stop();
    peers.all().forEach(peer -> observing.end(peer, Ended.STOPPED));
    if (!underWay.awaitNone(CLOSE_MS)) {
      LOG.info("Not all who observe were told that the edge node stops");
    }
    endpoints.forEach(CoapEndpoint::stop);
    if (dtls != null) {
      // Between the two, for it leaves its sessions for the next process.
      dtls.close();
    }
    endpoints.forEach(CoapEndpoint::destroy);
    peers.close();
    threads.end();
  }
}
