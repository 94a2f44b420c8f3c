package city.wayside.town.backtest;

/// The figures of a segment window that are compared with the truth.
public enum Figure {
  SPEED("speed"),
  FLOW("flow"),
  DENSITY("density");

  private final String word;

  Figure(String word) {
    this.word = word;
  }

  /// Its word for people.
  public String word() {
    return word;
  }

  /// The figure's value in a row.
  public double of(TrafficRow row) {
    return switch (this) {
      case SPEED -> row.speedMps();
      case FLOW -> row.flowVph();
      case DENSITY -> row.densityVpkm();
    };
  }

  /// The absolute error of a row as percentage of the truth; `NaN` where either says nothing.
  public double errorPercent(TrafficRow row, TrafficRow truth) {
    double actual = of(truth);
    return actual > 0 ? 100 * Math.abs(of(row) - actual) / actual : Double.NaN;
  }
}
