package city.wayside.grid;

import city.wayside.model.config.Setting;

/// What the grid keeps, for how long, and how much of it.
///
/// @param stationTtlS time that a station is kept after its last report
/// @param stationsCountMax stations kept by each member
/// @param tallyKeepS time that a tally is kept after its last change
/// @param talliesCountMax tallies kept by each member
/// @param windowKeepS time that a closed window is kept
/// @param changesKept how many changes followers can be behind
/// @param downlinkKept how many items of the log of what goes down are kept
/// @param downlinkKeepS time that an item of that log is kept
/// @param retainedCountMax retained messages kept by each member
/// @param sessionSilenceS time that a connected client's session outlives its last save
/// @param sessionsCountMax sessions kept by each member
/// @param eventKeepS time that an event is kept at most
/// @param eventsCountMax events kept by each member
public record KeepConfig(
    @Setting(
            value = "Time that a station is kept after its last report, in seconds.",
            otherwise = "60",
            min = 1,
            max = 3600)
        int stationTtlS,
    @Setting(
            value =
                "Stations that each member keeps; beyond it the station that was silent longest"
                    + " is forgotten.",
            otherwise = "1000000",
            min = 1000)
        int stationsCountMax,
    @Setting(
            value =
                "Time that a tally is kept after its last change, in seconds; it must outlast the"
                    + " longest window, its revisions and any pause that is caught up.",
            otherwise = "1800",
            min = 1)
        int tallyKeepS,
    @Setting(
            value =
                "Tallies that each member keeps; beyond it the tally that was changed longest ago"
                    + " is forgotten.",
            otherwise = "4000000",
            min = 1000)
        int talliesCountMax,
    @Setting(
            value = "Time that a closed window is kept, in seconds.",
            otherwise = "7200",
            min = 60,
            max = 604_800)
        int windowKeepS,
    @Setting(
            value = "Changes that are kept for followers; the oldest is overwritten by the newest.",
            otherwise = "10000",
            min = 100,
            max = 1_000_000)
        int changesKept,
    @Setting(
            value =
                "Items of the log of what goes down to clients that are kept, for edge nodes that"
                    + " are behind and clients that are away; the oldest is overwritten by the"
                    + " newest. An item is a few hundred bytes as a rule, 64 KiB at most.",
            otherwise = "20000",
            min = 100,
            max = 1_000_000)
        int downlinkKept,
    @Setting(
            value =
                "Time that an item of the log of what goes down is kept, in seconds; a client that"
                    + " was away for longer misses what was sent before.",
            otherwise = "3600",
            min = 60,
            max = 604_800)
        int downlinkKeepS,
    @Setting(
            value =
                "Retained messages that each member keeps; beyond it the one that was sent longest"
                    + " ago is forgotten.",
            otherwise = "50000",
            min = 1000)
        int retainedCountMax,
    @Setting(
            value =
                "Time that the session of a connected client is kept after it was last saved, on"
                    + " top of its own expiry, in seconds; edge nodes save it several times in it.",
            otherwise = "900",
            min = 1,
            max = 86_400)
        int sessionSilenceS,
    @Setting(
            value =
                "Sessions that each member keeps; beyond it the session that was saved longest ago"
                    + " is forgotten.",
            otherwise = "1000000",
            min = 1000)
        int sessionsCountMax,
    @Setting(
            value = "Time that an event is kept at most, also when it has no end, in seconds.",
            otherwise = "86400",
            min = 60,
            max = 604_800)
        int eventKeepS,
    @Setting(
            value =
                "Events that each member keeps; beyond it the event that was reported longest ago"
                    + " is forgotten.",
            otherwise = "100000",
            min = 1000)
        int eventsCountMax) {

  /// The documented defaults.
  public static KeepConfig defaults() {
    return new KeepConfig(
        60, 1_000_000, 1800, 4_000_000, 7200, 10_000, 20_000, 3600, 50_000, 900, 1_000_000, 86_400,
        100_000);
  }
}
