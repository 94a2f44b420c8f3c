package city.wayside.messages.translation;

import city.wayside.messages.Standard;
import city.wayside.messages.Unpacked;
import city.wayside.messages.measure.Quantity;
import city.wayside.messages.time.ItsTime;
import city.wayside.messages.uper.Path;
import city.wayside.model.message.Decoded;
import city.wayside.model.signal.SignalGroup;
import city.wayside.model.signal.SignalGroup.Phase;
import city.wayside.model.signal.SignalGroup.PhaseState;
import city.wayside.model.signal.SignalState;
import java.util.ArrayList;
import java.util.List;

/// SPATEM (ETSI TS 103 301, protocolVersion 1 and 2) or SPaT (SAE J2735) to the model.
///
/// Left out: names, enabled lanes, manoeuvre assistance, the time after next, regional extensions,
/// and advice of speed that holds for some road users only. TimeMarks of 36,000 and more are not
/// known: they mean "more than an hour", "unknown" or a leap second, by the edition.
public final class SpatTranslation {

  /// Flags of IntersectionStatusObject.
  static final int STATUS_FLAGS = 16;

  /// Advice for public transport only, by the word of AdvisorySpeedType.
  private static final String TRANSIT_ADVICE = "transit";

  private static final int CONFIDENCE_NOT_GIVEN = -1;

  private final SpatPaths paths;

  /// The translation of a family.
  public SpatTranslation(Standard standard) {
    this.paths = new SpatPaths(standard);
  }

  /// Translates a message.
  ///
  /// @param receivedMs when it was received, milliseconds since 1970; what the message says of time
  ///   lies near to it
  /// @return [Decoded.Signals]; [Decoded.Undecodable] for a message of another kind
  public Decoded read(Unpacked.Message message, long receivedMs) {
    Values spat = paths.framing.open(message);
    if (spat == null) {
      return paths.framing.wrongKind(message);
    }
    int messageMinute = (int) spat.number(paths.messageMinute, MessageTime.NO_MINUTE);
    List<SignalState> signals = new ArrayList<>();
    for (int i = 0; i < spat.count(paths.intersections); i++) {
      signals.add(signal(spat.element(paths.intersections, i), messageMinute, receivedMs));
    }
    return new Decoded.Signals(List.copyOf(signals));
  }

  private SignalState signal(Values intersection, int messageMinute, long receivedMs) {
    int minute = (int) intersection.number(paths.minute, MessageTime.NO_MINUTE);
    int second = (int) intersection.number(paths.second, MessageTime.NO_SECOND);
    long timeMs =
        MessageTime.madeMs(
            minute == MessageTime.NO_MINUTE ? messageMinute : minute, second, receivedMs);
    long flags = intersection.tape().bits(intersection.cell(paths.status), 0, STATUS_FLAGS);
    List<SignalGroup> groups = new ArrayList<>();
    for (int i = 0; i < intersection.count(paths.groups); i++) {
      groups.add(group(intersection.element(paths.groups, i), timeMs));
    }
    return new SignalState(
        paths.key.read(intersection),
        (int) intersection.number(paths.revision, 0),
        timeMs,
        new SignalState.ControllerStatus((int) flags),
        List.copyOf(groups));
  }

  private SignalGroup group(Values group, long timeMs) {
    List<Phase> phases = new ArrayList<>();
    for (int i = 0; i < group.count(paths.phases); i++) {
      phases.add(phase(group.element(paths.phases, i), timeMs));
    }
    return new SignalGroup((int) group.number(paths.groupId, 0), List.copyOf(phases));
  }

  private Phase phase(Values phase, long timeMs) {
    return new Phase(
        SignalCodes.at(
            phase.number(paths.state, 0), SignalCodes.PHASE_STATES, PhaseState.UNAVAILABLE),
        ItsTime.unixMsOfStartMark(mark(phase, paths.start), timeMs),
        ItsTime.unixMsOfEndMark(mark(phase, paths.minEnd), timeMs),
        ItsTime.unixMsOfEndMark(mark(phase, paths.maxEnd), timeMs),
        ItsTime.unixMsOfEndMark(mark(phase, paths.likelyEnd), timeMs),
        (int) phase.number(paths.confidence, CONFIDENCE_NOT_GIVEN),
        advisedSpeedMps(phase));
  }

  private static int mark(Values phase, Path path) {
    return (int) phase.number(path, ItsTime.MARK_UNKNOWN);
  }

  /// The first speed that is for everybody: what is for a class of users or for public transport
  /// may be wrong for all others.
  private double advisedSpeedMps(Values phase) {
    for (int i = 0; i < phase.count(paths.advices); i++) {
      Values advice = phase.element(paths.advices, i);
      double speedMps = advice.measure(paths.adviceSpeed, Quantity.ADVISED_SPEED);
      if (!Double.isNaN(speedMps)
          && !advice.has(paths.adviceClass)
          && !TRANSIT_ADVICE.equals(advice.word(paths.adviceType))) {
        return speedMps;
      }
    }
    return Double.NaN;
  }
}
