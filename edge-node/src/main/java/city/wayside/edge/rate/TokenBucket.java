package city.wayside.edge.rate;

/// A quota: so many messages a second, with a reserve for bursts. Guarded by its owner.
public final class TokenBucket {

  private final double ratePerMs;
  private final double burst;
  private double tokens;
  private long filledMs;

  /// A full bucket.
  ///
  /// @param ratePerS how many tokens come back each second, above 0
  /// @param burst how many tokens it holds, 1 or more
  /// @param nowMs the moment, milliseconds since 1970
  public TokenBucket(double ratePerS, double burst, long nowMs) {
    this.ratePerMs = ratePerS / 1000;
    this.burst = burst;
    this.tokens = burst;
    this.filledMs = nowMs;
  }

  /// Takes a token if there is one.
  public boolean take(long nowMs) {
    fill(nowMs);
    if (tokens < 1) {
      return false;
    }
    tokens--;
    return true;
  }

  /// True when the bucket is as good as a new one.
  public boolean isFull(long nowMs) {
    fill(nowMs);
    return tokens >= burst;
  }

  private void fill(long nowMs) {
    // A clock that was set back neither gives nor takes; filling goes on from there.
    long elapsedMs = Math.max(0, nowMs - filledMs);
    tokens = Math.min(burst, tokens + elapsedMs * ratePerMs);
    filledMs = nowMs;
  }
}
