package city.wayside.road.match;

import city.wayside.model.message.Report;
import city.wayside.model.message.StationState;
import city.wayside.model.message.TrajectoryContext;
import city.wayside.road.network.Projection;
import city.wayside.road.network.RoadNetwork;
import java.nio.ByteBuffer;

/// Packs what a trajectory remembers into [TrajectoryContext], and takes it out again.
///
/// The likeliest place is kept with what is known of the errors there, to eleven significant bits:
/// what is lost by that is less than what a single position is off. Of the second only where it is
/// and how likely: there positions are off by what they are off at the first, and by how far the
/// places are apart. Moments are counted from the newest report, which travels beside the context.
/// A context of another network or another form is not read: the trajectory begins anew then.
///
/// ```
/// form u8 · network u16
/// twice: link u24 · offset u24 cm · entered u24 ms
/// cost of the second u8 1/16 · matched u16 ms · weighed u16 10 ms · looked around u8 100 ms
/// weighed at 2 × i16 cm · error f16 m² · known u8 s · across f16 m · reckoning 14 × f16
/// ```
final class ContextForm {

  private static final byte FORM = 1;
  private static final int LENGTH_BYTES = 64;
  private static final int PLACES = 2;
  private static final int U8_MAX = 0xFF;
  private static final int U16_MAX = 0xFFFF;
  private static final int U24_MAX = 0xFFFFFE;

  /// No second place; never seen to enter.
  private static final int NONE = 0xFFFFFF;

  private static final double CM_PER_M = 100;
  private static final double STEPS_PER_COST = 16;
  private static final long WEIGHED_MS = 10;
  private static final long LOOKED_MS = 100;
  private static final double MS_PER_S = 1000;

  private final RoadNetwork network;
  private final short networkPrint;

  ContextForm(RoadNetwork network) {
    this.network = network;
    this.networkPrint = (short) network.version().hashCode();
  }

  /// What is remembered, after a report was matched.
  ///
  /// @param newest the report
  TrajectoryContext write(Trajectory trajectory, Report newest) {
    Hypotheses places = trajectory.places;
    long nowMs = trajectory.newestMs;
    boolean isSilent = trajectory.matchedMs == Trajectory.NEVER_MS || places.count == 0;
    if (isSilent || nowMs - trajectory.matchedMs > U16_MAX || network.linkCount() > U24_MAX) {
      return TrajectoryContext.NONE;
    }
    byte[] bytes = new byte[LENGTH_BYTES];
    ByteBuffer out = ByteBuffer.wrap(bytes);
    out.put(FORM);
    out.putShort(networkPrint);
    for (int place = 0; place < PLACES; place++) {
      writePlace(places, place, nowMs, out);
    }
    out.put(
        (byte) upTo(U8_MAX, Math.round(places.count > 1 ? places.cost[1] * STEPS_PER_COST : 0)));
    out.putShort((short) (nowMs - trajectory.matchedMs));
    out.putShort((short) upTo(U16_MAX, (nowMs - trajectory.weighedMs) / WEIGHED_MS));
    out.put((byte) upTo(U8_MAX, (nowMs - trajectory.lookedAroundMs) / LOOKED_MS));
    out.putShort(cm(trajectory.weighedEastM - network.plane().eastM(newest.lonDeg())));
    out.putShort(cm(trajectory.weighedNorthM - network.plane().northM(newest.latDeg())));
    out.putShort(Float.floatToFloat16((float) trajectory.errorM2));
    out.put((byte) upTo(U8_MAX, Math.round(trajectory.errorKnownMs / MS_PER_S)));
    out.putShort(Float.floatToFloat16((float) trajectory.acrossM));
    places.reckoning[0].write(out);
    return new TrajectoryContext(bytes);
  }

