package city.wayside.edge.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.wayside.edge.inbound.BatchReceipt.Answer;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import org.junit.jupiter.api.Test;

class BatchReceiptTest {

  private static final Refused CLOCK = new Refused(Refusal.CLOCK, "too old");
  private static final Refused MALFORMED = new Refused(Refusal.MALFORMED, "no CAM");
  private static final Refused DUPLICATE = new Refused(Refusal.DUPLICATE, "again");
  private static final Refused THINNED = new Refused(Refusal.THINNED, "too many");

  private final FakeClient client = FakeClient.of("rsu-1", _ -> {});
  private final BatchReceipt batch = new BatchReceipt(client, 7);

  @Test
  void aBatchIsAnsweredOnceAfterTheLastOfItsMessagesIsKept() {
    batch.taken(null);
    batch.taken(null);
    batch.taken(DUPLICATE);

    assertThat(batch.complete()).isNull();
    assertThat(batch.kept()).isNull();
    assertThat(batch.kept()).isNull();
    assertThat(batch.kept()).isEqualTo(new Answer(7, null, ""));
    assertThatThrownBy(batch::kept).hasMessage("more receipts than messages");
  }

  @Test
  void receiptsThatComeBeforeTheLastMessageIsTakenDoNotAnswer() {
    batch.taken(null);
    assertThat(batch.kept()).isNull();
    batch.taken(null);
    assertThat(batch.complete()).isNull();

    assertThat(batch.kept()).isEqualTo(new Answer(7, null, ""));
  }

  @Test
  void whenAllAreRefusedTheWorstRefusalIsTheAnswer() {
    batch.taken(THINNED);
    batch.taken(MALFORMED);
    batch.taken(CLOCK);

    assertThat(batch.complete()).isEqualTo(new Answer(7, MALFORMED, ""));
  }

  @Test
  void whenSomeAreRefusedTheRestIsASuccessWithARemark() {
    batch.taken(CLOCK);
    batch.taken(null);
    batch.taken(THINNED);
    assertThat(batch.complete()).isNull();

    assertThat(batch.kept())
        .isEqualTo(
            new Answer(7, null, "2 of 3 messages were refused, the worst as clock: too old"));
  }

  @Test
  void aBatchWithoutMessagesIsASuccess() {
    assertThat(batch.complete()).isEqualTo(new Answer(7, null, ""));
  }

  @Test
  void nothingIsWaitedForWhenTheSenderWaitsForNoAnswer() {
    BatchReceipt silent = new BatchReceipt(client, Inbound.NO_ANSWER);
    silent.taken(null);

    assertThat(silent.complete()).isEqualTo(new Answer(Inbound.NO_ANSWER, null, ""));
  }

  @Test
  void itStandsForItsSender() {
    assertThat(batch.id()).isEqualTo("rsu-1");
    assertThat(batch.name()).isEqualTo("rsu-1");
    assertThat(batch.acknowledger()).isSameAs(client.acknowledger());
    assertThat(batch.account()).isSameAs(client.account());
    assertThat(batch.sender()).isSameAs(client);
  }

  @Test
  void nothingCanBeTakenAfterTheLast() {
    batch.complete();

    assertThatThrownBy(() -> batch.taken(null)).hasMessage("a message of a batch that is complete");
  }
}
