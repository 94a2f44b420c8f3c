package city.wayside.messages.uper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BitReaderTest {

  @Test
  void everyWidthIsReadAtEveryPlace() throws Malformed {
    Random random = new Random(1);
    for (int length = 1; length <= 24; length++) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      for (int place = 0; place < 8 * length; place++) {
        for (int width = 0; width <= Math.min(64, 8 * length - place); width++) {
          BitReader reader = new BitReader().reset(bytes, 0, length);
          reader.skip(place);
          assertThat(reader.bits(width)).isEqualTo(expected(bytes, place, width));
          assertThat(reader.offset()).isEqualTo(place + width);
        }
      }
    }
  }

  private static long expected(byte[] bytes, int place, int width) {
    return new BigInteger(1, bytes)
        .shiftRight(8 * bytes.length - place - width)
        .and(BigInteger.ONE.shiftLeft(width).subtract(BigInteger.ONE))
        .longValue();
  }

  @Test
  void onlyItsPartOfTheArrayIsRead() throws Malformed {
    BitReader reader = new BitReader().reset(new byte[] {-1, 1, 2, -1}, 1, 2);

    assertThat(reader.bits(16)).isEqualTo(0x0102);
    assertThatThrownBy(() -> reader.bits(1))
        .isInstanceOfSatisfying(
            Malformed.class, malformed -> assertThat(malformed.bitOffset()).isEqualTo(16));
    assertThatThrownBy(reader::bit).isInstanceOf(Malformed.class);
  }

  @Test
  void whatWasWrittenIsRead() throws Malformed {
    Random random = new Random(2);
    BitWriter writer = new BitWriter();
    long[] values = new long[500];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextLong() >>> (64 - i % 64 - 1);
      writer.bits(values[i], i % 64 + 1);
    }
    byte[] bytes = writer.toBytes();
    BitReader reader = new BitReader().reset(bytes, 0, bytes.length);
    for (int i = 0; i < values.length; i++) {
      assertThat(reader.bits(i % 64 + 1)).isEqualTo(values[i]);
    }
  }
}
