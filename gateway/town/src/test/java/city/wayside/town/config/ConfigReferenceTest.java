package city.wayside.town.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConfigReferenceTest {

  @Test
  void theReferenceShowsSectionTypeRangeDefaultAndVariable() {
    assertThat(ConfigReference.markdown(SampleConfig.class))
        .contains(
            "## door\n\nThe door.\n",
            "## roof\n\nThe optional roof. May be left out as a whole.\n",
            "| `door.port` | Port of the door. | whole number from 1 to 65535 | `1883` |"
                + " `WAYSIDE_DOOR_PORT` |\n",
            "| `door.colour` | Its colour. | `red`, `dark-blue` | `dark-blue` |",
            "| `door.password` | Who may pass. | secret | not set |",
            "| `roof.tiles` | Tiles. | whole number of at least 1 | none |",
            "| `names` | Names, any. | list of texts | `[a, b]` | `WAYSIDE_NAMES` |");
  }
}
