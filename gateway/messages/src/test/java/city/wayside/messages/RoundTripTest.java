package city.wayside.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import city.wayside.messages.canonical.CanonicalJson;
import city.wayside.messages.uper.Malformed;
import city.wayside.messages.uper.Uper;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What was encoded is decoded unchanged, for random values of every message.
class RoundTripTest {

  private static final int MESSAGES = 300;

  private final Unpacker unpacker = new Unpacker();

  static Stream<MessageFormat> formats() {
    return MessageFormats.all().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("formats")
  void whatWasEncodedIsDecodedUnchanged(MessageFormat format) throws Malformed {
    for (int seed = 0; seed < MESSAGES; seed++) {
      byte[] bytes = RandomMessages.of(format, seed);
      Unpacked.Message message = message(bytes);
      assertThat(message.format()).isEqualTo(format);
      assertThat(Uper.encode(format.type(), message.tape(), message.root())).isEqualTo(bytes);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("formats")
  void jsonGivesTheSameBytes(MessageFormat format) throws Malformed {
    for (int seed = 0; seed < MESSAGES; seed++) {
      byte[] bytes = RandomMessages.of(format, seed);
      String json = CanonicalJson.write(message(bytes));
      byte[] back = CanonicalJson.pack(format, json);
      // Only a default that was spelled out is left out on the way.
      if (!HexFormat.of().formatHex(back).equals(HexFormat.of().formatHex(bytes))) {
        assertThat(CanonicalJson.write(message(back))).isEqualTo(json);
        assertThat(back.length).isLessThanOrEqualTo(bytes.length);
      }
    }
  }

  private Unpacked.Message message(byte[] bytes) {
    return switch (unpacker.unpack(bytes)) {
      case Unpacked.Message message -> message;
      case Unpacked.Rejected rejected -> fail(rejected + " for " + HexFormat.of().formatHex(bytes));
    };
  }
}
