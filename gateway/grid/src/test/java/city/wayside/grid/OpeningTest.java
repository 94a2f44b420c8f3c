package city.wayside.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.hazelcast.core.IndeterminateOperationStateException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OpeningTest {

  private final AtomicInteger tries = new AtomicInteger();

  private String open(int failures) {
    if (tries.incrementAndGet() <= failures) {
      throw new IndeterminateOperationStateException("backup acks missed");
    }
    return "open";
  }

  @Test
  void whatIsUndecidedIsTriedAgain() {
    assertThat(Opening.patiently("clients", () -> open(2))).isEqualTo("open");
    assertThat(tries).hasValue(3);
  }

  @Test
  void whatStaysUndecidedFails() {
    assertThatThrownBy(() -> Opening.patiently("clients", () -> open(Integer.MAX_VALUE)))
        .isInstanceOf(IndeterminateOperationStateException.class);
    assertThat(tries).hasValue(Opening.TRIES_MAX);
  }
}
