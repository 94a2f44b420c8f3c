package city.wayside.edge.endpoint.coap;

import java.net.InetSocketAddress;
import org.eclipse.californium.core.coap.CoAP.Code;
import org.eclipse.californium.core.coap.OptionSet;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.network.Exchange;
import org.eclipse.californium.elements.EndpointContext;

/// A request while it is answered. What comes in blocks is one request, whose last block is the one
/// that is answered.
///
/// @param door through which it came
/// @param exchange Californium's side of it
/// @param bytesCount how many bytes came, of which the answer may have three times as many where
///   the address is not proven
record Asked(Door door, Exchange exchange, int bytesCount) {

  /// A request that has just come.
  static Asked of(Door door, Exchange exchange) {
    byte[] bytes = exchange.getCurrentRequest().getBytes();
    return new Asked(door, exchange, bytes == null ? 0 : bytes.length);
  }

  /// What is asked, put together from its blocks.
  Request request() {
    return exchange.getRequest();
  }

  OptionSet options() {
    return request().getOptions();
  }

  Code method() {
    return request().getCode();
  }

  /// True when the client sends it again until it is acknowledged.
  boolean isConfirmable() {
    return exchange.getCurrentRequest().isConfirmable();
  }

  /// True when it was acknowledged already, so that its answer is a message of its own.
  boolean isAcknowledged() {
    return exchange.getCurrentRequest().isAcknowledged();
  }

  EndpointContext from() {
    return exchange.getCurrentRequest().getSourceContext();
  }

  /// The address and port it says it comes from.
  InetSocketAddress address() {
    return from().getPeerAddress();
  }

  /// The address without the port, as text.
  static String text(InetSocketAddress address) {
    return address.getAddress().getHostAddress();
  }

  /// Has the client wait without sending the request again: an empty acknowledgement.
  void acknowledge() {
    exchange.execute(exchange::sendAccept);
  }
}
