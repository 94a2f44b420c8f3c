package city.wayside.messages.uper;

import static city.wayside.messages.uper.Schema.choice;
import static city.wayside.messages.uper.Schema.entry;
import static city.wayside.messages.uper.Schema.integer;
import static city.wayside.messages.uper.Schema.open;
import static city.wayside.messages.uper.Schema.sequence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.wayside.model.refusal.Refusal;
import org.junit.jupiter.api.Test;

/// What newer senders add is passed over and kept, as X.691 §19 and §23 have it.
class ExtensionsTest {

  private static final SequenceType OLD =
      sequence("Old").field("a", integer(0, 3)).optional("b", integer(0, 3)).extensible().end();

  private static final SequenceType NEW =
      sequence("New")
          .field("a", integer(0, 3))
          .optional("b", integer(0, 3))
          .extensible()
          .optional("c", integer(0, 255))
          .group(sequence("New").field("d", integer(0, 15)).optional("e", integer(0, 15)))
          .end();

  /// ext, b is there | a, b | two additions, both there | c: 1 octet | d and e: 2 octets.
  private static final String WITH_ADDITIONS =
      "1 1 10 01 0 000001 11 00000001 10101010 00000010 1 0111 0001 0000000 0";

  @Test
  void optionalFieldsHaveABitEach() throws Malformed {
    Bits.Read read = Bits.read(OLD, "0 1 10 01 00");

    assertThat(read.at("a")).isEqualTo(2);
    assertThat(read.at("b")).isEqualTo(1);
    assertThat(Bits.read(OLD, "0 0 10 0000").at("b")).isEqualTo(Tape.ABSENT);
  }

  @Test
  void knownAdditionsAreRead() throws Malformed {
    Bits.Read read = Bits.read(NEW, WITH_ADDITIONS);

    assertThat(read.at("c")).isEqualTo(0xAA);
    assertThat(read.at("d")).isEqualTo(7);
    assertThat(read.at("e")).isEqualTo(1);
    assertThat(read.again()).isEqualTo(Bits.text(Bits.of(WITH_ADDITIONS)));
  }

  @Test
  void unknownAdditionsAreKept() throws Malformed {
    Bits.Read read = Bits.read(OLD, WITH_ADDITIONS);

    assertThat(read.at("a")).isEqualTo(2);
    assertThat(read.again()).isEqualTo(Bits.text(Bits.of(WITH_ADDITIONS)));
  }

  @Test
  void anAdditionThatDoesNotFillItsOctetsIsRefused() {
    String twoOctetsForOne = "1 0 10 0 000000 1 00000010 10101010 00000000 0000";

    assertThat(Bits.refused(NEW, twoOctetsForOne))
        .isEqualTo(
            new Bits.Refused(Refusal.MALFORMED, "c is followed by 8 bits within its 2 octets", 28));
  }

  @Test
  void anUnknownAlternativeIsKept() throws Malformed {
    ChoiceType type =
        choice("Choice").or("x", integer(0, 3)).or("y", integer(0, 3)).extensible().end();
    Bits.Read known = Bits.read(type, "0 1 10 0000");
    Bits.Read unknown = Bits.read(type, "1 0 000010 00000001 11110000");

    assertThat(known.at("y")).isEqualTo(2);
    assertThat(known.at("x")).isEqualTo(Tape.ABSENT);
    assertThat(unknown.at("y")).isEqualTo(Tape.ABSENT);
    assertThat(unknown.again()).isEqualTo("10000010 00000001 11110000");
  }

  @Test
  void anOpenTypeIsReadByItsKey() throws Malformed {
    SequenceType type =
        sequence("Wrapped")
            .field("id", integer(0, 15))
            .open("data", open(entry(3, "Three", integer(0, 255))), "id")
            .end();
    Bits.Read known = Bits.read(type, "0011 00000001 10000000 0000");
    Bits.Read unknown = Bits.read(type, "0100 00000001 10000000 0000");

    assertThat(known.at("data.Three")).isEqualTo(128);
    assertThat(unknown.at("data.Three")).isEqualTo(Tape.ABSENT);
    assertThat(unknown.again()).isEqualTo("01000000 00011000 00000000");
    assertThat(Bits.refused(type, "0011 00000010 10000000 0000").reason())
        .isEqualTo("data.Three needs 16 bits where 12 are left");
  }

  @Test
  void theFaultyFieldIsNamedWithItsPath() {
    SequenceType type =
        sequence("Outer").field("inner", sequence("Inner").field("x", integer(0, 2)).end()).end();

    assertThat(Bits.refused(type, "11 000000"))
        .isEqualTo(new Bits.Refused(Refusal.OUT_OF_RANGE, "inner.x is 3, must be 0 to 2", 2));
  }

  @Test
  void aPathThatLeadsNowhereIsAFaultOfTheProgram() {
    assertThatThrownBy(() -> Path.of(NEW, "a.b")).hasMessage("no b in a.b");
    assertThatThrownBy(() -> Path.of(NEW, "z")).hasMessage("no z in z");
  }

  @Test
  void whatFollowsAValueIsRefused() {
    assertThat(Bits.refused(OLD, "0 0 10 0000 00000000").reason())
        .isEqualTo("is followed by 12 bits that belong to nothing");
    assertThat(Bits.refused(OLD, "0 0 10 0001").reason())
        .isEqualTo("is filled up with ones, must be zeros");
  }
}
