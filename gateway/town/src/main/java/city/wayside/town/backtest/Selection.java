package city.wayside.town.backtest;

/// Which segment windows of the truth are compared.
public enum Selection {
  /// Where one vehicle does not decide.
  TEN_VEHICLES("10 vehicles or more", 0, 10),
  /// Where traffic engineers look: segments long enough to be driven on, and used.
  LONG_AND_BUSY("A: 50 m and 20 vehicles or more", 50, 20),
  /// Nearly all, down to segments of a few metres.
  NEARLY_ALL("B: 5 vehicles or more", 0, 5);

  private final String words;
  private final double lengthMMin;
  private final int vehiclesMin;

  Selection(String words, double lengthMMin, int vehiclesMin) {
    this.words = words;
    this.lengthMMin = lengthMMin;
    this.vehiclesMin = vehiclesMin;
  }

  /// The selection for people.
  public String words() {
    return words;
  }

  /// True when a window belongs to the selection.
  ///
  /// @param lengthM length of its segment
  /// @param vehicles distinct vehicles in the truth
  public boolean has(double lengthM, int vehicles) {
    return lengthM >= lengthMMin && vehicles >= vehiclesMin;
  }
}
