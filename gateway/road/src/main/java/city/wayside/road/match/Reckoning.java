package city.wayside.road.match;

import java.nio.ByteBuffer;

/// Where a vehicle is on its way, and how far the positions that it reports are off: the state of a
/// Kalman filter with four parts. How far along its way it is; by how much its positions are off to
/// the east and to the north, which changes slowly (a first-order Gauss-Markov process); and by how
/// much its speeds are late against its positions, which stays.
///
/// The odometer, which is the reported speed summed up, is good to centimetres over seconds, and
/// the error of positions is not: it is metres, and stays alike for half a minute. Told apart, they
/// give a place that is better than any single position. Where the road turns, what was an error
/// along the road becomes one across it, and is seen.
///
/// A mutable value, to be reused.
final class Reckoning {

  /// For so long the error of positions stays alike: after it, about a third is left. Measured on
  /// receivers in cars.
  static final double ERROR_LASTS_MS = 30_000;

  /// Positions jitter so much beside their slow error, in square metres.
  private static final double JITTER_M2 = 1;

  /// A vehicle is so far beside the middle of the road as its lane is, in square metres.
  private static final double LANE_M2 = 4;

  /// Beyond so many standard deviations a position counts less, so that a single wild one does not
  /// carry the vehicle away.
  private static final double DEVIATIONS_SURE = 3;

  /// Before anything is known of it: speeds may be late or early by a second, as a variance.
  private static final double DELAY_S2 = 1;

  /// Of a place that was never weighed, the way along the road is as good as unknown.
  private static final double ANYWHERE_M2 = 10_000;

  /// Less uncertain than this nobody is, whatever the sums say.
  private static final double VARIANCE_M2_MIN = 0.25;

  double alongM;
  double biasEastM;
  double biasNorthM;
  double delayS;

  // The covariances of the four: a for along, e and n for the bias, d for the delay.
  private double aa;
  private double ae;
  private double an;
  private double ad;
  private double ee;
  private double en;
  private double nn;
  private double ed;
  private double nd;
  private double dd;

  /// Somewhere along a road, with positions that are off by an error of which only the size is
  /// known.
  void begin(double beginAlongM, double errorM2) {
    alongM = beginAlongM;
    biasEastM = 0;
    biasNorthM = 0;
    delayS = 0;
    aa = ANYWHERE_M2;
    ae = 0;
    an = 0;
    ad = 0;
    ee = errorM2;
    en = 0;
    nn = errorM2;
    ed = 0;
    nd = 0;
    dd = DELAY_S2;
  }

  void copyFrom(Reckoning other) {
    alongM = other.alongM;
    biasEastM = other.biasEastM;
    biasNorthM = other.biasNorthM;
    delayS = other.delayS;
    aa = other.aa;
    ae = other.ae;
    an = other.an;
    ad = other.ad;
    ee = other.ee;
    en = other.en;
    nn = other.nn;
    ed = other.ed;
    nd = other.nd;
    dd = other.dd;
  }

  /// What is to be expected some time later, by the odometer.
  ///
  /// @param errorM2 the variance of the error of positions, to which the bias returns
  void expect(Reckoning before, Odometer odometer, double errorM2) {
    double kept = odometer.keptShare;
    double renewedM2 = errorM2 * (1 - kept * kept);
    double gainedMps = odometer.gainedMps;
    alongM = before.alongM + odometer.wayM + before.delayS * gainedMps;
    biasEastM = before.biasEastM * kept;
    biasNorthM = before.biasNorthM * kept;
    delayS = before.delayS;
    aa = before.aa + odometer.wayM2 + 2 * gainedMps * before.ad + gainedMps * gainedMps * before.dd;
    ae = (before.ae + gainedMps * before.ed) * kept;
    an = (before.an + gainedMps * before.nd) * kept;
    ad = before.ad + gainedMps * before.dd;
    ee = before.ee * kept * kept + renewedM2;
    en = before.en * kept * kept;
    nn = before.nn * kept * kept + renewedM2;
    ed = before.ed * kept;
    nd = before.nd * kept;
    dd = before.dd;
  }

