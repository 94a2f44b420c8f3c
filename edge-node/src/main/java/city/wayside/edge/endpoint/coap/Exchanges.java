package city.wayside.edge.endpoint.coap;

import org.eclipse.californium.core.coap.Message;
import org.eclipse.californium.core.network.InMemoryMessageExchangeStore;
import org.eclipse.californium.core.network.TokenGenerator;
import org.eclipse.californium.elements.config.Configuration;

/// Californium's exchanges, whose messages have ids in the row of their client. Californium itself
/// knows a client's acknowledgements by who it is and gives ids by its address: two rows of one
/// client could meet when it has changed its address. Any thread.
final class Exchanges extends InMemoryMessageExchangeStore {

  private final MessageIds ids;

  Exchanges(String name, Configuration settings, TokenGenerator tokens, MessageIds ids) {
    super(name, settings, tokens);
    this.ids = ids;
    setMessageIdProvider(ids);
  }

  @Override
  public int assignMessageId(Message message) {
    if (message.getMID() == Message.NONE) {
      message.setMID(ids.next(message.getDestinationContext()));
    }
    return message.getMID();
  }
}
