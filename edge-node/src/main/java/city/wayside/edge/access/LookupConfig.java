package city.wayside.edge.access;

import city.wayside.model.config.Setting;

/// How the registry is asked.
///
/// @param batchMax how many clients are asked for at a time
/// @param waitingMax how many clients may wait for an answer
/// @param timeoutMs how long an answer may take
/// @param cacheMs how long an answer is used again
/// @param cachedMax how many answers are kept
/// @param reviewMs how often the clients that are in are judged anew
public record LookupConfig(
    @Setting(
            value = "Clients that the registry is asked for in one call.",
            otherwise = "1000",
            min = 1,
            max = 100_000)
        int batchMax,
    @Setting(
            value = "Clients that may wait for the registry; beyond it they are refused as busy.",
            otherwise = "50000",
            min = 1,
            max = 1_000_000)
        int waitingMax,
    @Setting(
            value = "Milliseconds after which the registry counts as out of reach.",
            otherwise = "5000",
            min = 100,
            max = 60_000)
        long timeoutMs,
    @Setting(
            value = "What the registry said is used again for this many milliseconds.",
            otherwise = "10000",
            min = 0,
            max = 3_600_000)
        long cacheMs,
    @Setting(
            value = "Answers of the registry that are kept at a time.",
            otherwise = "20000",
            min = 1,
            max = 1_000_000)
        int cachedMax,
    @Setting(
            value =
                "Clients that are connected are looked up again every so many milliseconds, should"
                    + " the registry's own word of a change not have come through.",
            otherwise = "60000",
            min = 100,
            max = 3_600_000)
        long reviewMs) {

  /// The documented defaults.
  public static LookupConfig defaults() {
    return new LookupConfig(1000, 50_000, 5_000, 10_000, 20_000, 60_000);
  }
}
