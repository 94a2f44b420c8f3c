package city.wayside.messages.json.itsclient;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.model.message.Decoded;
import city.wayside.model.message.Report;
import city.wayside.model.refusal.Refused;
import java.nio.charset.StandardCharsets;

/// Decodes and encodes for tests that know which outcome they want.
final class Decoding {

  static final Sender SENDER = new Sender("gateway", 4711);

  private Decoding() {}

  static ItsClientMessage message(String json) {
    return message(json.getBytes(StandardCharsets.UTF_8));
  }

  static ItsClientMessage message(byte[] json) {
    return new ItsClientDecoder().decode(json, 0, json.length, Samples.TIMESTAMP_MS + 40);
  }

  static Decoded decoded(byte[] json) {
    return switch (message(json)) {
      case ItsClientMessage.Model(Envelope _, Decoded decoded) -> decoded;
      case ItsClientMessage.Uper _ -> throw new AssertionError("packed");
      case ItsClientMessage.Undecodable(Refused refused) ->
          throw new AssertionError(refused.toString());
    };
  }

  static Decoded decoded(String json) {
    return decoded(json.getBytes(StandardCharsets.UTF_8));
  }

  static Report report(String json) {
    return (Report) decoded(json);
  }

  static Refused refused(String json) {
    ItsClientMessage message = message(json);
    assertThat(message).isInstanceOf(ItsClientMessage.Undecodable.class);
    return ((ItsClientMessage.Undecodable) message).refused();
  }

  static byte[] text(Encoded encoded) {
    return switch (encoded) {
      case Encoded.Text(byte[] json) -> json;
      case Encoded.Unencodable(Refused refused) -> throw new AssertionError(refused.toString());
    };
  }
}
