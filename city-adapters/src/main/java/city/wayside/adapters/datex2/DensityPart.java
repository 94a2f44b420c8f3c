package city.wayside.adapters.datex2;

import city.wayside.adapters.outbox.XmlName;
import city.wayside.adapters.outbox.XmlWriter;
import city.wayside.model.traffic.FlowEstimate;
import city.wayside.model.traffic.SegmentTraffic;
import org.jspecify.annotations.Nullable;

/// Density of all traffic: that of the vehicles that reported, over their share of all. Present
/// only where the flow is, so that flow = density x speed holds among what is published.
///
/// @param densityVpkm vehicles per kilometre, one or more
/// @param quality vehicles, confidence and standard error
record DensityPart(long densityVpkm, ValueQuality quality) implements QuantityPart {

  private static final XmlName BASIC_DATA =
      XmlName.of("roa:basicData", "xsi:type", "roa:TrafficConcentration");
  private static final XmlName DENSITY = XmlName.of("roa:density");
  private static final XmlName VEHICLES = XmlName.of("roa:densityOfVehicles");

  /// The density of a record, if the penetration is known. DATEX II has whole numbers only; one
  /// that would be 0 is left out, for it would say that the road was empty.
  static @Nullable DensityPart of(SegmentTraffic traffic) {
    FlowEstimate flow = traffic.flow();
    if (flow == null || !(flow.penetration() > 0 && flow.penetration() <= 1)) {
      return null;
    }
    double densityVpkm = traffic.edie().densityVpkm() / flow.penetration();
    if (!(densityVpkm <= Limits.DENSITY_VPKM_MAX && Math.round(densityVpkm) >= 1)) {
      return null;
    }
    return new DensityPart(
        Math.round(densityVpkm),
        ValueQuality.of(traffic.vehicles(), traffic.confidence())
            .withAccuracy(flow.stdErrVph(), flow.flowVph()));
  }

  @Override
  public Quantity quantity() {
    return Quantity.DENSITY;
  }

  @Override
  public void write(XmlWriter xml) {
    xml.start(BASIC_DATA).start(DENSITY);
    quality.write(xml);
    xml.element(VEHICLES, densityVpkm).end().end();
  }
}
