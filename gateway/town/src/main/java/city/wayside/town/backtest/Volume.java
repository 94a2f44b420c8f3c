package city.wayside.town.backtest;

import java.util.List;

/// How many vehicles truly used a segment in a window, in classes.
///
/// @param vehiclesMin from so many
/// @param vehiclesMax to so many
public record Volume(int vehiclesMin, int vehiclesMax) {

  /// All classes, from few vehicles to many.
  public static final List<Volume> ALL =
      List.of(
          new Volume(1, 4),
          new Volume(5, 9),
          new Volume(10, 19),
          new Volume(20, 49),
          new Volume(50, 99),
          new Volume(100, Integer.MAX_VALUE));

  /// True when a window with so many vehicles belongs to the class.
  public boolean has(int vehicles) {
    return vehicles >= vehiclesMin && vehicles <= vehiclesMax;
  }

  /// The class for people.
  public String words() {
    return vehiclesMax == Integer.MAX_VALUE
        ? vehiclesMin + " or more"
        : vehiclesMin + " to " + vehiclesMax;
  }
}
