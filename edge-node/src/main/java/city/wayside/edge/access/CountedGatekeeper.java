package city.wayside.edge.access;

import city.wayside.model.telemetry.Metric;
import city.wayside.model.telemetry.Telemetry;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts what another gatekeeper decides.
final class CountedGatekeeper implements Gatekeeper {

  private static final Logger LOG = LoggerFactory.getLogger(CountedGatekeeper.class);

  private final Gatekeeper gatekeeper;
  private final Map<Method, Telemetry.Counter> admitted = new EnumMap<>(Method.class);
  private final Map<Denial, Telemetry.Counter> denied = new EnumMap<>(Denial.class);
  private final Map<Denial, Telemetry.Counter> withdrawn = new EnumMap<>(Denial.class);

  CountedGatekeeper(Gatekeeper gatekeeper, Telemetry telemetry) {
    this.gatekeeper = gatekeeper;
    for (Method method : Method.values()) {
      admitted.put(method, telemetry.counter(Metric.EDGE_LOGINS_ADMITTED, method.word()));
    }
    for (Denial code : Denial.values()) {
      denied.put(code, telemetry.counter(Metric.EDGE_LOGINS_DENIED, code.word()));
      withdrawn.put(code, telemetry.counter(Metric.EDGE_LOGINS_WITHDRAWN, code.word()));
    }
  }

  @Override
  public CompletionStage<Entry> admit(Presented presented) {
    return gatekeeper
        .admit(presented)
        .thenApply(entry -> {
          switch (entry) {
            case Entry.Admitted in -> counter(admitted, in.method()).add(1);
            case Entry.Denied out -> {
              counter(denied, out.code()).add(1);
              LOG.debug("{} is denied: {}, {}", presented, out.code().word(), out.reason());
            }
          }
          return entry;
        });
  }

  @Override
  public HandshakeDesk handshakes() {
    return gatekeeper.handshakes();
  }

  @Override
  public void watchOver(Guests guests) {
    gatekeeper.watchOver(
        new Guests() {
          @Override
          public Set<String> names() {
            return guests.names();
          }

          @Override
          public void review(Review review) {
            guests.review(before -> counted(review.of(before)));
          }
        });
  }

  private Entry counted(Entry entry) {
    if (entry instanceof Entry.Denied out) {
      counter(withdrawn, out.code()).add(1);
    }
    return entry;
  }

  private static <K> Telemetry.Counter counter(Map<K, Telemetry.Counter> counters, K key) {
    return Objects.requireNonNull(counters.get(key), "each has a counter");
  }

  @Override
  public void close() {
    gatekeeper.close();
  }
}
