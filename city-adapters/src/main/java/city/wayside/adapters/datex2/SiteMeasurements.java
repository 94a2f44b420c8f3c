package city.wayside.adapters.datex2;

import city.wayside.adapters.outbox.Disclosed;
import city.wayside.adapters.outbox.XmlAttribute;
import city.wayside.adapters.outbox.XmlName;
import city.wayside.adapters.outbox.XmlWriter;
import city.wayside.model.traffic.SegmentTraffic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes the `roa:siteMeasurements` of one window. Made once per document, because the time is the
/// same in all of them.
final class SiteMeasurements {

  private static final XmlName MEASUREMENTS = XmlName.of("roa:siteMeasurements");
  private static final XmlName REFERENCE =
      XmlName.of("roa:measurementSiteReference", "targetClass", "roa:MeasurementSite");
  private static final XmlAttribute ID = XmlAttribute.of("id");
  private static final XmlAttribute VERSION = XmlAttribute.of("version");
  private static final XmlName SINGLE =
      XmlName.of("roa:physicalQuantity", "xsi:type", "roa:SinglePhysicalQuantity");
  private static final XmlName FAULT = XmlName.of("roa:physicalQuantityFault");
  private static final XmlName FAULT_TIME = XmlName.of("com:faultLastUpdateTime");
  private static final XmlName FAULT_TYPE = XmlName.of("roa:physicalQuantityFaultType");
  private static final XmlName TIME_DEFAULT = XmlName.of("roa:measurementTimeDefault");
  private static final XmlName TIME_MEANING = XmlName.of("roa:timeMeaning");
  private static final XmlName TIME_VALUE = XmlName.of("roa:timeValue");
  private static final XmlName PERIOD = XmlName.of("roa:period");
  private static final XmlName PERIOD_START = XmlName.of("com:startOfPeriod");
  private static final XmlName PERIOD_END = XmlName.of("com:endOfPeriod");
  private static final int TIME_BYTES_MAX = 1024;

  private final String siteVersion;
  private final String end;
  private final byte[] time;

  SiteMeasurements(String siteVersion, Disclosed window) {
    this.siteVersion = siteVersion;
    this.end = Instant.ofEpochMilli(window.endMs()).toString();
    this.time = time(Instant.ofEpochMilli(window.startMs()).toString(), end);
  }

  /// What may be said of a record in DATEX II; empty when there is nothing.
  ///
  /// @param lengthM length of the segment
  static List<QuantityPart> parts(SegmentTraffic traffic, double lengthM) {
    List<QuantityPart> parts = new ArrayList<>(Quantity.values().length);
    add(parts, SpeedPart.of(traffic));
    add(parts, FlowPart.of(traffic));
    add(parts, DensityPart.of(traffic));
    add(parts, TravelTimePart.of(traffic, lengthM));
    add(parts, StatusPart.of(traffic));
    return parts;
  }

  /// A site with its values.
  void write(XmlWriter xml, String siteId, List<QuantityPart> parts) {
    begin(xml, siteId);
    for (QuantityPart part : parts) {
      xml.start(part.quantity().physicalQuantity()).start(SINGLE);
      part.write(xml);
      xml.end().end();
    }
    xml.fragment(time).end();
  }

  /// A site that has no value: not zero, not minus one, but the fault that says so.
  void writeEmpty(XmlWriter xml, String siteId) {
    begin(xml, siteId);
    xml.start(Quantity.SPEED.physicalQuantity())
        .start(SINGLE)
        .start(FAULT)
        .element(FAULT_TIME, end)
        .element(FAULT_TYPE, "noDataValuesAvailable")
        .end()
        .end()
        .end()
        .fragment(time)
        .end();
  }

  private void begin(XmlWriter xml, String siteId) {
    xml.start(MEASUREMENTS)
        .start(REFERENCE)
        .attribute(ID, siteId)
        .attribute(VERSION, siteVersion)
        .end();
  }

  private static void add(List<QuantityPart> parts, @Nullable QuantityPart part) {
    if (part != null) {
      parts.add(part);
    }
  }

  private static byte[] time(String start, String end) {
    return new XmlWriter(TIME_BYTES_MAX)
        .start(TIME_DEFAULT)
        .element(TIME_MEANING, "endTime")
        .element(TIME_VALUE, end)
        .start(PERIOD)
        .element(PERIOD_START, start)
        .element(PERIOD_END, end)
        .end()
        .end()
        .bytes();
  }
}