  /// Corrects what was expected by a position, as if the road were straight at the point that is
  /// nearest to it.
  ///
  /// @param prior what was expected; stays as it is
  /// @param eastM how far east the position is of where it was expected, bias included
  /// @param northM the same to the north
  /// @param roadEast direction of the road there: the east part of a vector of length 1
  /// @param roadNorth the north part
  /// @param mapM2 by how much the map itself may be wrong about the length of the way, squared
  /// @return how unlikely the position was; a negative logarithm
  double correct(
      Reckoning prior,
      double eastM,
      double northM,
      double roadEast,
      double roadNorth,
      double mapM2) {
    double priorAa = prior.aa + mapM2;
    // Covariances of each part with the position to the east and to the north.
    double aEast = roadEast * priorAa + prior.ae;
    double aNorth = roadNorth * priorAa + prior.an;
    double eEast = roadEast * prior.ae + prior.ee;
    double eNorth = roadNorth * prior.ae + prior.en;
    double nEast = roadEast * prior.an + prior.en;
    double nNorth = roadNorth * prior.an + prior.nn;
    double dEast = roadEast * prior.ad + prior.ed;
    double dNorth = roadNorth * prior.ad + prior.nd;
    double east2 = roadEast * aEast + eEast + JITTER_M2 + LANE_M2 * roadNorth * roadNorth;
    double both = roadNorth * aEast + nEast - LANE_M2 * roadEast * roadNorth;
    double north2 = roadNorth * aNorth + nNorth + JITTER_M2 + LANE_M2 * roadEast * roadEast;
    double determinant = east2 * north2 - both * both;
    double inEast = north2 / determinant;
    double inBoth = -both / determinant;
    double inNorth = east2 / determinant;
    double squares =
        eastM * eastM * inEast + 2 * eastM * northM * inBoth + northM * northM * inNorth;
    double cost = squares / 2;
    if (squares > DEVIATIONS_SURE * DEVIATIONS_SURE) {
      double deviations = Math.sqrt(squares);
      cost = DEVIATIONS_SURE * (deviations - DEVIATIONS_SURE / 2);
      double weight = DEVIATIONS_SURE / deviations;
      inEast *= weight;
      inBoth *= weight;
      inNorth *= weight;
    }
    // How each part answers to a metre east and to a metre north.
    double aByEast = aEast * inEast + aNorth * inBoth;
    double aByNorth = aEast * inBoth + aNorth * inNorth;
    double eByEast = eEast * inEast + eNorth * inBoth;
    double eByNorth = eEast * inBoth + eNorth * inNorth;
    double nByEast = nEast * inEast + nNorth * inBoth;
    double nByNorth = nEast * inBoth + nNorth * inNorth;
    double dByEast = dEast * inEast + dNorth * inBoth;
    double dByNorth = dEast * inBoth + dNorth * inNorth;
    alongM = prior.alongM + aByEast * eastM + aByNorth * northM;
    biasEastM = prior.biasEastM + eByEast * eastM + eByNorth * northM;
    biasNorthM = prior.biasNorthM + nByEast * eastM + nByNorth * northM;
    delayS = prior.delayS + dByEast * eastM + dByNorth * northM;
    aa = priorAa - aByEast * aEast - aByNorth * aNorth;
    ae = prior.ae - aByEast * eEast - aByNorth * eNorth;
    an = prior.an - aByEast * nEast - aByNorth * nNorth;
    ad = prior.ad - aByEast * dEast - aByNorth * dNorth;
    ee = prior.ee - eByEast * eEast - eByNorth * eNorth;
    en = prior.en - eByEast * nEast - eByNorth * nNorth;
    nn = prior.nn - nByEast * nEast - nByNorth * nNorth;
    ed = prior.ed - eByEast * dEast - eByNorth * dNorth;
    nd = prior.nd - nByEast * dEast - nByNorth * dNorth;
    dd = prior.dd - dByEast * dEast - dByNorth * dNorth;
    return cost;
  }

  /// How uncertain the place along the way is.
  double alongDeviationM() {
    return Math.sqrt(Math.max(VARIANCE_M2_MIN, aa));
  }

  /// Takes the vehicle to be at most or at least so far along, if it is not: what it was off before
  /// is then error of the positions.
  ///
  /// @return how unlikely that is; a negative logarithm
  double keepWithin(double leastM, double mostM) {
    double movedM = Math.clamp(alongM, leastM, mostM) - alongM;
    if (movedM == 0) {
      return 0;
    }
    double variance = Math.max(VARIANCE_M2_MIN, aa);
    alongM += movedM;
    biasEastM += movedM / variance * ae;
    biasNorthM += movedM / variance * an;
    delayS += movedM / variance * ad;
    return movedM * movedM / (2 * variance);
  }

  /// Writes its fourteen figures, with eleven significant bits each.
  void write(ByteBuffer out) {
    out.putShort(half(alongM));
    out.putShort(half(biasEastM));
    out.putShort(half(biasNorthM));
    out.putShort(half(delayS));
    out.putShort(half(aa));
    out.putShort(half(ae));
    out.putShort(half(an));
    out.putShort(half(ad));
    out.putShort(half(ee));
    out.putShort(half(en));
    out.putShort(half(nn));
    out.putShort(half(ed));
    out.putShort(half(nd));
    out.putShort(half(dd));
  }

  /// Reads what was written.
  void read(ByteBuffer in) {
    alongM = Float.float16ToFloat(in.getShort());
    biasEastM = Float.float16ToFloat(in.getShort());
    biasNorthM = Float.float16ToFloat(in.getShort());
    delayS = Float.float16ToFloat(in.getShort());
    aa = Float.float16ToFloat(in.getShort());
    ae = Float.float16ToFloat(in.getShort());
    an = Float.float16ToFloat(in.getShort());
    ad = Float.float16ToFloat(in.getShort());
    ee = Float.float16ToFloat(in.getShort());
    en = Float.float16ToFloat(in.getShort());
    nn = Float.float16ToFloat(in.getShort());
    ed = Float.float16ToFloat(in.getShort());
    nd = Float.float16ToFloat(in.getShort());
    dd = Float.float16ToFloat(in.getShort());
  }

  private static short half(double value) {
    return Float.floatToFloat16((float) value);
  }
}
