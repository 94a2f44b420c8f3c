package city.wayside.adapters.datex2;

/// Whether readers may act on a publication (DATEX II InformationStatusEnum).
public enum InformationStatus {
  REAL("real"),
  SECURITY_EXERCISE("securityExercise"),
  TECHNICAL_EXERCISE("technicalExercise"),
  TEST("test");

  private final String word;

  InformationStatus(String word) {
    this.word = word;
  }

  /// The DATEX II enumeration literal.
  public String word() {
    return word;
  }
}
