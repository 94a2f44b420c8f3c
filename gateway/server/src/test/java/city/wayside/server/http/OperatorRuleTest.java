package city.wayside.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatorRuleTest {

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, true",
    "127.8.9.10, true",
    "::1, true",
    "[::1], true",
    "0:0:0:0:0:0:0:1%lo, true",
    "::ffff:127.0.0.1, true",
    "192.0.2.1, false",
    "0.0.0.0, false",
    "127.0.0.1.example.org, false",
    "localhost.example.org, false",
    "'', false",
    "[, false",
  })
  void onlyLiteralLoopbackAddressesAreLocal(String host, boolean loopback) {
    assertThat(OperatorRule.isLoopback(host)).isEqualTo(loopback);
  }
}
