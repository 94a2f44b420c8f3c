package city.wayside.town.compose;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a process is there for; one process may have several roles.
public enum Role {
  /// A member of the grid, with the roll-up.
  GATEWAY,
  /// Where vehicles connect.
  EDGE_NODE,
  /// The feeds to the city.
  CITY_ADAPTERS;

  /// The role's word on the command line.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The role with a word.
  public static Optional<Role> ofWord(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }

  /// All words, with commas.
  public static String words() {
    return Arrays.stream(values()).map(Role::word).collect(Collectors.joining(","));
  }
}
