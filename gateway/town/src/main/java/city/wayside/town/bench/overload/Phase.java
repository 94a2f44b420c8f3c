package city.wayside.town.bench.overload;

import java.util.Locale;

/// The phases of an overload.
enum Phase {
  /// Half of what the server takes.
  BEFORE,
  /// Several times what it takes.
  OVERLOAD,
  /// Half of what it takes again.
  AFTER;

  /// Its name in figures.
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
