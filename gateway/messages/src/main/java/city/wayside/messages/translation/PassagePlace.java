package city.wayside.messages.translation;

import city.wayside.messages.time.ItsTime;
import city.wayside.messages.uper.Draft;
import city.wayside.messages.uper.Malformed;
import city.wayside.messages.uper.Path;
import city.wayside.messages.uper.Type;
import city.wayside.model.signal.PriorityRequest.Passage;

/// Where a message has a way through an intersection and its time: the fields minute, second and
/// duration stand beside each other in requests and in their answers.
record PassagePlace(
    AccessPlace inbound, AccessPlace outbound, Path minute, Path second, Path duration) {

  /// How far before the message an arrival may lie that has no minute: it lies ahead, but clocks
  /// differ and messages are repeated.
  private static final int ARRIVAL_PAST_MS = 5_000;

  private static final int HALF_MINUTE_MS = 30_000;

  /// The largest DSecond that is a time.
  private static final int DURATION_MAX_MS = 60_999;

  private static final int DURATION_NOT_GIVEN = -1;

  static PassagePlace in(Type holder, String inbound, String outbound) {
    return new PassagePlace(
        AccessPlace.in(holder, inbound),
        AccessPlace.in(holder, outbound),
        Path.of(holder, "minute"),
        Path.of(holder, "second"),
        Path.of(holder, "duration"));
  }

  /// The passage.
  ///
  /// @param madeMs when the message was made
  Passage read(Values values, long madeMs) {
    long lasting = values.number(duration, DURATION_NOT_GIVEN);
    return new Passage(
        inbound.read(values),
        outbound.read(values),
        arrivalMs(values, madeMs),
        lasting > DURATION_MAX_MS ? DURATION_NOT_GIVEN : (int) lasting);
  }

  private long arrivalMs(Values values, long madeMs) {
    int arrivalMinute = (int) values.number(minute, MessageTime.NO_MINUTE);
    int arrivalSecond = (int) values.number(second, MessageTime.NO_SECOND);
    return arrivalMinute == MessageTime.NO_MINUTE
        ? ItsTime.unixMsOfSecond(arrivalSecond, madeMs + HALF_MINUTE_MS - ARRIVAL_PAST_MS)
        : ItsTime.unixMsOfMinute(arrivalMinute, arrivalSecond, madeMs);
  }

  /// Writes a passage. A duration that is too long for the message is cut.
  void write(Draft draft, long at, Passage passage, long madeMs) throws Malformed {
    inbound.write(draft, at, passage.inbound());
    outbound.writeIfKnown(draft, at, passage.outbound());
    long arrivalMs = passage.arrivalMs();
    if (arrivalMs != ItsTime.UNKNOWN_MS) {
      int arrivalMinute = ItsTime.minuteOfUnixMs(arrivalMs);
      int arrivalSecond = ItsTime.secondOfUnixMs(arrivalMs);
      boolean isYearTold = madeMs != ItsTime.UNKNOWN_MS;
      if (isYearTold && ItsTime.unixMsOfMinute(arrivalMinute, arrivalSecond, madeMs) != arrivalMs) {
        throw Framing.impossible("arrivalMs is more than half a year away from timeMs");
      }
      draft.put(at, minute, arrivalMinute);
      draft.put(at, second, arrivalSecond);
    }
    if (passage.durationMs() < DURATION_NOT_GIVEN) {
      throw Framing.impossible("durationMs is " + passage.durationMs() + ", must be -1 or more");
    }
    if (passage.durationMs() != DURATION_NOT_GIVEN) {
      draft.put(at, duration, Math.min(passage.durationMs(), DURATION_MAX_MS));
    }
  }
}
