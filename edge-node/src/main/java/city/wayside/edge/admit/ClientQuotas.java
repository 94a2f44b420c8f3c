package city.wayside.edge.admit;

import city.wayside.edge.rate.TokenBucket;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Every client's quota, by client id: reconnecting gives no new one. Asked before decoding, so
/// that a flood costs little. Any thread.
public final class ClientQuotas {

  /// How many clients' quotas are kept; beyond it new clients are refused until a sweep.
  public static final int CLIENTS_COUNT_MAX = 1_000_000;

  private final ConcurrentHashMap<String, TokenBucket> quotas = new ConcurrentHashMap<>();
  private final double ratePerS;

  /// Quotas of as many messages a second, and as many at once.
  public ClientQuotas(double ratePerS) {
    this.ratePerS = ratePerS;
  }

  /// Takes one message off a client's quota.
  ///
  /// @return why it is refused; nothing when it is not
  public @Nullable Refused check(String clientId, long nowMs) {
    TokenBucket quota = quotas.get(clientId);
    if (quota == null) {
      if (quotas.size() >= CLIENTS_COUNT_MAX) {
        return new Refused(Refusal.OVERLOADED, "too many clients, try again");
      }
      quota = quotas.computeIfAbsent(clientId, id -> new TokenBucket(ratePerS, ratePerS, nowMs));
    }
    synchronized (quota) {
      if (quota.take(nowMs)) {
        return null;
      }
    }
    return new Refused(
        Refusal.TOO_FAST,
        "the client sends too often, must be at most " + ratePerS + " messages a second");
  }

  /// Forgets the quotas that are as good as new ones.
  public void sweep(long nowMs) {
    quotas
        .values()
        .removeIf(quota -> {
          synchronized (quota) {
            return quota.isFull(nowMs);
          }
        });
  }
}
