package city.wayside.grid.form;

import city.wayside.model.session.SessionState;

/// A session and until when it is of use. It is remembered a little longer: an edge node that has
/// not heard yet that its client moved may still save it with an old epoch.
///
/// @param state the session
/// @param untilMs until when it is of use, milliseconds since 1970; `Long.MAX_VALUE` for no end
public record StoredSession(SessionState state, long untilMs) {

  /// True while a client that returns is given it.
  public boolean isOfUse(long nowMs) {
    return untilMs > nowMs;
  }

  /// The entry's time to live in milliseconds; 0 for no end.
  public long ttlMs(long nowMs) {
    return Lifetime.ttlMs(untilMs, nowMs);
  }
}
