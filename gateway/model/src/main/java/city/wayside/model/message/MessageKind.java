package city.wayside.model.message;

import java.util.Optional;

/// The kinds of message a topic or path may name; the word is the last level of
/// `v1/up/{station}/{type}`.
public enum MessageKind {
  CAM,
  DENM,
  CPM,
  VAM,
  SREM,
  SPATEM,
  MAPEM,
  IVIM,
  BSM,
  PSM,
  SRM,
  SPAT,
  MAP,
  TIM,
  PROBE,
  STATUS,
  SSEM,
  SSM;

  private static final MessageKind[] ALL = values();

  private final String word = name().toLowerCase(java.util.Locale.ROOT);

  /// The kind's word in topics, paths and counters.
  public String word() {
    return word;
  }

  /// The kind that a topic level names, exactly as written in lower case.
  public static Optional<MessageKind> ofWord(String word) {
    for (MessageKind kind : ALL) {
      if (kind.word.equals(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /// True for what a station sends again and again of where it is and what it sees: under load,
  /// fewer of them do as well.
  public boolean isBeacon() {
    return switch (this) {
      case CAM, VAM, BSM, PSM, CPM, PROBE -> true;
      case DENM, IVIM, TIM -> false;
      case SREM, SSEM, SRM, SSM -> false;
      case SPATEM, MAPEM, SPAT, MAP, STATUS -> false;
    };
  }

  /// True for what is taken as long as anything is: hazards and other events, requests for priority
  /// and their answers.
  public boolean isUrgent() {
    return switch (this) {
      case DENM, IVIM, TIM -> true;
      case SREM, SSEM, SRM, SSM -> true;
      case CAM, VAM, BSM, PSM, CPM, PROBE -> false;
      case SPATEM, MAPEM, SPAT, MAP, STATUS -> false;
    };
  }
}
