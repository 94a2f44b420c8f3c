package city.wayside.edge.endpoint.coap;

import org.eclipse.californium.core.network.Exchange;
import org.eclipse.californium.core.network.stack.ReliabilityLayer;
import org.eclipse.californium.core.network.stack.ReliabilityLayerParameters;
import org.eclipse.californium.elements.config.Configuration;

/// Californium's layer that sends again what is not acknowledged, without a fault of it: a request
/// that comes again counts as a failed transmission of the notification that was sent last, also
/// when that was not confirmable and has no timeout. The next confirmable one would then have no
/// timeout either and not be sent, and the observation would end without a word. Any thread.
final class Retransmissions extends ReliabilityLayer {

  Retransmissions(Configuration settings) {
    super(settings);
  }

  @Override
  protected void updateRetransmissionTimeout(
      Exchange exchange, ReliabilityLayerParameters parameters) {
    if (exchange.getFailedTransmissionCount() > 0 && exchange.getCurrentTimeout() == 0) {
      exchange.setTimeoutScale(parameters.getAckTimeoutScale());
      exchange.setCurrentTimeout(parameters.getAckTimeout());
      return;
    }
    super.updateRetransmissionTimeout(exchange, parameters);
  }
}
