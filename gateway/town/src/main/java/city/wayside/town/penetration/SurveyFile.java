package city.wayside.town.penetration;

import city.wayside.grid.rollup.SurveyedShare;
import city.wayside.model.traffic.Penetration;
import java.nio.file.Path;
import java.util.List;

/// The shares of a survey: CSV with class of road, hours, share and its standard error.
final class SurveyFile {

  private static final List<String> COLUMNS =
      List.of("road_class", "from_hour", "to_hour", "share", "std_err");

  private static final double SHARE_MIN = 0.0001;

  private SurveyFile() {}

  /// The shares of a file.
  static Lines<SurveyedShare> read(Path file) throws PenetrationException {
    return TableFile.read(file, COLUMNS, SurveyFile::share);
  }

  private static SurveyedShare share(TableFile.Cells cells) throws BadCellException {
    String roadClass = cells.text("road_class");
    if (roadClass.isEmpty()) {
      throw new BadCellException("road_class", "", "a class of the network, or * for all others");
    }
    int fromHour = hour(cells, "from_hour", 0, 23);
    int toHour = hour(cells, "to_hour", fromHour + 1, 24);
    return new SurveyedShare(
        roadClass,
        fromHour,
        toHour,
        new Penetration(cells.number("share", SHARE_MIN, 1), cells.number("std_err", 0, 1)));
  }

  private static int hour(TableFile.Cells cells, String column, int min, int max)
      throws BadCellException {
    double hour = cells.number(column, min, max);
    if (hour != Math.rint(hour)) {
      throw new BadCellException(column, cells.text(column), "a whole hour");
    }
    return (int) hour;
  }
}
