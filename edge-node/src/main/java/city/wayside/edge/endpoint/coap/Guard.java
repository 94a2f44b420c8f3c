package city.wayside.edge.endpoint.coap;

import org.eclipse.californium.core.coap.Response;
import org.eclipse.californium.core.network.interceptors.MessageInterceptorAdapter;

/// Looks at what leaves a door, also what Californium answers by itself: it is counted, and to
/// addresses that have not proven that they are there it stays small.
final class Guard extends MessageInterceptorAdapter {

  private final Door door;
  private final Proofs proofs;
  private final CoapCounts counts;

  Guard(Door door, Proofs proofs, CoapCounts counts) {
    this.door = door;
    this.proofs = proofs;
    this.counts = counts;
  }

  /// Nothing is asked of clients, so that whatever answers is passed over (RFC 7252 §4.2).
  @Override
  public void receiveResponse(Response response) {
    counts.dropped(CoapCounts.Drop.UNASKED);
    response.setCanceled(true);
  }

  @Override
  public void sendResponse(Response response) {
    if (response.isInternal()) {
      counts.answered(response.getCode());
    }
    if (door.isProving() || proofs.isProven(response.getDestinationContext().getPeerAddress())) {
      return;
    }
    if (response.isInternal() && response.isError()) {
      // Words for developers, as long as they may be.
      response.setPayload(new byte[0]);
    } else if (response.getOptions().hasBlock2()
        && response.getPayloadSize() > Answers.SLICE_BYTES) {
      // A later block was asked for in a larger size than the first was sent in.
      counts.dropped(CoapCounts.Drop.UNPROVEN);
      response.setCanceled(true);
    }
  }
}
