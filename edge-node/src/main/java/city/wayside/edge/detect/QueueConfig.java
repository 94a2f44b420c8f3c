package city.wayside.edge.detect;

import city.wayside.model.config.Setting;

/// When the end of a queue is a hazard.
///
/// @param isEnabled whether ends of queues are told of
/// @param limitMpsMin the lowest limit of the roads where they are
/// @param lengthM how far from the stop line the end must be
/// @param vehiclesMin how many slow vehicles must have been seen in the queue
/// @param arrivalsMin how many of them must have come fast
/// @param arrivalShare what is fast, as a share of the limit
/// @param persistMs how long this must hold
/// @param holdMs how long the end is told of after it held last
public record QueueConfig(
    @Setting(value = "Whether ends of queues are told of.", otherwise = "true") boolean isEnabled,
    @Setting(
            value =
                "Ends of queues are told of on roads with a limit of at least this many metres per"
                    + " second.",
            otherwise = "13.8",
            min = 0,
            max = 100)
        double limitMpsMin,
    @Setting(
            value =
                "The end must be at least this many metres before the stop line; where there is"
                    + " none, the queue may be shorter.",
            otherwise = "250",
            min = 0,
            max = 10_000)
        double lengthM,
    @Setting(
            value = "So many slow vehicles must be seen in the queue.",
            otherwise = "6",
            min = 2,
            max = 1000)
        int vehiclesMin,
    @Setting(
            value = "So many of them must have come fast within the last two minutes.",
            otherwise = "2",
            min = 1,
            max = 1000)
        int arrivalsMin,
    @Setting(
            value = "A vehicle comes fast that had this share of the speed limit.",
            otherwise = "0.6",
            min = 0.1,
            max = 1)
        double arrivalShare,
    @Setting(
            value = "All this must hold for this many milliseconds.",
            otherwise = "20000",
            min = 0,
            max = 600_000)
        long persistMs,
    @Setting(
            value = "The end is told of for this many milliseconds after all this held last.",
            otherwise = "30000",
            min = 1000,
            max = 3_600_000)
        long holdMs) {

  /// The documented defaults.
  public static QueueConfig defaults() {
    return new QueueConfig(true, 13.8, 250, 6, 2, 0.6, 20_000, 30_000);
  }
}
