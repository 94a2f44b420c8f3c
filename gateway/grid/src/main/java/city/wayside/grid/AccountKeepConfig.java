package city.wayside.grid;

import city.wayside.model.config.Setting;

/// What the grid keeps of what became of the clients' messages.
///
/// @param clientTtlS time that a client's figures are kept after its edge node told them
/// @param clientsCountMax clients whose figures are kept by each member
/// @param refusalsKept how many refusals are kept
public record AccountKeepConfig(
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
  public static AccountKeepConfig defaults() {
    return new AccountKeepConfig(300, 200_000, 10_000);
  }
}
