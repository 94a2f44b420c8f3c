package city.wayside.edge.decode;

import city.wayside.model.refusal.Refused;

/// What reading a client's status gives.
public sealed interface ClientStatus {

  /// What the client says of itself.
  ///
  /// @param text as it wrote it; empty to take back what it said before
  record Told(String text) implements ClientStatus {}

  /// The payload is no status.
  ///
  /// @param refused the code and the reason
  record Unreadable(Refused refused) implements ClientStatus {}
}
