package city.wayside.edge.event;

import city.wayside.model.config.Setting;

/// Which hazards and other events are let in, and how they are told to others.
///
/// @param ageMsMax how old a message about an event may be
/// @param aheadMsMax how far it may be ahead of the clock
/// @param stationRatePerS messages a second about the events of one station, and as many at once
/// @param clientRatePerS urgent messages a second of one client, and as many at once
/// @param eventsCountMax how many events are remembered
/// @param retainMsMax how long an event is told to those who subscribe later
/// @param topicZoom how many levels of its tile the topic of an event has
/// @param isForItsClient whether events are also told in the its-client layout
public record HazardConfig(
    @Setting(
            value =
                "Messages about events older than this many milliseconds are refused, however long"
                    + " the event holds.",
            otherwise = "2592000000",
            min = 60_000,
            max = 315_360_000_000.0)
        long ageMsMax,
    @Setting(
            value = "Messages about events this many milliseconds ahead of the clock are refused.",
            otherwise = "5000",
            min = 0,
            max = 600_000)
        long aheadMsMax,
    @Setting(
            value =
                "Messages per second that tell something new of one station's events, on average"
                    + " and at once.",
            otherwise = "10",
            min = 1,
            max = 1000)
        double stationRatePerS,
    @Setting(
            value =
                "Urgent messages (events, requests for priority) per second that one client may"
                    + " send on average, and at once.",
            otherwise = "500",
            min = 1,
            max = 100_000)
        double clientRatePerS,
    @Setting(
            value = "Events that are remembered, so that repetitions are known as such.",
            otherwise = "50000",
            min = 100,
            max = 10_000_000)
        int eventsCountMax,
    @Setting(
            value =
                "Events are told to those who subscribe later for this many milliseconds at most.",
            otherwise = "86400000",
            min = 1000,
            max = 2_592_000_000.0)
        long retainMsMax,
    @Setting(
            value = "Levels of the tile in an event's topic v1/geo/{q}/{q}/…/{type}.",
            otherwise = "22",
            min = 1,
            max = 22)
        int topicZoom,
    @Setting(
            value =
                "Whether events are also told on the its-client topics"
                    + " {prefix}/outQueue/v2x/denm/{uuid}/{q}/…, as DENM in JSON.",
            otherwise = "true")
        boolean isForItsClient) {

  /// The documented defaults.
  public static HazardConfig defaults() {
    return new HazardConfig(2_592_000_000L, 5_000, 10, 500, 50_000, 86_400_000, 22, true);
  }
}
