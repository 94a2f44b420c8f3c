package city.wayside.road.network;

import java.util.Locale;

/// What may be odd about a network. The codes are stable: documents and logs use them.
public enum Oddity {
  /// All points of a segment are the same to a centimetre.
  ZERO_LENGTH(Effect.LEFT_OUT, "segments without length, left out"),
  /// A latitude or longitude is no number or impossible.
  COORDINATES_IMPOSSIBLE(Effect.LEFT_OUT, "segments or nodes at impossible coordinates, left out"),
  /// An id comes again.
  DUPLICATE_ID(Effect.LEFT_OUT, "segments whose id came before, left out"),
  /// A segment leads between the same nodes through the same points as one before it.
  DUPLICATE_GEOMETRY(Effect.LEFT_OUT, "segments that lie on one before them, left out"),
  /// The segment's length, or its impossible coordinates, make sense with latitude and longitude
  /// exchanged.
  COORDINATES_SWAPPED(
      Effect.SUSPICION, "segments whose latitude and longitude seem to be exchanged"),
  /// The given length and the length of the geometry do not agree.
  LENGTH_DIFFERS(Effect.SUSPICION, "segments whose length_m is not that of their geometry"),
  /// A way lacks nodes that the file does not hold.
  WAY_CUT_OFF(Effect.NOTE, "ways that were cut off, for their nodes are missing"),
  /// A turn restriction does not fit the roads.
  RESTRICTION_UNUSABLE(
      Effect.NOTE, "turn restrictions that do not fit the roads and are not applied"),
  /// A turn restriction that holds at times.
  RESTRICTION_CONDITIONAL(
      Effect.NOTE, "turn restrictions that hold at times only and are not applied"),
  /// Segments that nothing joins with the rest.
  UNCONNECTED(Effect.NOTE, "segments connected with nothing"),
  /// Segments that are connected among themselves but not with most others.
  ISLAND(Effect.NOTE, "segments not connected with the largest part of the network"),
  /// A segment that ends where it begins.
  SELF_LOOP(Effect.NOTE, "segments that end where they begin"),
  /// Nothing follows.
  DEAD_END(Effect.NOTE, "segments that lead nowhere"),
  /// Nothing comes before.
  NO_WAY_IN(Effect.NOTE, "segments that nothing leads to"),
  /// Shorter than [#SHORT_M].
  SHORT(Effect.NOTE, "segments shorter than 5 m"),
  /// Longer than [#LONG_M].
  LONG(Effect.NOTE, "segments longer than 5 km"),
  /// No speed limit is known.
  NO_SPEED_LIMIT(Effect.NOTE, "segments without speed limit"),
  /// The number of lanes is not known.
  NO_LANES(Effect.NOTE, "segments without lanes");

  /// Shorter ones are driven through between two reports.
  static final double SHORT_M = 5;

  /// On longer ones figures hide where the traffic is.
  static final double LONG_M = 5_000;

  /// What becomes of what is odd.
  public enum Effect {
    /// It is no part of the network.
    LEFT_OUT,
    /// It is used as it is, and figures there may be wrong.
    SUSPICION,
    /// It is used as it is, and good to know.
    NOTE
  }

  private final Effect effect;
  private final String text;

  Oddity(Effect effect, String text) {
    this.effect = effect;
    this.text = text;
  }

  /// The stable code, in lower case.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// What becomes of it.
  public Effect effect() {
    return effect;
  }

  /// What it is, in the plural, to follow a number.
  public String text() {
    return text;
  }
}
