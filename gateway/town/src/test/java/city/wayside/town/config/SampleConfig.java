package city.wayside.town.config;

import city.wayside.model.config.Secret;
import city.wayside.model.config.Setting;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One key of every type, for the tests.
record SampleConfig(
    @Setting("The door.") Door door,
    @Setting("The optional roof.") @Nullable Roof roof,
    @Setting(value = "Names, any.", otherwise = "[a, b]") List<String> names,
    @Setting("A folder, if any.") @Nullable Path folder) {

  enum Colour {
    RED,
    DARK_BLUE
  }

  record Door(
      @Setting(value = "Port of the door.", otherwise = "1883", min = 1, max = 65535) int port,
      @Setting(value = "Shortest wait in milliseconds.", otherwise = "10", min = 0) long waitMsMin,
      @Setting(value = "Longest wait in milliseconds.", otherwise = "20") long waitMsMax,
      @Setting(value = "A share.", otherwise = "0.5", min = 0, max = 1) double share,
      @Setting(value = "Whether it is open.", otherwise = "false") boolean open,
      @Setting(value = "Its colour.", otherwise = "dark-blue") Colour colour,
      @Setting("Its name.") String name,
      @Setting("Who may pass.") @Nullable Secret password) {

    Door {
      if (waitMsMin > waitMsMax) {
        throw new IllegalArgumentException(
            "waitMsMin " + waitMsMin + " is above waitMsMax " + waitMsMax);
      }
    }
  }

  record Roof(@Setting(value = "Tiles.", min = 1) int tiles) {}
}
