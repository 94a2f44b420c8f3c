package city.wayside.edge.admit;

import city.wayside.edge.rate.TokenBucket;
import city.wayside.model.client.Grant;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// Every client's quota, by the name in its grant: neither reconnecting nor further connections
/// give a new one. Asked before decoding, so that a flood costs little. Any thread.
public final class ClientQuotas {

  /// How many clients' quotas are kept; beyond it new clients are refused until a sweep.
  public static final int CLIENTS_COUNT_MAX = 1_000_000;

  /// @param ratePerS the rate that the bucket was made for
  private record Quota(TokenBucket bucket, double ratePerS) {

    /// As many messages at once as in a second, but one at least.
    static Quota of(double ratePerS, long nowMs) {
      return new Quota(new TokenBucket(ratePerS, Math.max(1, ratePerS), nowMs), ratePerS);
    }
  }

  private final ConcurrentHashMap<String, Quota> quotas = new ConcurrentHashMap<>();
  private final ToDoubleFunction<Grant> ratePerS;

  /// Quotas of a rate that may be each client's own.
  ///
  /// @param ratePerS messages a second of a client, above 0
  public ClientQuotas(ToDoubleFunction<Grant> ratePerS) {
    this.ratePerS = ratePerS;
  }

  /// Takes one message off a client's quota.
  ///
  /// @return why it is refused; nothing when it is not
  public @Nullable Refused check(Grant grant, long nowMs) {
    double rate = ratePerS.applyAsDouble(grant);
    Quota quota = quota(grant.name(), rate, nowMs);
    if (quota != null && quota.ratePerS() != rate) {
      // A client whose rate was changed, or that has tokens of several rates: one quota for each,
      // so that changing between them gives no new ones.
      quota = quota(grant.name() + ' ' + rate, rate, nowMs);
    }
    if (quota == null) {
      return new Refused(Refusal.OVERLOADED, "too many clients, try again");
    }
    synchronized (quota.bucket()) {
      if (quota.bucket().take(nowMs)) {
        return null;
      }
    }
    return new Refused(
        Refusal.TOO_FAST,
        "the client sends too often, must be at most " + rate + " messages a second");
  }

  private @Nullable Quota quota(String key, double rate, long nowMs) {
    Quota quota = quotas.get(key);
    if (quota != null || quotas.size() >= CLIENTS_COUNT_MAX) {
      return quota;
    }
    return quotas.computeIfAbsent(key, _ -> Quota.of(rate, nowMs));
  }

  /// Forgets the quotas that are as good as new ones.
  public void sweep(long nowMs) {
    quotas
        .values()
        .removeIf(quota -> {
          synchronized (quota.bucket()) {
            return quota.bucket().isFull(nowMs);
          }
        });
  }
}
