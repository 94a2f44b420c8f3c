package city.wayside.town.bench.ingest;

/// Looks for the highest rate that passes, in few tries: larger steps up until one fails, then
/// halving what is between. A rate fails when it fails twice, for the machine has bad moments.
final class StepSearch {

  private static final double STEP = 1.6;

  /// Nearer than this the rates of two tries are the same.
  private static final double CLOSE = 1.07;

  private final int triesMax;
  private double rate;
  private double passed;
  private double failed = Double.POSITIVE_INFINITY;
  private boolean hasFailedOnce;
  private int tries;

  /// A search.
  ///
  /// @param startPerS the first rate that is tried
  /// @param triesMax after so many tries the best so far is the result
  StepSearch(double startPerS, int triesMax) {
    this.rate = startPerS;
    this.triesMax = triesMax;
  }

  /// The rate to try next.
  double next() {
    return rate;
  }

  /// Tells how the try went.
  void told(boolean hasPassed) {
    tries++;
    if (!hasPassed && !hasFailedOnce) {
      hasFailedOnce = true;
      return;
    }
    hasFailedOnce = false;
    if (hasPassed) {
      passed = rate;
    } else {
      failed = rate;
    }
    if (passed == 0) {
      rate = failed / STEP;
    } else if (Double.isInfinite(failed)) {
      rate = passed * STEP;
    } else {
      rate = Math.sqrt(passed * failed);
    }
  }

  /// True when no further try would tell more.
  boolean isDone() {
    return tries >= triesMax || (passed > 0 && failed / passed < CLOSE);
  }

  /// The highest rate that passed, 0 when none did.
  double best() {
    return passed;
  }
}
