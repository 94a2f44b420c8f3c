package city.wayside.messages.uper;

import static city.wayside.messages.uper.Schema.BOOLEAN;
import static city.wayside.messages.uper.Schema.enumerated;
import static city.wayside.messages.uper.Schema.extensibleEnumerated;
import static city.wayside.messages.uper.Schema.extensibleInteger;
import static city.wayside.messages.uper.Schema.integer;
import static city.wayside.messages.uper.Schema.unboundedInteger;
import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.model.refusal.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Numbers and words as X.691 packs them.
class NumbersTest {

  @ParameterizedTest
  @CsvSource({
    "0, 255, 10000001, 129",
    "-128, 127, 10000001, 1",
    "0, 6, 10100000, 5", // three bits for seven values
    "-900000000, 900000001, 01101011010010011101001000000000, 0",
    "3, 3, 00000000, 3", // one value needs no bits
  })
  void aBoundedNumberTakesTheBitsOfItsRange(long min, long max, String digits, long value)
      throws Malformed {
    Bits.Read read = Bits.read(integer(min, max), digits.substring(0, 8 * bytes(min, max)));

    assertThat(read.cell()).isEqualTo(value);
    assertThat(read.again().replace(" ", "")).isEqualTo(digits);
  }

  private static int bytes(long min, long max) {
    return min == max ? 1 : (Lengths.width(max - min) + 7) / 8;
  }

  @Test
  void aNumberBeyondItsRangeIsRefusedWithItsPlace() {
    assertThat(Bits.refused(integer(1, 6), "111 00000"))
        .isEqualTo(new Bits.Refused(Refusal.OUT_OF_RANGE, "is 8, must be 1 to 6", 3));
  }

  @Test
  void anExtensibleNumberHasABitInFront() throws Malformed {
    IntegerType type = extensibleInteger(1, 4);

    assertThat(Bits.read(type, "0 10 00000").cell()).isEqualTo(3);
    // One octet of length, then the number with its sign.
    Bits.Read extended = Bits.read(type, "1 00000001 11111110 0000000");
    assertThat(extended.cell()).isEqualTo(-2);
    assertThat(extended.again()).isEqualTo("10000000 11111111 00000000");
  }

  @Test
  void anUnboundedNumberHasALength() throws Malformed {
    Bits.Read read = Bits.read(unboundedInteger(), "00000010 00000001 00000000");

    assertThat(read.cell()).isEqualTo(256);
    assertThat(read.again()).isEqualTo("00000010 00000001 00000000");
    assertThat(Bits.refused(unboundedInteger(), "00001001" + "00000000".repeat(9)).reason())
        .isEqualTo("is a number of 9 octets, must be 1 to 8");
  }

  @Test
  void wordsAreTheirPositions() throws Malformed {
    EnumeratedType type = enumerated("a", "b", "c");

    assertThat(type.word(Bits.read(type, "10 000000").cell())).isEqualTo("c");
    assertThat(Bits.refused(type, "11 000000"))
        .isEqualTo(new Bits.Refused(Refusal.OUT_OF_RANGE, "is value 3, must be 0 to 2", 2));
  }

  @Test
  void anExtensionOfWordsIsKeptThoughNobodyKnowsIt() throws Malformed {
    EnumeratedType type = enumerated(List.of("a", "b"), List.of("c"));

    assertThat(type.word(Bits.read(type, "1 0 000000").cell())).isEqualTo("c");
    Bits.Read unknown = Bits.read(type, "1 0 000101");
    assertThat(type.word(unknown.cell())).isNull();
    assertThat(unknown.again()).isEqualTo("10000101");
  }

  @Test
  void theNumberOfAnExtensionMayBeLarge() throws Malformed {
    EnumeratedType type = extensibleEnumerated("a", "b");
    // A bit for "not small", one octet of length, the number 200.
    Bits.Read read = Bits.read(type, "1 1 00000001 11001000 000000");

    assertThat(read.cell()).isEqualTo(202);
    assertThat(read.again()).isEqualTo("11000000 01110010 00000000");
  }

  @Test
  void aBooleanIsABit() throws Malformed {
    assertThat(BOOLEAN.word(Bits.read(BOOLEAN, "1 0000000").cell())).isEqualTo("true");
  }

  @Test
  void whatIsCutOffIsRefused() {
    assertThat(Bits.refused(integer(0, 1000), "00000000"))
        .isEqualTo(new Bits.Refused(Refusal.MALFORMED, "needs 10 bits where 8 are left", 0));
  }
}
