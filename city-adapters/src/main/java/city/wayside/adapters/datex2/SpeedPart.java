package city.wayside.adapters.datex2;

import city.wayside.adapters.outbox.XmlName;
import city.wayside.adapters.outbox.XmlWriter;
import city.wayside.model.traffic.SegmentTraffic;
import org.jspecify.annotations.Nullable;

/// Space-mean speed of the vehicles that reported. It needs no scaling: it is that of all traffic
/// as far as the probes drive like the rest.
///
/// @param speedKmh kilometres per hour, zero or more
/// @param quality vehicles and confidence
record SpeedPart(double speedKmh, ValueQuality quality) implements QuantityPart {

  private static final XmlName BASIC_DATA =
      XmlName.of("roa:basicData", "xsi:type", "roa:TrafficSpeed");
  private static final XmlName AVERAGE =
      XmlName.of("roa:averageVehicleSpeed", "computationalMethod", Quantity.SPEED.method());
  private static final XmlName SPEED = XmlName.of("com:speed");

  /// The speed of a record, if it has one.
  static @Nullable SpeedPart of(SegmentTraffic traffic) {
    double speedKmh = Limits.speedKmh(traffic.edie().speedMps());
    return Double.isNaN(speedKmh)
        ? null
        : new SpeedPart(speedKmh, ValueQuality.of(traffic.vehicles(), traffic.confidence()));
  }

  @Override
  public Quantity quantity() {
    return Quantity.SPEED;
  }

  @Override
  public void write(XmlWriter xml) {
    xml.start(BASIC_DATA).start(AVERAGE);
    quality.write(xml);
    xml.element(SPEED, speedKmh, Limits.DECIMALS).end().end();
  }
}
