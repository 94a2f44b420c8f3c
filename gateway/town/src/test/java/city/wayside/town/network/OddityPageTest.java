package city.wayside.town.network;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.road.network.Oddity;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OddityPageTest {

  @ParameterizedTest
  @EnumSource(Oddity.class)
  void everyCodeIsExplained(Oddity oddity) throws Exception {
    Path root = Path.of(System.getProperty("wayside.root", "."));

    assertThat(Files.readString(root.resolve("gateway/docs/NETWORK.md")))
        .contains("`" + oddity.code() + "`");
  }
}
