package city.wayside.kit.coap;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/// Clients of one server, on one event loop. All but [#loop()] and [#close()] on it.
public final class CoapClients implements AutoCloseable {

  private static final int LOOK_MS = 100;

  private final Wires wires;
  private final CoapTiming timing;
  private final LongSupplier nanoClock;
  private final RandomGenerator dice;
  private final Set<CoapConnection> connections = new LinkedHashSet<>();

  private CoapClients(Wires wires, CoapTiming timing, LongSupplier nanoClock, long seed) {
    this.wires = wires;
    this.timing = timing;
    this.nanoClock = nanoClock;
    this.dice = new SplittableRandom(seed);
    Future<?> _ =
        wires.loop().scheduleAtFixedRate(this::look, LOOK_MS, LOOK_MS, TimeUnit.MILLISECONDS);
  }

  /// Clients of a server, none yet.
  ///
  /// @param nanoClock nanoseconds of any origin
  /// @param seed decides message ids and when exactly messages are sent again
  /// @throws IOException when there is no DTLS
  public static CoapClients of(
      CoapTarget target, CoapTiming timing, LongSupplier nanoClock, long seed) throws IOException {
    SharedKeys keys = target.keys();
    Wires wires =
        keys == null ? new PlainWires(target.server()) : new DtlsWires(target.server(), keys);
    return new CoapClients(wires, timing, nanoClock, seed);
  }

  /// Where everything happens.
  public EventLoop loop() {
    return wires.loop();
  }

  /// A client of a station, which [CoapConnection#connect()] brings to life.
  public CoapConnection connection(long stationId, CoapListener listener) {
    CoapConnection made =
        new CoapConnection(
            heard -> wires.wire(stationId, heard), listener, timing, nanoClock, dice);
    connections.add(made);
    return made;
  }

  private void look() {
    long nowNs = nanoClock.getAsLong();
    for (CoapConnection connection : List.copyOf(connections)) {
      connection.look(nowNs);
    }
    connections.removeIf(CoapConnection::isClosed);
  }

  /// Ends all clients and the event loop, without a word to their owners.
  @Override
  public void close() {
    wires.close();
  }
}
