package city.wayside.edge.endpoint.coap;

import city.wayside.edge.access.Network;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import java.security.Principal;
import org.eclipse.californium.core.coap.BlockOption;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.coap.Response;
import org.eclipse.californium.core.network.Exchange;
import org.eclipse.californium.core.network.stack.BlockwiseLayer;
import org.eclipse.californium.core.network.stack.KeyUri;
import org.eclipse.californium.elements.EndpointContextMatcher;
import org.eclipse.californium.elements.config.Configuration;
import org.eclipse.californium.elements.util.ClockUtil;
import org.jspecify.annotations.Nullable;

/// Californium's layer for payloads in blocks, which takes a new one only where there is a place
/// for it: Californium itself gives all places to whoever comes first, and answers the first block
/// of one that has none as if it had. Any thread.
final class Blocks extends BlockwiseLayer {

  private static final Refused FULL =
      new Refused(Refusal.OVERLOADED, "too many payloads come in blocks now, try again");

  private final Door door;
  private final Answers answers;
  private final Transfers transfers;

  Blocks(
      String tag,
      Configuration settings,
      @Nullable EndpointContextMatcher matcher,
      Door door,
      Answers answers,
      Transfers transfers) {
    super(tag, false, settings, matcher);
    this.door = door;
    this.answers = answers;
    this.transfers = transfers;
  }

  @Override
  public void receiveRequest(Exchange exchange, Request request) {
    BlockOption block = request.getOptions().getBlock1();
    if (block == null) {
      super.receiveRequest(exchange, request);
      return;
    }
    KeyUri key = KeyUri.getKey(exchange);
    boolean isFirst = block.getNum() == 0 && block.isM();
    if (isFirst && !mayBegin(key, Asked.of(door, exchange))) {
      return;
    }
    super.receiveRequest(exchange, request);
    Response answer = exchange.getCurrentResponse();
    if (answer == null || answer.getCode() != ResponseCode.CONTINUE) {
      transfers.end(key);
    } else if (!isFirst) {
      transfers.goesOn(key, ClockUtil.nanoRealtime());
    }
  }

  private boolean mayBegin(KeyUri key, Asked asked) {
    answers.look(asked);
    Principal client = asked.from().getPeerIdentity();
    Object sender = client == null ? Network.of(Asked.text(asked.address())) : client;
    boolean isProven = answers.isProven(asked);
    return switch (transfers.begin(key, sender, isProven, ClockUtil.nanoRealtime())) {
      case TAKEN -> true;
      case UNPROVEN -> {
        answers.requireProof(asked);
        yield false;
      }
      case FULL -> {
        answers.refuse(asked, FULL);
        yield false;
      }
    };
  }
}
