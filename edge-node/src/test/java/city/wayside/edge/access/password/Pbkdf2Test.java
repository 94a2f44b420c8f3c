package city.wayside.edge.access.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.wayside.model.client.PasswordHash;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Pbkdf2Test {

  /// Made with Python's hashlib.
  private static final String OF_SECRET =
      "$pbkdf2-sha512$i=1000$AAECAwQFBgcICQoLDA0ODw$8ltlLe5cI6KNrWOmMFkTi2iE7fEXJKJJR9lhjd/xSn4";

  private static final String OF_SNOWMAN =
      "$pbkdf2-sha512$i=7,l=64$TmFDbE5hQ2xOYUNs$DvVek5G5nxdnt9Ku13tW9oDq5cFS4Q3pdPSsL8PZy8ArP5eE3WO"
          + "pJfj5LQRuIqLFLbo3pyrNRyvuQWS13jhrvw";

  @ParameterizedTest
  @CsvSource(
      value = {OF_SECRET + "|secret", OF_SNOWMAN + "|größe ☃"},
      delimiter = '|')
  void anotherProgramsHashesAreUnderstood(String phc, String password) {
    Pbkdf2 hash = Pbkdf2.of(new PasswordHash(phc)).orElseThrow();

    assertThat(hash.isOf(bytes(password))).isTrue();
    assertThat(hash.isOf(bytes(password + "x"))).isFalse();
    assertThat(hash.isOf(bytes(""))).isFalse();
  }

  @Test
  void ourHashesAreAnotherPrograms() {
    byte[] salt = Base64.getDecoder().decode("AAECAwQFBgcICQoLDA0ODw");

    assertThat(Pbkdf2.hash(bytes("secret"), salt, 1000)).isEqualTo(new PasswordHash(OF_SECRET));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$argon2id$v=19$m=16,t=2,p=1$c2FsdHNhbHQ$aGFzaA",
        "$pbkdf2-sha256$i=1000$AAECAwQFBgcICQoLDA0ODw$8ltlLe5cI6KNrWOmMFkTi2iE7fEXJKJJR9lhjd/xSn4",
        "$pbkdf2-sha512$i=0$AAECAwQFBgcICQoLDA0ODw$8ltlLe5cI6KNrWOmMFkTi2iE7fEXJKJJR9lhjd/xSn4",
        "$pbkdf2-sha512$i=999999999$AAECAwQFBgcICQoLDA0ODw$8ltlLe5cI6KNrWOmMFkTi2iE7fEXJKJJR9lhjd8",
        "$pbkdf2-sha512$i=1000$AAE$8ltlLe5cI6KNrWOmMFkTi2iE7fEXJKJJR9lhjd/xSn4",
        "$pbkdf2-sha512$i=1000$AAECAwQFBgcICQoLDA0ODw$8ltl",
        "$pbkdf2-sha512$i=1000$AAECAwQFBgcICQoLDA0ODw$8ltlLe5cI6KNrWOmMFkTi2iE7fEXJKJJR9lhjd/xSn4=",
        "$"
      })
  void whatIsNoSuchHashIsNotRead(String phc) {
    assertThat(Pbkdf2.of(new PasswordHash(phc))).isEmpty();
  }

  @Test
  void passwordsAreUtf8OfBoundedLength() {
    byte[] salt = new byte[Pbkdf2.SALT_BYTES];
    byte[] longest = new byte[Pbkdf2.PASSWORD_BYTES_MAX];
    PasswordHash hash = Pbkdf2.hash(longest, salt, 1);

    assertThat(Pbkdf2.of(hash).orElseThrow().isOf(longest)).isTrue();
    assertThatThrownBy(() -> Pbkdf2.hash(new byte[longest.length + 1], salt, 1))
        .hasMessage("the password has 1025 bytes; allowed are 1 to 1024 bytes of UTF-8");
    assertThatThrownBy(() -> Pbkdf2.hash(new byte[] {(byte) 0xFF}, salt, 1))
        .hasMessage("the password has 1 bytes; allowed are 1 to 1024 bytes of UTF-8");
  }

  @Test
  void neitherHashIsEverPrinted() {
    PasswordHash hash = new PasswordHash(OF_SECRET);

    assertThat(hash.toString() + Pbkdf2.of(hash)).doesNotContain("8ltl").doesNotContain("AAEC");
    assertThat(hash.parameters()).isEqualTo("pbkdf2-sha512 i=1000");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
