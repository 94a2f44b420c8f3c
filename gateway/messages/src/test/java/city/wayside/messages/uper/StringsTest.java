package city.wayside.messages.uper;

import static city.wayside.messages.uper.Schema.ascii;
import static city.wayside.messages.uper.Schema.bits;
import static city.wayside.messages.uper.Schema.digits;
import static city.wayside.messages.uper.Schema.extensibleBits;
import static city.wayside.messages.uper.Schema.integer;
import static city.wayside.messages.uper.Schema.listOf;
import static city.wayside.messages.uper.Schema.octets;
import static city.wayside.messages.uper.Schema.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.model.refusal.Refusal;
import org.junit.jupiter.api.Test;

/// Strings and lists as X.691 packs them.
class StringsTest {

  @Test
  void aStringOfFixedLengthHasNoLength() throws Malformed {
    Bits.Read read = Bits.read(bits(7), "0100000 0");

    assertThat(read.tape().length(read.cell())).isEqualTo(7);
    assertThat(read.tape().bits(read.cell(), 0, 7)).isEqualTo(0b0100000);
    assertThat(read.again()).isEqualTo("01000000");
  }

  @Test
  void aStringOfSeveralLengthsSaysItsLength() throws Malformed {
    Bits.Read read = Bits.read(octets(1, 4), "01 10101010 11110000 000000");

    assertThat(read.tape().length(read.cell())).isEqualTo(2);
    assertThat(read.tape().bits(read.cell(), 0, 16)).isEqualTo(0xAAF0);
    assertThat(read.again()).isEqualTo("01101010 10111100 00000000");
  }

  @Test
  void anotherLengthMayComeAsAnExtension() throws Malformed {
    Bits.Read read = Bits.read(extensibleBits(8), "1 00000000 0000000");

    assertThat(read.tape().length(read.cell())).isZero();
    assertThat(read.again()).isEqualTo("10000000 00000000");
  }

  @Test
  void charactersTakeTheBitsOfTheirAlphabet() throws Malformed {
    // Length 2 of 1 to 2, then seven bits each.
    assertThat(Bits.read(ascii(1, 2), "1 1000001 1000010 0").again())
        .isEqualTo("11000001 10000100");
    // Length 2 of 1 to 2, then four bits each: a space is 0, the digit 9 is 10.
    assertThat(Bits.read(digits(1, 2), "1 0000 1010 0000000").again())
        .isEqualTo("10000101 00000000");
    assertThat(Bits.refused(digits(1, 1), "1011 0000").reason())
        .isEqualTo("has character code 11, must be a digit");
  }

  @Test
  void textMustBeUtf8() throws Malformed {
    assertThat(Bits.read(utf8(), "00000010 11000011 10100100").again())
        .isEqualTo("00000010 11000011 10100100");
    assertThat(Bits.refused(utf8(), "00000001 11000011").reason()).isEqualTo("is not UTF-8");
  }

  @Test
  void aListSaysHowManyElementsItHas() throws Malformed {
    SequenceOfType type = listOf(1, 4, integer(0, 7));
    Bits.Read read = Bits.read(type, "10 001 010 011 00000");

    assertThat(read.tape().count(read.cell())).isEqualTo(3);
    assertThat(read.tape().item(read.cell(), 2)).isEqualTo(3);
    assertThat(read.again()).isEqualTo("10001010 01100000");
  }

  @Test
  void moreElementsThanBitsAreRefusedBeforeAnythingIsReserved() {
    SequenceOfType type = listOf(0, 4095, integer(0, 255));

    assertThat(Bits.refused(type, "111111111111 0000"))
        .isEqualTo(
            new Bits.Refused(Refusal.MALFORMED, "has 4095 elements where 4 bits are left", 12));
  }

  @Test
  void aLengthBeyondTheRangeIsRefused() {
    assertThat(Bits.refused(listOf(0, 4, integer(0, 1)), "111 11111").reason())
        .isEqualTo("has length 7, must be 0 to 4");
  }

  @Test
  void aFragmentedLengthIsTooLarge() {
    assertThat(Bits.refused(octets(), "11000001 00000000"))
        .isEqualTo(new Bits.Refused(Refusal.TOO_LARGE, "has a part of 16384 or more", 2));
  }

  @Test
  void theFaultyElementIsNamed() {
    assertThat(Bits.refused(listOf(0, 3, integer(0, 5)), "11 000 001 111 00000").reason())
        .isEqualTo("[2] is 7, must be 0 to 5");
  }
}