  private static void writePlace(Hypotheses places, int place, long nowMs, ByteBuffer out) {
    if (place >= places.count) {
      putU24(out, NONE);
      putU24(out, NONE);
      putU24(out, NONE);
      return;
    }
    long enteredMs = places.enteredMs[place];
    putU24(out, places.link[place]);
    putU24(out, upTo(U24_MAX, Math.round(places.offsetM[place] * CM_PER_M)));
    putU24(out, enteredMs == Trajectory.NEVER_MS ? NONE : upTo(U24_MAX, nowMs - enteredMs));
  }

  /// The trajectory that a state was written of, up to its report.
  ///
  /// @param state of this very network, or the trajectory begins anew
  Trajectory read(StationState state) {
    Trajectory trajectory = new Trajectory();
    Report newest = state.report();
    long nowMs = newest.timeMs();
    trajectory.newestMs = nowMs;
    trajectory.speedMps = newest.speedMps();
    ByteBuffer in = ByteBuffer.wrap(state.context().bytes());
    if (in.remaining() != LENGTH_BYTES || in.get() != FORM || in.getShort() != networkPrint) {
      return trajectory;
    }
    Hypotheses places = trajectory.places;
    for (int place = 0; place < PLACES; place++) {
      readPlace(places, nowMs, in);
    }
    if (places.count == 0) {
      return trajectory;
    }
    places.cost[1] = Byte.toUnsignedInt(in.get()) / STEPS_PER_COST;
    trajectory.matchedMs = nowMs - Short.toUnsignedInt(in.getShort());
    trajectory.weighedMs = nowMs - Short.toUnsignedInt(in.getShort()) * WEIGHED_MS;
    trajectory.lookedAroundMs = nowMs - Byte.toUnsignedInt(in.get()) * LOOKED_MS;
    trajectory.weighedEastM = network.plane().eastM(newest.lonDeg()) + in.getShort() / CM_PER_M;
    trajectory.weighedNorthM = network.plane().northM(newest.latDeg()) + in.getShort() / CM_PER_M;
    trajectory.errorM2 = Float.float16ToFloat(in.getShort());
    trajectory.errorKnownMs = Byte.toUnsignedInt(in.get()) * MS_PER_S;
    trajectory.acrossM = Float.float16ToFloat(in.getShort());
    places.reckoning[0].read(in);
    if (places.count > 1) {
      judgeFromFirst(places);
    }
    return trajectory;
  }

  private void readPlace(Hypotheses places, long nowMs, ByteBuffer in) {
    int link = u24(in);
    int offsetCm = u24(in);
    int enteredMs = u24(in);
    if (link < network.linkCount()) {
      int place = places.count++;
      places.link[place] = link;
      places.offsetM[place] = Math.min(offsetCm / CM_PER_M, network.lengthM(link));
      places.enteredMs[place] = enteredMs == NONE ? Trajectory.NEVER_MS : nowMs - enteredMs;
    }
  }

  /// At the second place positions are off by what lies between it and the first as well.
  private void judgeFromFirst(Hypotheses places) {
    Projection first = new Projection();
    Projection second = new Projection();
    network.at(places.link[0], places.offsetM[0], first);
    network.at(places.link[1], places.offsetM[1], second);
    Reckoning reckoning = places.reckoning[1];
    reckoning.copyFrom(places.reckoning[0]);
    reckoning.alongM = 0;
    reckoning.biasEastM += first.eastM() - second.eastM();
    reckoning.biasNorthM += first.northM() - second.northM();
  }

  private static int upTo(int most, long value) {
    return Math.clamp(value, 0, most);
  }

  private static short cm(double valueM) {
    return (short) Math.clamp(Math.round(valueM * CM_PER_M), Short.MIN_VALUE, Short.MAX_VALUE);
  }

  private static void putU24(ByteBuffer out, int value) {
    out.put((byte) (value >>> 16));
    out.putShort((short) value);
  }

  private static int u24(ByteBuffer in) {
    return Byte.toUnsignedInt(in.get()) << 16 | Short.toUnsignedInt(in.getShort());
  }
}
