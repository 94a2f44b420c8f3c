package city.wayside.town.scenario;

import city.wayside.kit.coap.CoapClients;
import city.wayside.kit.coap.CoapCode;
import city.wayside.kit.coap.CoapConnection;
import city.wayside.kit.coap.CoapListener;
import city.wayside.kit.coap.CoapPackets;
import city.wayside.kit.coap.CoapTarget;
import city.wayside.kit.coap.CoapTiming;
import city.wayside.kit.coap.DerivedKeys;
import city.wayside.model.client.ClientRecord;
import city.wayside.model.client.ClientRole;
import city.wayside.road.network.RoadNetwork;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// Vehicles that report over CoAP and DTLS, each one confirmable message after the other, until
/// they are told to come to rest. One that gives its server up shakes hands anew. Any thread.
final class CoapFleet implements AutoCloseable {

  private static final int PAUSE_MS = 100;
  private static final long SEED = 11;

  private final CoapClients clients;
  private final RoadNetwork network;
  private final InstantSource clock;
  private final List<Vehicle> vehicles = new ArrayList<>();
  private final AtomicIntegerArray acknowledged;
  private final Map<String, LongAdder> refused = new ConcurrentHashMap<>();
  private final LongAdder opened = new LongAdder();
  private final LongAdder sent = new LongAdder();
  private final LongAdder sentAgain = new LongAdder();
  private final LongAdder lost = new LongAdder();
  private final LongAdder answeredAgain = new LongAdder();
  private volatile boolean isDriving;

  /// Vehicles that have not started.
  ///
  /// @throws IOException when there is no DTLS
  CoapFleet(
      InetSocketAddress server,
      int count,
      CoapTiming timing,
      RoadNetwork network,
      InstantSource clock)
      throws IOException {
    this.network = network;
    this.clock = clock;
    this.clients =
        CoapClients.of(
            CoapTarget.secured(server, station -> DerivedKeys.of(name(station))),
            timing,
            System::nanoTime,
            SEED);
    this.acknowledged = new AtomicIntegerArray(count);
    for (int place = 0; place < count; place++) {
      vehicles.add(new Vehicle(place));
    }
  }

  /// What the registry has to know of a vehicle.
  ///
  /// @param station from 1 on
  static ClientRecord registered(long station, InstantSource clock) {
    return new ClientRecord(
        name(station),
        ClientRole.VEHICLE,
        Set.of(station),
        null,
        null,
        true,
        true,
        List.of(DerivedKeys.of(name(station))),
        clock.millis());
  }

  private static String name(long station) {
    return "v-" + station;
  }

  /// All shake hands.
  void connect() {
    vehicles.forEach(vehicle -> clients.loop().execute(vehicle::start));
  }

  boolean isConnected() {
    return openedCount() >= vehicles.size();
  }

  /// How often a vehicle came to know the server, after a handshake each time.
  long openedCount() {
    return opened.sum();
  }

  /// All begin to report.
  void drive() {
    isDriving = true;
    vehicles.forEach(vehicle -> clients.loop().execute(vehicle::report));
  }

  /// Nothing more is sent but what is under way.
  void comeToRest() {
    isDriving = false;
  }

  boolean isAtRest() {
    return !isDriving && sent.sum() == settledCount();
  }

  private long settledCount() {
    return acknowledgedCount() + lost.sum() + refusedCount();
  }

  /// How much of every vehicle was acknowledged.
  int[] progress() {
    int[] counts = new int[acknowledged.length()];
    for (int place = 0; place < counts.length; place++) {
      counts[place] = acknowledged.get(place);
    }
    return counts;
  }

  /// True when of every vehicle so many messages more were acknowledged.
  boolean hasDrivenSince(int[] progress, int count) {
    for (int place = 0; place < progress.length; place++) {
      if (acknowledged.get(place) < progress[place] + count) {
        return false;
      }
    }
    return true;
  }

  /// Messages that were sent, each counted once.
  long sentCount() {
    return sent.sum();
  }

  /// Messages that were answered 2.04, each counted once.
  long acknowledgedCount() {
    long sum = 0;
    for (int place = 0; place < acknowledged.length(); place++) {
      sum += acknowledged.get(place);
    }
    return sum;
  }

  /// How often a message was sent again.
  long sentAgainCount() {
    return sentAgain.sum();
  }

  /// Messages that were given up.
  long lostCount() {
    return lost.sum();
  }

  /// Answers to messages that had one.
  long answeredAgainCount() {
    return answeredAgain.sum();
  }

  /// Messages that were answered otherwise, by code.
  Map<String, LongAdder> refused() {
    return refused;
  }

  private long refusedCount() {
    return refused.values().stream().mapToLong(LongAdder::sum).sum();
  }

  @Override
  public void close() {
    clients.close();
  }

  /// One vehicle. Event loop of the clients.
  private final class Vehicle implements CoapListener {
    private final int place;
    private final long station;
    private @Nullable CoapConnection connection;
    private int token;
    private boolean isWaiting;

    Vehicle(int place) {
      this.place = place;
      this.station = place + 1L;
    }

    void start() {
      CoapConnection made = clients.connection(station, this);
      connection = made;
      made.connect();
    }

    void report() {
      CoapConnection open = connection;
      if (open == null || !isDriving || !open.hasRoom()) {
        return;
      }
      token++;
      isWaiting = true;
      sent.increment();
      byte[] options = CoapPackets.options("v1/up/" + station + "/probe", 50, true);
      boolean _ = open.post(token, options, probe());
    }

    private byte[] probe() {
      int segment = place + 1;
      return "{\"t\":%d,\"lat\":%s,\"lon\":%s,\"speedMps\":0,\"headingDeg\":%s}"
          .formatted(
              clock.millis(),
              network.latDeg(segment, 1),
              network.lonDeg(segment, 1),
              network.headingDeg(segment, 1))
          .getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void opened() {
      opened.increment();
    }

    @Override
    public void answered(int ofToken, int code) {
      if (ofToken != token || !isWaiting) {
        answeredAgain.increment();
        return;
      }
      isWaiting = false;
      if (code == CoapCode.CHANGED) {
        acknowledged.incrementAndGet(place);
      } else {
        refused.computeIfAbsent(CoapCode.word(code), _ -> new LongAdder()).increment();
      }
    }

    @Override
    public void lost(int ofToken) {
      isWaiting = false;
      lost.increment();
    }

    @Override
    public void closed(boolean wasOpen, String reason) {
      connection = null;
      if (isDriving) {
        clients.loop().execute(this::start);
      }
    }

    @Override
    public void sentAgain() {
      sentAgain.increment();
    }

    @Override
    public void roomAgain() {
      Future<?> _ = clients.loop().schedule(this::report, PAUSE_MS, TimeUnit.MILLISECONDS);
    }
  }
}
