package city.wayside.edge.endpoint.coap;

import city.wayside.edge.access.Offenders;
import city.wayside.edge.inbound.Intake;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import org.eclipse.californium.core.network.interceptors.MalformedMessageInterceptor;
import org.eclipse.californium.core.network.interceptors.MessageInterceptorAdapter;
import org.eclipse.californium.elements.RawData;

/// Counts datagrams that are no CoAP message, and who sent them. Californium has rejected them by
/// then, or told their sender 4.02 (RFC 7252 §4.2, §5.4.1).
final class Malformed extends MessageInterceptorAdapter implements MalformedMessageInterceptor {

  private final Intake intake;
  private final Offenders offenders;
  private final CoapCounts counts;

  Malformed(Intake intake, Offenders offenders, CoapCounts counts) {
    this.intake = intake;
    this.offenders = offenders;
    this.counts = counts;
  }

  @Override
  public void receivedMalformedMessage(RawData datagram) {
    String address = Asked.text(datagram.getInetSocketAddress());
    counts.dropped(CoapCounts.Drop.MALFORMED);
    offenders.add(address);
    intake.brokeRules(
        address,
        new Refused(
            Refusal.MALFORMED,
            "a datagram of "
                + datagram.getSize()
                + " bytes breaks the rules of CoAP messages, or has a critical option that is not"
                + " known"));
  }
}
