package city.wayside.edge.account;

import city.wayside.model.account.ClientFigures;

/// Figures on their way to the grid.
///
/// @param account whose they are
/// @param figures as they were when they were taken
public record Untold(ClientAccount account, ClientFigures figures) {

  /// Remembers that the grid has them. The thread that tells the grid.
  public void told(long nowMs) {
    account.told(figures, nowMs);
  }
}
