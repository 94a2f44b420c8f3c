package city.wayside.model.traffic;

/// The state of traffic in DATEX II's words (TrafficStatusEnum).
public enum LevelOfService {
  FREE_FLOW("freeFlow"),
  HEAVY("heavy"),
  SLOW("slow"),
  QUEUING("queuing"),
  STATIONARY("stationary"),
  UNKNOWN("unknown");

  private final String word;

  LevelOfService(String word) {
    this.word = word;
  }

  /// The DATEX II enumeration literal.
  public String word() {
    return word;
  }
}
