package city.wayside.model.account;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.model.refusal.Refusal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageCountsTest {

  @Test
  void whatWasReceivedIsWhatWasAdmittedAndWhatWasRefused() {
    MessageCounts counts =
        new MessageCounts(5, Map.of(Refusal.CLOCK, 2L, Refusal.THINNED, 3L, Refusal.STALE, 1L));

    assertThat(counts.receivedCount()).isEqualTo(11);
    assertThat(counts.refusedCount()).isEqualTo(6);
    assertThat(counts.thinnedCount()).isEqualTo(3);
    assertThat(MessageCounts.NONE.thinnedCount()).isZero();
  }
}
