package city.wayside.messages.json.itsclient;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.model.refusal.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// No bytes make a decoder throw, and whatever is refused has a short reason.
class DamagePropertiesTest {

  private static final int REASON_CHARS_MAX = 320;

  private static final List<byte[]> SAMPLES =
      Samples.all().stream().map(sample -> sample.json().getBytes(StandardCharsets.UTF_8)).toList();

  /// What may stand in a value's place.
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "-1",
          "0",
          "1.5",
          "99999999999999999999",
          "1e400",
          "NaN",
          "-Infinity",
          "\"\"",
          "\"x\"",
          "[]",
          "{}",
          "[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]",
          "[{}]",
          "{\"value\":1}",
          "\"\\ud800\"");

  @Property(tries = 3000, seed = "1")
  void randomBytes(@ForAll byte[] bytes) {
    assertHarmless(bytes);
  }

  @Property(tries = 8000, seed = "2")
  void changedBytes(@ForAll("samples") byte[] sample, @ForAll int position, @ForAll byte value) {
    byte[] bytes = sample.clone();
    bytes[Math.floorMod(position, bytes.length)] = value;
    assertHarmless(bytes);
  }

  @Property(tries = 2000, seed = "3")
  void truncatedMessagesAreRefused(@ForAll("samples") byte[] sample, @ForAll int length) {
    byte[] bytes = Arrays.copyOf(sample, Math.floorMod(length, sample.length));
    assertThat(Decoding.message(bytes)).isInstanceOf(ItsClientMessage.Undecodable.class);
    assertHarmless(bytes);
  }

  /// Puts another value behind one of a message's names.
  @Property(tries = 8000, seed = "4")
  void changedValues(
      @ForAll("samples") byte[] sample, @ForAll int which, @ForAll("values") String value) {
    String json = new String(sample, StandardCharsets.UTF_8);
    List<Integer> colons =
        java.util.stream.IntStream.range(0, json.length())
            .filter(index -> json.charAt(index) == ':')
            .boxed()
            .toList();
    int start = colons.get(Math.floorMod(which, colons.size())) + 1;
    String changed = json.substring(0, start) + value + json.substring(endOfValue(json, start));
    assertHarmless(changed.getBytes(StandardCharsets.UTF_8));
  }

  @Provide
  Arbitrary<byte[]> samples() {
    return Arbitraries.of(SAMPLES);
  }

  @Provide
  Arbitrary<String> values() {
    return Arbitraries.of(VALUES);
  }

  private static int endOfValue(String json, int start) {
    int depth = 0;
    for (int index = start; index < json.length(); index++) {
      char at = json.charAt(index);
      boolean opens = at == '{' || at == '[';
      boolean closes = at == '}' || at == ']';
      if (depth == 0 && (at == ',' || closes)) {
        return index;
      }
      depth += opens ? 1 : closes ? -1 : 0;
    }
    return json.length();
  }

  private static void assertHarmless(byte[] bytes) {
    if (Decoding.message(bytes) instanceof ItsClientMessage.Undecodable(Refused refused)) {
      assertThat(refused.reason()).isNotBlank().hasSizeLessThan(REASON_CHARS_MAX);
    }
  }
}
