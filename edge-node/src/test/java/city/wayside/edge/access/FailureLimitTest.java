package city.wayside.edge.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailureLimitTest {

  private static final long NOW = 1_000_000;
  private static final String HERE = "192.0.2.1";

  private final FailureLimit limit = new FailureLimit(new FailuresConfig(3, 6, 2));

  private void fail(String address, int times) {
    for (int i = 0; i < times; i++) {
      limit.failed(address, NOW);
    }
  }

  @Test
  void afterTheLastFailureThatIsAllowedNothingIsTriedUntilOneIsForgiven() {
    fail(HERE, 2);
    assertThat(limit.allows(HERE, NOW)).isTrue();
    fail(HERE, 1);

    assertThat(limit.allows(HERE, NOW)).isFalse();
    assertThat(limit.allows("192.0.2.2", NOW)).isTrue();
    assertThat(limit.allows(HERE, NOW + 9_999)).isTrue();
    assertThat(limit.allows(HERE, NOW - 60_000)).isFalse();
  }

  @Test
  void failuresThatWereUnderWayTogetherAreRememberedUpToTwiceAsMany() {
    fail(HERE, 1000);

    assertThat(limit.allows(HERE, NOW + 29_999)).isFalse();
    assertThat(limit.allows(HERE, NOW + 30_001)).isTrue();
  }

  @Test
  void aWholeNetworkOfIpv6CountsAsOneAddress() {
    fail("2001:db8::1", 2);
    fail("2001:db8:0:0:ffff::2", 1);

    assertThat(limit.allows("2001:db8::3", NOW)).isFalse();
    assertThat(limit.allows("2001:db8:0:1::3", NOW)).isTrue();
  }

  @Test
  void whatIsNoAddressIsCountedAsItIs() {
    fail("", 3);

    assertThat(limit.allows("", NOW)).isFalse();
    assertThat(limit.allows("somewhere", NOW)).isTrue();
  }

  @Test
  void theAddressThatFailedLongestAgoIsForgottenFirst() {
    fail("192.0.2.1", 3);
    fail("192.0.2.2", 3);
    fail("192.0.2.3", 3);

    assertThat(limit.allows("192.0.2.1", NOW)).isTrue();
    assertThat(limit.allows("192.0.2.2", NOW)).isFalse();
    assertThat(limit.allows("192.0.2.3", NOW)).isFalse();
  }
}
