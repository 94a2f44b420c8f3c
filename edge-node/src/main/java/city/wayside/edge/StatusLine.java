package city.wayside.edge;

import city.wayside.edge.decode.ClientStatus.Told;
import city.wayside.edge.decode.ClientStatus.Unreadable;
import city.wayside.edge.decode.StatusReader;
import city.wayside.edge.inbound.Inbound;
import city.wayside.edge.uplink.AccountTeller;
import city.wayside.model.refusal.Refused;
import org.jspecify.annotations.Nullable;

/// The way of what a client says of itself: read, kept in its account, told to the grid.
final class StatusLine {

  private final StatusReader reader;
  private final AccountTeller teller;
  private final Ledger ledger;

  StatusLine(StatusReader reader, AccountTeller teller, Ledger ledger) {
    this.reader = reader;
    this.teller = teller;
    this.ledger = ledger;
  }

  /// Takes a message.
  ///
  /// @return why it is refused; nothing when it is admitted
  @Nullable Refused take(Inbound inbound) {
    return switch (reader.read(inbound)) {
      case Unreadable(Refused refused) -> refused;
      case Told(String text) -> {
        Refused tooMuch = teller.status(inbound, text);
        if (tooMuch == null) {
          ledger.admitted(inbound);
        }
        yield tooMuch;
      }
    };
  }
}
