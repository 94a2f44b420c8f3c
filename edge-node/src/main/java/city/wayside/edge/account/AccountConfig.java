package city.wayside.edge.account;

import city.wayside.model.config.Setting;

/// How much is kept of what became of the clients' messages.
///
/// @param clientsCountMax how many clients' figures are kept
/// @param refusalsCountMax how many refusals are kept
/// @param refusalsPerS how many refusals of one code are kept in a second
/// @param tellEveryMs how often figures that changed are told to the grid
/// @param repeatEveryMs how often the figures of connected clients are told that did not change
/// @param tellCountMax how many clients' figures are told at once
/// @param statusBytesMax the longest status of a client
/// @param statusesPendingMax how many statuses may wait for the grid
public record AccountConfig(
    @Setting(
            value = "Clients whose figures are kept; beyond it those silent longest are forgotten.",
            otherwise = "20000",
            min = 1,
            max = 1_000_000)
        int clientsCountMax,
    @Setting(
            value = "Refusals that are kept; the newest overwrites the oldest.",
            otherwise = "1000",
            min = 1,
            max = 100_000)
        int refusalsCountMax,
    @Setting(
            value = "Refusals of one code that are kept per second; all are counted.",
            otherwise = "5",
            min = 1,
            max = 1000)
        int refusalsPerS,
    @Setting(
            value = "Figures that changed are told to the grid every so many milliseconds.",
            otherwise = "5000",
            min = 100,
            max = 600_000)
        long tellEveryMs,
    @Setting(
            value =
                "Unchanged figures of connected clients are told every so many milliseconds; must"
                    + " be less than grid.accounts.clientTtlS.",
            otherwise = "60000",
            min = 1000,
            max = 3_600_000)
        long repeatEveryMs,
    @Setting(
            value = "Clients whose figures are told to the grid at once.",
            otherwise = "2000",
            min = 1,
            max = 100_000)
        int tellCountMax,
    @Setting(
            value = "A client's status of more bytes is refused.",
            otherwise = "2048",
            min = 16,
            max = 65_536)
        int statusBytesMax,
    @Setting(
            value = "Statuses that may wait for the grid; beyond it new ones are refused.",
            otherwise = "10000",
            min = 1,
            max = 1_000_000)
        int statusesPendingMax) {

  /// The documented defaults.
  public static AccountConfig defaults() {
    return new AccountConfig(20_000, 1_000, 5, 5_000, 60_000, 2_000, 2_048, 10_000);
  }
}
