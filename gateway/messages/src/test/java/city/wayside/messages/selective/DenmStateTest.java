package city.wayside.messages.selective;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.messages.RandomMessages;
import city.wayside.messages.etsi.denm.Denm;
import city.wayside.messages.etsi.v1.DenmV1;
import city.wayside.model.event.EventCause;
import city.wayside.model.event.EventKey;
import city.wayside.model.event.Relevance;
import city.wayside.model.event.RoadEvent;
import city.wayside.model.message.Decoded;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class DenmStateTest {

  private final SameAsFull same =
      new SameAsFull(DenmState::read, DenmStateTest::head, DenmStateTest::fixedBits);
  private final RandomMessages random = new RandomMessages(5);

  @Test
  void everyReferenceMessageGivesTheSameHead() {
    assertThat(same.checkEtsiVectors("DENM")).isEqualTo(17);
  }

  @Test
  void randomMessagesOfVersion1GiveTheSameHead() throws Exception {
    same.checkRandom(random, DenmV1.DENM, 1, 1);
  }

  @Test
  void randomMessagesOfVersion2GiveTheSameHead() throws Exception {
    same.checkRandom(random, Denm.DENM, 2, 1);
  }

  @Test
  void whatIsNoDenmIsRefused() {
    // A SPATEM's header, and the bytes of no message at all.
    assertThat(read("0204000000010000"))
        .isInstanceOfSatisfying(
            DenmHead.Undecodable.class,
            undecodable -> assertThat(undecodable.refused().code()).isEqualTo(Refusal.MALFORMED));
    assertThat(read("02FF00000001"))
        .isInstanceOfSatisfying(
            DenmHead.Undecodable.class,
            undecodable ->
                assertThat(undecodable.refused().code()).isEqualTo(Refusal.UNSUPPORTED_TYPE));
  }

  @Test
  void theCauseAndTheKeyComeApartAgain() {
    DenmHead.Hazard hazard =
        new DenmHead.Hazard(
            5005, 94, 94 * 256 + 2, RoadEvent.Termination.NONE, 0, 0, 0, 1, 2, Relevance.UNKNOWN);
    assertThat(hazard.cause()).isEqualTo(new EventCause(94, 2));
    assertThat(hazard.key()).isEqualTo(new EventKey(5005, 94));
  }

  private static DenmHead read(String hex) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    return DenmState.read(bytes, 0, bytes.length, SameAsFull.RECEIVED_MS);
  }

  private static Object head(Decoded full) {
    return switch (full) {
      case Decoded.Events events when events.events().getFirst().signs().isEmpty() ->
          DenmHead.Hazard.of(events.events().getFirst());
      case Decoded.Undecodable undecodable -> new DenmHead.Undecodable(undecodable.refused());
      default ->
          new DenmHead.Undecodable(new Refused(Refusal.UNSUPPORTED_TYPE, "the message is no denm"));
    };
  }

  /// Up to the cause: 189 bits, the position and the fields that are there.
  private static int fixedBits(byte[] denm) {
    int optional = (denm[6] & 0xFF) << 8 | (denm[7] & 0xFF);
    int bits = 189 + 123 + 8;
    bits += (optional & 0x0800) == 0 ? 0 : 1;
    bits += (optional & 0x0400) == 0 ? 0 : 3;
    bits += (optional & 0x0200) == 0 ? 0 : 2;
    bits += (optional & 0x0100) == 0 ? 0 : 17;
    bits += (optional & 0x0080) == 0 ? 0 : 14;
    boolean hasSituation = (optional & 0x8000) != 0;
    return bits + (hasSituation ? 6 + 16 + (denm[0] == 2 ? 1 : 0) : 0);
  }
}
