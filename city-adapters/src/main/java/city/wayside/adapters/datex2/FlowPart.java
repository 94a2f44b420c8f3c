package city.wayside.adapters.datex2;

import city.wayside.adapters.outbox.XmlName;
import city.wayside.adapters.outbox.XmlWriter;
import city.wayside.model.traffic.FlowEstimate;
import city.wayside.model.traffic.SegmentTraffic;
import org.jspecify.annotations.Nullable;

/// Flow of all traffic. Only where it was estimated from a known penetration: the flow of the
/// vehicles that report is a sample, and must not stand where readers expect a count.
///
/// @param flowVph vehicles per hour
/// @param quality vehicles, confidence and standard error
record FlowPart(long flowVph, ValueQuality quality) implements QuantityPart {

  private static final XmlName BASIC_DATA =
      XmlName.of("roa:basicData", "xsi:type", "roa:TrafficFlow");
  private static final XmlName FLOW = XmlName.of("roa:vehicleFlow");
  private static final XmlName RATE = XmlName.of("com:vehicleFlowRate");

  /// The flow of a record, if it was estimated.
  static @Nullable FlowPart of(SegmentTraffic traffic) {
    FlowEstimate flow = traffic.flow();
    if (flow == null || !(flow.flowVph() >= 0 && flow.flowVph() <= Limits.FLOW_VPH_MAX)) {
      return null;
    }
    return new FlowPart(
        Math.round(flow.flowVph()),
        ValueQuality.of(traffic.vehicles(), traffic.confidence())
            .withAccuracy(flow.stdErrVph(), flow.flowVph()));
  }

  @Override
  public Quantity quantity() {
    return Quantity.FLOW;
  }

  @Override
  public void write(XmlWriter xml) {
    xml.start(BASIC_DATA).start(FLOW);
    quality.write(xml);
    xml.element(RATE, flowVph).end().end();
  }
}
