package city.wayside.edge.endpoint.coap;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.endpoint.coap.Transfers.Answer;
import java.util.concurrent.TimeUnit;
import org.eclipse.californium.core.coap.CoAP.Code;
import org.eclipse.californium.core.network.stack.KeyUri;
import org.junit.jupiter.api.Test;

class TransfersTest {

  private static final CoapLimits LIMITS = CoapLimits.defaults();
  private static final int PLACES = LIMITS.assembliesMax();
  private static final int SHARE = PLACES / Transfers.SHARE;
  private static final long LIFETIME_NS = TimeUnit.MILLISECONDS.toNanos(LIMITS.assemblyMs());

  private final Transfers transfers = new Transfers(LIMITS);

  private static KeyUri key(Object sender, int number) {
    return new KeyUri("coap://edge/" + number, sender, Code.POST);
  }

  private Answer begin(Object sender, int number, boolean isProven) {
    return transfers.begin(key(sender, number), sender, isProven, 0);
  }

  @Test
  void nobodyHasMoreThanItsShare() {
    for (int number = 0; number < SHARE; number++) {
      assertThat(begin("a", number, true)).isEqualTo(Answer.TAKEN);
    }

    assertThat(begin("a", SHARE, true)).isEqualTo(Answer.FULL);
    assertThat(begin("b", 0, true)).isEqualTo(Answer.TAKEN);
    // One that begins again takes no second place.
    assertThat(begin("a", 0, true)).isEqualTo(Answer.TAKEN);
    transfers.end(key("a", 1));
    assertThat(begin("a", SHARE, true)).isEqualTo(Answer.TAKEN);
    assertThat(begin("a", 1, true)).isEqualTo(Answer.FULL);
  }

  @Test
  void whatIsBegunInSomebodysNameTakesNothingFromItself() {
    for (int number = 0; number < SHARE; number++) {
      assertThat(begin("a", number, false)).isEqualTo(Answer.TAKEN);
    }

    assertThat(begin("a", SHARE, false)).isEqualTo(Answer.UNPROVEN);
    assertThat(begin("a", SHARE, true)).isEqualTo(Answer.TAKEN);
  }

  @Test
  void halfOfThePlacesAreForThoseWhoAreThere() {
    for (int number = 0; number < PLACES / 2; number++) {
      assertThat(begin(number, 0, false)).isEqualTo(Answer.TAKEN);
    }

    assertThat(begin("a", 0, false)).isEqualTo(Answer.UNPROVEN);
    for (int number = 0; number < PLACES / 2; number++) {
      assertThat(begin(-1 - number, 0, true)).isEqualTo(Answer.TAKEN);
    }
    assertThat(begin("a", 0, true)).isEqualTo(Answer.FULL);
    assertThat(transfers.count()).isEqualTo(PLACES);
  }

  @Test
  void whatDoesNotGoOnMakesRoom() {
    for (int number = 0; number < SHARE; number++) {
      assertThat(begin("a", number, true)).isEqualTo(Answer.TAKEN);
    }
    transfers.goesOn(key("a", 0), 1);

    assertThat(transfers.begin(key("b", 0), "b", true, LIFETIME_NS - 1)).isEqualTo(Answer.TAKEN);
    assertThat(transfers.count()).isEqualTo(SHARE + 1);
    assertThat(transfers.begin(key("a", SHARE), "a", true, LIFETIME_NS)).isEqualTo(Answer.TAKEN);
    assertThat(transfers.count()).isEqualTo(3);
  }
}
