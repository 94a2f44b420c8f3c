package city.wayside.messages.translation;

import city.wayside.messages.Standard;
import city.wayside.messages.measure.Quantity;
import city.wayside.messages.time.ItsTime;
import city.wayside.messages.uper.Draft;
import city.wayside.messages.uper.EnumeratedType;
import city.wayside.messages.uper.Malformed;
import city.wayside.messages.uper.Path;
import city.wayside.messages.uper.StringType;
import city.wayside.model.signal.SignalGroup;
import city.wayside.model.signal.SignalGroup.Phase;
import city.wayside.model.signal.SignalState;
import java.util.List;

/// Signal states to SPATEM (ETSI TS 103 301, protocolVersion 2) or SPaT (SAE J2735-2024).
///
/// Times are cut to tenths of a second; what lies more than an hour after a state's own time, or
/// more than the past that readers allow for before it, is sent as unknown. Of each group the first
/// 16 phases are sent; a group without any is left out.
public final class SpatWriter {

  /// Phases that a signal group may have in a message.
  static final int PHASES_MAX = 16;

  /// TimeMark that is not known since J2735-2020, where 36,000 to 36,009 are for a leap second.
  private static final int SAE_MARK_UNKNOWN = 36_111;

  private static final int FLAGS_MAX = (1 << SpatTranslation.STATUS_FLAGS) - 1;
  private static final int CONFIDENCE_NOT_GIVEN = -1;

  /// The kind of advice that is for the intersection ahead, as the model's is.
  private static final String ADVICE_TYPE = "ecoDrive";

  /// The highest advice: it stands for "as much or more".
  private static final double ADVICE_MAX_MPS = 49.9;

  private final Standard standard;
  private final SpatPaths paths;

  /// The writer of a family.
  public SpatWriter(Standard standard) {
    this.standard = standard;
    this.paths = new SpatPaths(standard);
  }

  /// Writes a message.
  ///
  /// @param signals one to 32 intersections
  /// @param stationId who sends it, 0 to 4,294,967,295; not in SAE's messages
  public Packed write(List<SignalState> signals, long stationId) {
    return paths.framing.pack(
        stationId,
        (draft, spat) -> {
          long[] cells = new long[signals.size()];
          for (int i = 0; i < cells.length; i++) {
            cells[i] = signal(draft, signals.get(i));
          }
          draft.put(spat, paths.intersections, draft.list(cells));
        });
  }

  private long signal(Draft draft, SignalState signal) throws Malformed {
    long cell = draft.sequence(paths.intersection);
    paths.key.write(draft, cell, signal.intersection());
    draft.put(cell, paths.revision, signal.revision());
    int flags = signal.status().flagsCode();
    if (flags < 0 || flags > FLAGS_MAX) {
      throw Framing.impossible("flagsCode is " + flags + ", must be 0 to " + FLAGS_MAX);
    }
    draft.put(cell, paths.status, bits(draft, paths.status, flags, SpatTranslation.STATUS_FLAGS));
    if (signal.timeMs() != ItsTime.UNKNOWN_MS) {
      draft.put(cell, paths.minute, ItsTime.minuteOfUnixMs(signal.timeMs()));
      draft.put(cell, paths.second, ItsTime.secondOfUnixMs(signal.timeMs()));
    }
    long[] cells = new long[signal.groups().size()];
    int count = 0;
    for (SignalGroup group : signal.groups()) {
      if (!group.phases().isEmpty()) {
        cells[count++] = group(draft, group, signal.timeMs());
      }
    }
    return finish(draft, cell, paths.groups, cells, count);
  }

  private long group(Draft draft, SignalGroup group, long timeMs) throws Malformed {
    long cell = draft.sequence(paths.group);
    draft.put(cell, paths.groupId, group.groupId());
    int count = Math.min(group.phases().size(), PHASES_MAX);
    long[] cells = new long[count];
    for (int i = 0; i < count; i++) {
      cells[i] = phase(draft, group.phases().get(i), timeMs);
    }
    return finish(draft, cell, paths.phases, cells, count);
  }

  private static long finish(Draft draft, long cell, Path list, long[] cells, int count)
      throws Malformed {
    draft.put(cell, list, draft.list(cells, count));
    return cell;
  }

  private long phase(Draft draft, Phase phase, long timeMs) throws Malformed {
    long cell = draft.sequence(paths.phase);
    draft.put(cell, paths.state, SignalCodes.PHASE_STATES.indexOf(phase.state()));
    int start = ItsTime.startMarkOfUnixMs(phase.startMs(), timeMs);
    int minEnd = ItsTime.endMarkOfUnixMs(phase.minEndMs(), timeMs);
    int maxEnd = ItsTime.endMarkOfUnixMs(phase.maxEndMs(), timeMs);
    int likelyEnd = ItsTime.endMarkOfUnixMs(phase.likelyEndMs(), timeMs);
    boolean hasTime = isKnown(start) || isKnown(minEnd) || isKnown(maxEnd) || isKnown(likelyEnd);
    if (hasTime || phase.confidenceCode() != CONFIDENCE_NOT_GIVEN) {
      putIfKnown(draft, cell, paths.start, start);
      draft.put(cell, paths.minEnd, wire(minEnd));
      putIfKnown(draft, cell, paths.maxEnd, maxEnd);
      putIfKnown(draft, cell, paths.likelyEnd, likelyEnd);
    }
    if (phase.confidenceCode() != CONFIDENCE_NOT_GIVEN) {
      draft.put(cell, paths.confidence, phase.confidenceCode());
    }
    if (!Double.isNaN(phase.advisedSpeedMps())) {
      draft.put(cell, paths.advices, draft.list(advice(draft, phase.advisedSpeedMps())));
    }
    return cell;
  }

  private void putIfKnown(Draft draft, long cell, Path path, int mark) throws Malformed {
    if (isKnown(mark)) {
      draft.put(cell, path, wire(mark));
    }
  }

  private static boolean isKnown(int mark) {
    return mark != ItsTime.MARK_UNKNOWN;
  }

  /// SAE's newer editions have no mark for what is more than an hour away.
  private int wire(int mark) {
    return standard == Standard.SAE && mark >= ItsTime.MARK_BEYOND_HOUR ? SAE_MARK_UNKNOWN : mark;
  }

  private long advice(Draft draft, double speedMps) throws Malformed {
    if (speedMps < 0) {
      throw Framing.impossible("advisedSpeedMps is " + speedMps + ", must be 0 or more");
    }
    long cell = draft.sequence(paths.advice);
    EnumeratedType types = (EnumeratedType) paths.adviceType.target();
    draft.put(cell, paths.adviceType, types.position(ADVICE_TYPE));
    double sentMps = Math.min(speedMps, ADVICE_MAX_MPS);
    draft.put(cell, paths.adviceSpeed, Quantity.ADVISED_SPEED.wireOf(sentMps));
    return cell;
  }

  /// A bit string of so many bits, the first being the highest of the number.
  static long bits(Draft draft, Path path, int number, int count) throws Malformed {
    long[] units = new long[count];
    for (int i = 0; i < count; i++) {
      units[i] = number >> (count - 1 - i) & 1;
    }
    return draft.string((StringType) path.target(), units);
  }
}
