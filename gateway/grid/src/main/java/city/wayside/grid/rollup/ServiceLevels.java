package city.wayside.grid.rollup;

import city.wayside.model.traffic.EdieFigures;
import city.wayside.model.traffic.LevelOfService;
import city.wayside.model.traffic.WindowLength;
import java.util.List;

/// From speed to level of service, without flapping: a border counts as moved away by a margin from
/// the side where the window before was, and a level stays for a minimum of time. Pure.
final class ServiceLevels {

  /// The better first; between two neighbours lies a border.
  private static final List<LevelOfService> LEVELS =
      List.of(
          LevelOfService.FREE_FLOW,
          LevelOfService.HEAVY,
          LevelOfService.SLOW,
          LevelOfService.QUEUING,
          LevelOfService.STATIONARY);

  private final RollUpConfig config;
  private final double[] borders;

  ServiceLevels(RollUpConfig config) {
    this.config = config;
    this.borders =
        new double[] {
          config.heavyBelow(), config.slowBelow(), config.queuingBelow(), config.stationaryBelow()
        };
  }

  /// How many windows of a length a level stays at least.
  static int dwellWindows(RollUpConfig config, WindowLength length) {
    return Math.ceilDiv(config.levelDwellS(), length.lengthS());
  }

  /// The level of a window.
  ///
  /// @param past what was published before; where nothing was, the borders are where they are
  LevelOfService level(
      EdieFigures edie, double undisturbedMps, WindowLength length, PastLevel past) {
    if (edie.timeS() < config.levelTimeSMin() || !(edie.speedMps() >= 0)) {
      return LevelOfService.UNKNOWN;
    }
    int before = LEVELS.indexOf(past.level());
    if (before < 0) {
      return LEVELS.get(place(edie.speedMps() / undisturbedMps, 0, 0));
    }
    if (past.windows() < dwellWindows(config, length)) {
      return past.level();
    }
    return LEVELS.get(place(edie.speedMps() / undisturbedMps, before, config.levelMargin()));
  }

  private int place(double share, int before, double margin) {
    int place = 0;
    for (int border = 0; border < borders.length; border++) {
      double moved = borders[border] + (before > border ? margin : -margin);
      place += share < moved ? 1 : 0;
    }
    return place;
  }
}
