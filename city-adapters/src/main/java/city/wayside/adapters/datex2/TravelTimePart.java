package city.wayside.adapters.datex2;

import city.wayside.adapters.outbox.XmlName;
import city.wayside.adapters.outbox.XmlWriter;
import city.wayside.model.traffic.SegmentTraffic;
import city.wayside.model.traffic.TravelTimePercentiles;
import org.jspecify.annotations.Nullable;

/// Median travel time of the traversals that ended in the window. It is `reconstituted`: measured
/// on vehicles that have arrived, not computed from the speeds of now.
///
/// @param durationS seconds, above zero
/// @param freeFlowS travel time at the free-flow speed; `NaN` when unknown
/// @param freeFlowKmh free-flow speed, kilometres per hour; `NaN` when unknown
/// @param quality traversals and confidence
record TravelTimePart(double durationS, double freeFlowS, double freeFlowKmh, ValueQuality quality)
    implements QuantityPart {

  private static final XmlName BASIC_DATA =
      XmlName.of("roa:basicData", "xsi:type", "roa:TravelTimeData");
  private static final XmlName TYPE = XmlName.of("roa:travelTimeType");
  private static final XmlName TRAVEL_TIME =
      XmlName.of("roa:travelTime", "computationalMethod", Quantity.TRAVEL_TIME.method());
  private static final XmlName DURATION = XmlName.of("roa:duration");
  private static final XmlName FREE_FLOW_TIME = XmlName.of("roa:freeFlowTravelTime");
  private static final XmlName FREE_FLOW_SPEED = XmlName.of("roa:freeFlowSpeed");
  private static final XmlName SPEED = XmlName.of("com:speed");

  /// The travel time of a record, if there was a traversal.
  ///
  /// @param lengthM length of the segment
  static @Nullable TravelTimePart of(SegmentTraffic traffic, double lengthM) {
    TravelTimePercentiles times = traffic.travelTime();
    if (times == null || Double.isNaN(Limits.durationS(times.p50S()))) {
      return null;
    }
    double freeFlowKmh = Limits.speedKmh(traffic.freeFlowSpeedMps());
    return new TravelTimePart(
        times.p50S(),
        Limits.durationS(lengthM / traffic.freeFlowSpeedMps()),
        freeFlowKmh > 0 ? freeFlowKmh : Double.NaN,
        ValueQuality.of(times.traversalCount(), traffic.confidence()));
  }

  @Override
  public Quantity quantity() {
    return Quantity.TRAVEL_TIME;
  }

  @Override
  public void write(XmlWriter xml) {
    xml.start(BASIC_DATA).element(TYPE, "reconstituted").start(TRAVEL_TIME);
    quality.write(xml);
    xml.element(DURATION, durationS, Limits.DECIMALS).end();
    if (!Double.isNaN(freeFlowS)) {
      xml.start(FREE_FLOW_TIME).element(DURATION, freeFlowS, Limits.DECIMALS).end();
    }
    if (!Double.isNaN(freeFlowKmh)) {
      xml.start(FREE_FLOW_SPEED).element(SPEED, freeFlowKmh, Limits.DECIMALS).end();
    }
    xml.end();
  }
}
