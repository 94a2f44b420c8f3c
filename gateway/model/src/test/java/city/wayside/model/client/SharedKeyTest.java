package city.wayside.model.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SharedKeyTest {

  private static final byte[] KEY = "0123456789abcdef".getBytes(StandardCharsets.UTF_8);

  private static String mark(String identity, byte[] key) {
    return new SharedKey(identity, key).mark().orElseThrow();
  }

  @Test
  void aMarkTellsIdentitiesAndKeysApartAndSaysNoKey() {
    byte[] other = KEY.clone();
    other[0] ^= 1;

    assertThat(mark("bus-12", KEY)).isEqualTo(mark("bus-12", KEY.clone()));
    assertThat(mark("bus-12", KEY)).isNotEqualTo(mark("bus-12", other));
    assertThat(mark("bus-12", KEY)).isNotEqualTo(mark("bus-13", KEY));
    assertThat(mark("bus-12", KEY))
        .startsWith("psk:bus-12 ")
        .doesNotContain("0123456789abcdef")
        .doesNotContain(HexFormat.of().formatHex(KEY));
  }
}
