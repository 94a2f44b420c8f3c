package city.wayside.model.account;

import city.wayside.model.refusal.Refusal;
import java.util.Map;

/// How many messages of a client were admitted and how many refused; all others it never sent.
///
/// @param admittedCount messages that passed admission
/// @param refusedCounts messages that were refused, by code; codes without any are left out
public record MessageCounts(long admittedCount, Map<Refusal, Long> refusedCounts) {

  /// Of a client that has sent nothing.
  public static final MessageCounts NONE = new MessageCounts(0, Map.of());

  /// Takes a copy.
  public MessageCounts {
    refusedCounts = Map.copyOf(refusedCounts);
  }

  /// All messages that came from the client.
  public long receivedCount() {
    return admittedCount + refusedCount();
  }

  /// All messages that were refused, whatever the code.
  public long refusedCount() {
    return refusedCounts.values().stream().mapToLong(Long::longValue).sum();
  }

  /// Beacons that were left out under load.
  public long thinnedCount() {
    return refusedCounts.getOrDefault(Refusal.THINNED, 0L);
  }
}
