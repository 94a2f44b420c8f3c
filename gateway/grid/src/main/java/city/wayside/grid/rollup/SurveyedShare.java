package city.wayside.grid.rollup;

import city.wayside.model.traffic.Penetration;

/// The share of vehicles that report on roads of a class during some hours, from a survey.
///
/// @param roadClass the class as the network has it, or [#ANY_CLASS]
/// @param fromHour first hour of the day, 0 to 23
/// @param toHour hour before which it ends, 1 to 24
/// @param penetration the share
public record SurveyedShare(String roadClass, int fromHour, int toHour, Penetration penetration) {

  /// Stands for every class that has no share of its own.
  public static final String ANY_CLASS = "*";

  /// Refuses hours that are none.
  public SurveyedShare {
    if (fromHour < 0 || toHour > 24 || fromHour >= toHour) {
      throw new IllegalArgumentException(
          "hours from %d to %d; allowed is 0 to 24, the first below the second"
              .formatted(fromHour, toHour));
    }
  }
}
