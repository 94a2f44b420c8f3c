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
/// @param clientTtlS time that a client's figures are kept after its edge node told them
/// @param clientsCountMax clients whose figures are kept by each member
/// @param refusalsKept how many refusals are kept
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
                "Time that a client's figures are kept after its edge node told them, in seconds;"
                    + " must be more than edge.accounts.repeatEveryMs.",
            otherwise = "300",
            min = 2,
            max = 86_400)
        int clientTtlS,
    @Setting(
            value =
                "Clients whose figures each member keeps; beyond it those told longest ago are"
                    + " forgotten.",
            otherwise = "200000",
            min = 1000)
        int clientsCountMax,
    @Setting(
            value = "Refusals that are kept; the oldest is overwritten by the newest.",
            otherwise = "10000",
            min = 100,
            max = 1_000_000)
        int refusalsKept) {

  /// The documented defaults.
  public static KeepConfig defaults() {
    return new KeepConfig(60, 1_000_000, 1800, 4_000_000, 7200, 10_000, 300, 200_000, 10_000);
  }
}
