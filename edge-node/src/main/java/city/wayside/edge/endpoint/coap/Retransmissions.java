package city.wayside.edge.endpoint.coap;

import org.eclipse.californium.core.coap.CoAP;
import org.eclipse.californium.core.coap.Message;
import org.eclipse.californium.core.coap.Response;
import org.eclipse.californium.core.network.Exchange;
import org.eclipse.californium.core.network.stack.ReliabilityLayer;
import org.eclipse.californium.core.observe.ObserveRelation;
import org.eclipse.californium.elements.config.Configuration;

/// Californium's layer that sends again what is not acknowledged, without a fault of it: a request
/// that comes again counts as a failed transmission of the notification that was sent last, also
/// when that was not confirmable. The next confirmable one would then go on from there, with no
/// timeout to go on from, and would not be sent; the observation would end without a word. Here
/// each new notification begins anew. Any thread.
final class Retransmissions extends ReliabilityLayer {

  Retransmissions(Configuration settings) {
    super(settings);
  }

  @Override
  protected void prepareResponse(Exchange exchange, Response response) {
    ObserveRelation relation = exchange.getRelation();
    boolean isNew = response.getMID() == Message.NONE;
    if (relation != null && isNew && response.getType() == CoAP.Type.CON) {
      exchange.resetRelationTransmission(relation);
    }
    super.prepareResponse(exchange, response);
  }
}
