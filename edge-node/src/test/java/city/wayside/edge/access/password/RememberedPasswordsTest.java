package city.wayside.edge.access.password;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.model.client.PasswordHash;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class RememberedPasswordsTest {

  private static final PasswordHash HASH = new PasswordHash("$x$1");
  private static final byte[] SECRET = {1, 2, 3};
  private static final long NOW = 1_000_000;

  private final RememberedPasswords remembered = remembering(1000, 2);

  private static RememberedPasswords remembering(long rememberMs, int countMax) {
    return new RememberedPasswords(
        new PasswordConfig(true, 1000, rememberMs, countMax),
        new SecretKeySpec(new byte[] {7}, "HmacSHA256"));
  }

  @Test
  void aPasswordIsKnownAgainForItsNameAndHashUntilItsTimeIsOver() {
    remembered.add("bus-1", HASH, SECRET, NOW);

    assertThat(remembered.isRight("bus-1", HASH, SECRET, NOW + 999)).isTrue();
    assertThat(remembered.isRight("bus-1", HASH, SECRET, NOW + 1000)).isFalse();
    assertThat(remembered.isRight("bus-1", HASH, new byte[] {1, 2}, NOW)).isFalse();
    assertThat(remembered.isRight("bus-1", HASH, new byte[] {1, 2, 3, 4}, NOW)).isFalse();
    assertThat(remembered.isRight("bus-2", HASH, SECRET, NOW)).isFalse();
    assertThat(remembered.isRight("bus-1", new PasswordHash("$x$2"), SECRET, NOW)).isFalse();
  }

  @Test
  void nameAndPasswordCannotBeCutElsewhere() {
    remembered.add("bus", HASH, new byte[] {'-', '1'}, NOW);

    assertThat(remembered.isRight("bus-", HASH, new byte[] {'1'}, NOW)).isFalse();
  }

  @Test
  void whatWasNotUsedForLongestIsForgottenFirst() {
    remembered.add("a", HASH, SECRET, NOW);
    remembered.add("b", HASH, SECRET, NOW);
    assertThat(remembered.isRight("a", HASH, SECRET, NOW)).isTrue();
    remembered.add("c", HASH, SECRET, NOW);

    assertThat(remembered.isRight("a", HASH, SECRET, NOW)).isTrue();
    assertThat(remembered.isRight("b", HASH, SECRET, NOW)).isFalse();
    assertThat(remembered.isRight("c", HASH, SECRET, NOW)).isTrue();
  }

  @Test
  void withoutATimeNothingIsRemembered() {
    RememberedPasswords forgetful = remembering(0, 2);
    forgetful.add("a", HASH, SECRET, NOW);

    assertThat(forgetful.isRight("a", HASH, SECRET, NOW)).isFalse();
  }
}
