package city.wayside.edge.endpoint.coap.observe;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.model.downlink.DownMessage;
import city.wayside.model.downlink.DownMessage.Kind;
import city.wayside.model.downlink.LoggedItem;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetainedMessagesTest {

  private static final long NOW_MS = 1_000_000;

  private final RetainedMessages retained = new RetainedMessages(3, 1000);

  private static LoggedItem item(long sequence, String topic, int length, long untilMs) {
    return new LoggedItem(
        sequence,
        new DownMessage(
            sequence, topic, new byte[length], "", Kind.RETAINED, "", NOW_MS + untilMs));
  }

  private List<String> below(String branch, long nowMs) {
    return retained.below(branch, nowMs).stream().map(DownMessage::topic).toList();
  }

  @Test
  void whatIsBelowABranchIsFoundAndNothingBesideIt() {
    retained.put(item(1, "v1/geo/1/denm", 1, 50), NOW_MS);
    retained.put(item(2, "v1/geo/1/2/denm", 1, 50), NOW_MS);
    retained.put(item(3, "v1/geo/12/denm", 1, 50), NOW_MS);

    assertThat(below("v1/geo/1/", NOW_MS)).containsExactly("v1/geo/1/2/denm", "v1/geo/1/denm");
    assertThat(below("v1/geo/", NOW_MS)).hasSize(3);
  }

  @Test
  void theNewestOfATopicHoldsWhateverComesLast() {
    retained.put(item(5, "v1/geo/1/denm", 5, 50), NOW_MS);
    retained.put(item(4, "v1/geo/1/denm", 4, 50), NOW_MS);

    assertThat(retained.below("v1/geo/1/", NOW_MS).getFirst().payload()).hasSize(5);

    retained.put(item(6, "v1/geo/1/denm", 0, 50), NOW_MS);
    assertThat(retained.count()).isEqualTo(0);
  }

  @Test
  void whatIsNotRetainedIsNotKept() {
    retained.put(
        new LoggedItem(
            1, new DownMessage(1, "v1/geo/1/denm", new byte[1], "", Kind.NOTICE, "", NOW_MS + 50)),
        NOW_MS);

    assertThat(retained.count()).isEqualTo(0);
  }

  @Test
  void whatIsOverIsNotFoundAndLetGo() {
    retained.put(item(1, "v1/geo/1/denm", 1, 50), NOW_MS);

    assertThat(below("v1/geo/", NOW_MS + 50)).isEmpty();
    assertThat(retained.count()).isEqualTo(1);
    retained.expire(NOW_MS + 50);
    assertThat(retained.count()).isEqualTo(0);
  }

  @Test
  void whatEndsFirstMakesRoom() {
    retained.put(item(1, "v1/geo/1/denm", 1, 50), NOW_MS);
    retained.put(item(2, "v1/geo/2/denm", 1, 20), NOW_MS);
    retained.put(item(3, "v1/geo/3/denm", 1, 90), NOW_MS);
    retained.put(item(4, "v1/geo/0/denm", 1, 70), NOW_MS);

    assertThat(below("v1/geo/", NOW_MS))
        .containsExactly("v1/geo/0/denm", "v1/geo/1/denm", "v1/geo/3/denm");

    retained.put(item(5, "v1/geo/0/2/denm", 965, 99), NOW_MS);
    assertThat(below("v1/geo/", NOW_MS)).containsExactly("v1/geo/0/2/denm", "v1/geo/3/denm");
  }
}
