package city.wayside.messages.translation;

import city.wayside.messages.uper.Path;
import city.wayside.messages.uper.Tape;
import city.wayside.messages.uper.Type;

/// How a lane follows from another (SAE J2735 DF_ComputedLane), and the ways to the values.
///
/// The line of the other lane is scaled along both axes and turned clockwise, both about its first
/// point, and then moved. The standard names these steps without their order; scaling comes first
/// here for its axes are those of the lane that it starts from.
final class ComputedLanePaths {

  /// What is added to a scale of one, for each step.
  private static final double SCALE_STEP = 0.0005;

  /// Scales that are not to be used: nothing or less would remain.
  private static final long SCALE_UNUSED_MAX = -2000;

  private static final double ANGLE_STEP_DEG = 0.0125;

  /// Stands for an angle that is not available.
  private static final long ANGLE_UNAVAILABLE = 28_800;

  private static final double STEPS_PER_M = 100;

  private final Path referenceLane;
  private final Path eastSmall;
  private final Path eastLarge;
  private final Path northSmall;
  private final Path northLarge;
  private final Path turn;
  private final Path eastScale;
  private final Path northScale;

  ComputedLanePaths(Type lane) {
    String computed = "nodeList.computed.";
    referenceLane = Path.of(lane, computed + "referenceLaneId");
    eastSmall = Path.of(lane, computed + "offsetXaxis.small");
    eastLarge = Path.of(lane, computed + "offsetXaxis.large");
    northSmall = Path.of(lane, computed + "offsetYaxis.small");
    northLarge = Path.of(lane, computed + "offsetYaxis.large");
    turn = Path.of(lane, computed + "rotateXY");
    eastScale = Path.of(lane, computed + "scaleXaxis");
    northScale = Path.of(lane, computed + "scaleYaxis");
  }

  /// The number of the lane that a lane follows from; [Tape#ABSENT] for a lane with nodes.
  long referenceLaneId(Values lane) {
    return lane.cell(referenceLane);
  }

  /// The line of a lane.
  ///
  /// @param line the line it follows from: x and y in turn, in metres
  /// @return its own line; empty when the other is, or when a scale is not to be used
  double[] line(Values lane, double[] line) {
    long eastScaleSteps = lane.number(eastScale, 0);
    long northScaleSteps = lane.number(northScale, 0);
    if (line.length == 0
        || eastScaleSteps <= SCALE_UNUSED_MAX
        || northScaleSteps <= SCALE_UNUSED_MAX) {
      return LaneLines.NO_LINE;
    }
    long angle = lane.number(turn, 0);
    double turnRad = Math.toRadians(angle == ANGLE_UNAVAILABLE ? 0 : angle * ANGLE_STEP_DEG);
    double sin = Math.sin(turnRad);
    double cos = Math.cos(turnRad);
    double eastM = lane.number(eastSmall, lane.number(eastLarge, 0)) / STEPS_PER_M;
    double northM = lane.number(northSmall, lane.number(northLarge, 0)) / STEPS_PER_M;
    double[] moved = new double[line.length];
    for (int i = 0; i < line.length; i += 2) {
      double x = (line[i] - line[0]) * (1 + eastScaleSteps * SCALE_STEP);
      double y = (line[i + 1] - line[1]) * (1 + northScaleSteps * SCALE_STEP);
      moved[i] = line[0] + x * cos + y * sin + eastM;
      moved[i + 1] = line[1] - x * sin + y * cos + northM;
    }
    return moved;
  }
}
