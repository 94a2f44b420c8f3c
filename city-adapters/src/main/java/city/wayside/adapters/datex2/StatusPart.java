package city.wayside.adapters.datex2;

import city.wayside.adapters.outbox.XmlName;
import city.wayside.adapters.outbox.XmlWriter;
import city.wayside.model.traffic.LevelOfService;
import city.wayside.model.traffic.SegmentTraffic;
import org.jspecify.annotations.Nullable;

/// Level of service.
///
/// @param level anything but unknown
/// @param quality vehicles and confidence
record StatusPart(LevelOfService level, ValueQuality quality) implements QuantityPart {

  private static final XmlName BASIC_DATA =
      XmlName.of("roa:basicData", "xsi:type", "roa:TrafficStatus");
  private static final XmlName STATUS = XmlName.of("roa:trafficStatus");
  private static final XmlName VALUE = XmlName.of("roa:trafficStatusValue");

  /// The level of service of a record, if it is known.
  static @Nullable StatusPart of(SegmentTraffic traffic) {
    return switch (traffic.levelOfService()) {
      case UNKNOWN -> null;
      case FREE_FLOW, HEAVY, SLOW, QUEUING, STATIONARY ->
          new StatusPart(
              traffic.levelOfService(), ValueQuality.of(traffic.vehicles(), traffic.confidence()));
    };
  }

  @Override
  public Quantity quantity() {
    return Quantity.STATUS;
  }

  @Override
  public void write(XmlWriter xml) {
    xml.start(BASIC_DATA).start(STATUS);
    quality.write(xml);
    xml.element(VALUE, level.word()).end().end();
  }
}
