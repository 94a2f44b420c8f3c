package city.wayside.model.session;

import java.time.Duration;
import java.util.List;

/// A client's session, as the grid keeps it. What was missed while the client was away is not in
/// it: the log of what goes down is read again from [#sequence].
///
/// @param clientId the client's id
/// @param edgeId the edge node that serves or last served it
/// @param epoch counts the client's connections over all edge nodes
/// @param isConnected false once the connection has ended
/// @param expiryS how long it is kept after its connection has ended, 0 or more; [#FOREVER] for no
///   end
/// @param sequence the newest item of the log that was looked at for this client; -1 in a new
///   session that was not saved yet
/// @param subscriptions what it is subscribed to
/// @param unacknowledged messages that were sent, or wait to be sent, and are not acknowledged
/// @param unreleasedIds packet ids of QoS 2 messages that were taken and not released yet
public record SessionState(
    String clientId,
    String edgeId,
    long epoch,
    boolean isConnected,
    long expiryS,
    long sequence,
    List<Subscription> subscriptions,
    List<Unacknowledged> unacknowledged,
    List<Integer> unreleasedIds) {

  /// A session that is kept until its client ends it (MQTT 5 §3.1.2.11.2).
  public static final long FOREVER = 0xFFFF_FFFFL;

  /// Takes copies.
  public SessionState {
    subscriptions = List.copyOf(subscriptions);
    unacknowledged = List.copyOf(unacknowledged);
    unreleasedIds = List.copyOf(unreleasedIds);
  }

  /// Until when a store keeps it: its expiry counts from the end of the connection. An edge node
  /// that dies tells no end, so that a connected session is kept for its expiry and a silence more,
  /// counted from the last time it was saved; edge nodes save well within that silence.
  ///
  /// @param savedMs when it was saved, milliseconds since 1970
  /// @param silenceS how long a connected session may go unsaved
  /// @return milliseconds since 1970; `Long.MAX_VALUE` for no end
  public long keptUntilMs(long savedMs, long silenceS) {
    if (expiryS == FOREVER) {
      return Long.MAX_VALUE;
    }
    long keepS = isConnected ? expiryS + silenceS : expiryS;
    return savedMs + Duration.ofSeconds(keepS).toMillis();
  }

  /// One subscription.
  ///
  /// @param filter the topic filter
  /// @param optionsCode the subscription options of MQTT 5 §3.8.3.1, as one byte
  /// @param identifier the subscription identifier, 0 for none
  public record Subscription(String filter, int optionsCode, int identifier) {}

  /// A message that the client has not acknowledged.
  ///
  /// @param packetId the id it was sent with; 0 when it waits to be sent
  /// @param sequence its place in the log
  public record Unacknowledged(int packetId, long sequence) {}
}
