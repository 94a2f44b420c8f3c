package city.wayside.edge.handover;

import java.util.Locale;

/// What came of looking for a station's trajectory; its word is a counter's label.
enum Continuation {
  /// It goes on from where another edge node left it.
  CONTINUED,
  /// Nobody has heard the station before.
  UNKNOWN,
  /// It was heard too long ago: what happened meanwhile is not guessed.
  TOO_OLD,
  /// The grid was not asked, or could not answer.
  NOT_ASKED;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
