package city.wayside.edge.endpoint.coap;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.kit.fake.ManualClock;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.eclipse.californium.core.coap.Option;
import org.eclipse.californium.core.coap.OptionSet;
import org.eclipse.californium.core.coap.option.StandardOptionRegistry;
import org.junit.jupiter.api.Test;

class ProofsTest {

  private static final long ECHO_MS = 10_000;

  private final ManualClock clock = new ManualClock(1_000_000_000);
  private final Proofs proofs = new Proofs(ECHO_MS, 2, clock);
  private final InetSocketAddress here = address(1);

  private static InetSocketAddress address(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  private void echo(InetSocketAddress from, Option echo) {
    proofs.look(from, new OptionSet().addOtherOption(echo));
  }

  @Test
  void whoEchoesIsProvenForAWhile() {
    Option challenge = proofs.challenge(here);
    assertThat(proofs.isProven(here)).isFalse();

    clock.advance(ECHO_MS);
    echo(here, challenge);
    assertThat(proofs.isProven(here)).isTrue();

    clock.advance(ECHO_MS);
    assertThat(proofs.isProven(here)).isFalse();
  }

  @Test
  void anOldChallengeProvesNothing() {
    Option challenge = proofs.challenge(here);
    clock.advance(ECHO_MS + 1000);

    echo(here, challenge);

    assertThat(proofs.isProven(here)).isFalse();
  }

  @Test
  void aChallengeIsForOneAddressAndPort() {
    echo(address(2), proofs.challenge(here));

    assertThat(proofs.isProven(here)).isFalse();
    assertThat(proofs.isProven(address(2))).isFalse();
  }

  @Test
  void whatWasChangedOrInventedProvesNothing() {
    byte[] changed = proofs.challenge(here).getValue().clone();
    changed[11] ^= 1;

    echo(here, StandardOptionRegistry.ECHO.create(changed));
    echo(here, StandardOptionRegistry.ECHO.create(new byte[] {1}));
    echo(here, StandardOptionRegistry.ECHO.create(new byte[40]));
    proofs.look(here, new OptionSet());

    assertThat(proofs.isProven(here)).isFalse();
  }

  @Test
  void anotherProcessesChallengeProvesNothing() {
    echo(here, new Proofs(ECHO_MS, 2, clock).challenge(here));

    assertThat(proofs.isProven(here)).isFalse();
  }

  @Test
  void whoIsForgottenIsAskedAgain() {
    for (int port = 1; port <= 3; port++) {
      echo(address(port), proofs.challenge(address(port)));
    }

    assertThat(proofs.isProven(address(1))).isFalse();
    assertThat(proofs.isProven(address(3))).isTrue();
  }
}
