package city.wayside.edge.endpoint.coap;

import city.wayside.edge.access.Entry;
import city.wayside.edge.endpoint.coap.problem.ProblemDetails;
import city.wayside.model.refusal.Refused;
import java.nio.charset.StandardCharsets;
import org.eclipse.californium.core.coap.BlockOption;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.MediaTypeRegistry;
import org.eclipse.californium.core.coap.OptionSet;
import org.eclipse.californium.core.coap.Response;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Answers requests, and sees to it that nobody is sent much more than was received from its
/// address before it has proven that it is there: a server that answers large to small questions is
/// a weapon in the hands of those who lie about where they are (RFC 7252 §11.3, RFC 9175 §2.6). Any
/// thread.
final class Answers {

  private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

  /// How much larger than the request an answer to an unproven address may be.
  static final int AMPLIFICATION_MAX = 3;

  /// Answers of up to so many bytes go to unproven addresses in small blocks, which any client can
  /// fetch; for longer ones a client must echo.
  static final int SLICED_BYTES_MAX = 512;

  /// Blocks of 32 bytes, as the exponent of the block options (RFC 7959 §2.2).
  static final int SLICE_EXPONENT = 1;

  static final int SLICE_BYTES = 32;

  /// How often what is confirmable is sent again (RFC 7252 §4.8, MAX_RETRANSMIT).
  private static final int RETRANSMISSIONS = 4;

  private static final byte[] NOTHING = {};

  /// What an answer has beside token and payload: header, a few short options, payload marker.
  private static final int HEAD_BYTES = 14;

  private final Proofs proofs;
  private final CoapCounts counts;
  private final CoapLimits limits;

  Answers(Proofs proofs, CoapCounts counts, CoapLimits limits) {
    this.proofs = proofs;
    this.counts = counts;
    this.limits = limits;
  }

  /// The response code that stands for a code as text, such as 4.29.
  static ResponseCode code(String text) {
    int dot = text.indexOf('.');
    int value = (Integer.parseInt(text, 0, dot, 10) << 5) + parse(text, dot + 1);
    return ResponseCode.valueOf(value);
  }

  private static int parse(String text, int from) {
    return Integer.parseInt(text, from, text.length(), 10);
  }

  /// Looks at what a request echoes.
  void look(Asked asked) {
    if (!asked.door().isProving()) {
      proofs.look(asked.address(), asked.options());
    }
  }

  /// True when answers of any size may be sent.
  boolean isProven(Asked asked) {
    return asked.door().isProving() || proofs.isProven(asked.address());
  }

  /// Sends an answer, or a smaller one in its place.
  void send(Asked asked, Response response) {
    send(asked, response, NOTHING);
  }

  /// @param brief the payload of an error where there is no room for all of it
  private void send(Asked asked, Response response, byte[] brief) {
    counts.answered(response.getCode());
    OptionSet options = asked.options();
    if (options.hasNoResponse() && options.getNoResponse().suppress(response.getCode())) {
      // RFC 7967 §2.1: what is confirmable is acknowledged even so.
      if (asked.isConfirmable()) {
        asked.acknowledge();
      }
      asked.exchange().executeComplete();
      return;
    }
    Response fit = isProven(asked) ? response : fit(asked, response, brief);
    try {
      asked.exchange().sendResponse(fit);
    } catch (RuntimeException fault) {
      LOG.warn("An answer {} was not sent", response.getCode(), fault);
    }
  }

  private Response fit(Asked asked, Response response, byte[] brief) {
    int allowedBytes = AMPLIFICATION_MAX * asked.bytesCount() / copies(asked);
    int headBytes = HEAD_BYTES + asked.request().getToken().length();
    if (headBytes + response.getPayloadSize() <= allowedBytes) {
      return response;
    }
    if (response.isError()) {
      boolean isBrief = headBytes + brief.length <= allowedBytes;
      response.setPayload(isBrief ? brief : NOTHING);
      if (response.getPayloadSize() == 0) {
        response.getOptions().removeContentFormat();
      }
      return response;
    }
    BlockOption wanted = asked.options().getBlock2();
    boolean isSliceable =
        response.getPayloadSize() <= SLICED_BYTES_MAX
            && headBytes + SLICE_BYTES <= allowedBytes
            && !response.isNotification()
            && !isLaterAndLarge(wanted);
    if (isSliceable) {
      // As if the client had asked for small blocks (RFC 7959 §2.4).
      if (wanted == null || (wanted.getNum() == 0 && wanted.getSzx() > SLICE_EXPONENT)) {
        asked.options().setBlock2(SLICE_EXPONENT, false, 0);
      }
      return response;
    }
    return challenge(asked);
  }

  private static boolean isLaterAndLarge(@Nullable BlockOption wanted) {
    return wanted != null && wanted.getNum() > 0 && wanted.getSzx() > SLICE_EXPONENT;
  }

  /// How often an answer is sent to an address where nobody acknowledges it: one that follows its
  /// acknowledgement is sent again and again.
  private static int copies(Asked asked) {
    return asked.isAcknowledged() ? 1 + RETRANSMISSIONS : 1;
  }

  /// Has a client prove that it is there before it is given what it asks for.
  void requireProof(Asked asked) {
    Response challenge = challenge(asked);
    counts.answered(challenge.getCode());
    asked.exchange().sendResponse(challenge);
  }

  private Response challenge(Asked asked) {
    Response response = new Response(ResponseCode.UNAUTHORIZED);
    response.getOptions().addOtherOption(proofs.challenge(asked.address()));
    return response;
  }

  /// Answers that a message was refused.
  void refuse(Asked asked, Refused refused) {
    fail(asked, code(refused.code().coapCode()), refused.code().word(), refused.reason());
  }

  /// Answers that a client is not let in.
  void deny(Asked asked, Entry.Denied denied) {
    fail(asked, code(denied.code().coapCode()), denied.code().word(), denied.reason());
  }

  /// Answers that a request cannot be answered, with as many of the words as there is room for.
  ///
  /// @param title the stable word of what is wrong
  void fail(Asked asked, ResponseCode code, String title, String detail) {
    Response response = new Response(code);
    response.setPayload(new ProblemDetails(title, detail).cbor());
    response.getOptions().setContentFormat(ProblemDetails.CONTENT_FORMAT);
    switch (code) {
      case TOO_MANY_REQUESTS, SERVICE_UNAVAILABLE ->
          response.getOptions().setMaxAge(limits.retryAfterS());
      case REQUEST_ENTITY_TOO_LARGE -> response.getOptions().setSize1(limits.payloadBytesMax());
      default -> {}
    }
    send(asked, response, new ProblemDetails(title, "").cbor());
  }

  /// Answers that a message is kept.
  ///
  /// @param remark what is to be said about it; empty for nothing
  void kept(Asked asked, String remark) {
    Response response = new Response(ResponseCode.CHANGED);
    if (!remark.isEmpty()) {
      response.setPayload(remark.getBytes(StandardCharsets.UTF_8));
      response.getOptions().setContentFormat(MediaTypeRegistry.TEXT_PLAIN);
    }
    send(asked, response);
  }
}
