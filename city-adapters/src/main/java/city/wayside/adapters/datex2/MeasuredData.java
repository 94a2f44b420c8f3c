package city.wayside.adapters.datex2;

import city.wayside.adapters.outbox.Disclosed;
import city.wayside.adapters.outbox.XmlAttribute;
import city.wayside.adapters.outbox.XmlName;
import city.wayside.adapters.outbox.XmlWriter;
import city.wayside.model.traffic.SegmentTraffic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The `roa:MeasuredDataPublication` of one window. Pure: the same window and time give the same
/// bytes.
final class MeasuredData {

  /// A publication.
  ///
  /// @param document the bytes
  /// @param mapped how many records have values in it
  record Publication(byte[] document, int mapped) {}

  private static final XmlName PAYLOAD = Envelope.payload("roa:MeasuredDataPublication");
  private static final XmlName TABLE_REFERENCE =
      XmlName.of("roa:measurementSiteTableReference", "targetClass", "roa:MeasurementSiteTable");
  private static final XmlAttribute ID = XmlAttribute.of("id");
  private static final XmlAttribute VERSION = XmlAttribute.of("version");

  /// By site; of two records of one site the newest revision first.
  private static final Comparator<SegmentTraffic> SITE_ORDER =
      Comparator.comparingInt((SegmentTraffic record) -> record.window().segmentIndex())
          .thenComparing(SegmentTraffic::revision, Comparator.reverseOrder());

  private final DatexConfig config;
  private final SiteTable table;

  /// Publications that refer to a table.
  MeasuredData(DatexConfig config, SiteTable table) {
    this.config = config;
    this.table = table;
  }

  /// The publication of a window.
  ///
  /// @throws IllegalStateException when all records are of another version of the network, or when
  ///   it would be longer than is configured
  Publication publication(Disclosed window, Instant publicationTime) {
    XmlWriter xml = new XmlWriter(config.documentMbMax() << 20);
    Envelope envelope = new Envelope(config);
    envelope.begin(xml, PAYLOAD, description(), publicationTime);
    xml.start(TABLE_REFERENCE)
        .attribute(ID, table.identity().id())
        .attribute(VERSION, table.identity().version())
        .end();
    envelope.header(xml);
    List<SegmentTraffic> records = ofTheTable(window);
    int mapped = sites(xml, new SiteMeasurements(table.identity().version(), window), records);
    return new Publication(xml.end().bytes(), mapped);
  }

  /// The records about sites of the table, in its order. While the network is being replaced some
  /// are about the one before, and are left out.
  private List<SegmentTraffic> ofTheTable(Disclosed window) {
    List<SegmentTraffic> records = new ArrayList<>(window.records());
    records.removeIf(record -> !record.window().networkVersion().equals(table.networkVersion()));
    if (records.isEmpty() && !window.records().isEmpty()) {
      throw new IllegalStateException(
          "all records are of road network "
              + window.records().getFirst().window().networkVersion()
              + ", the measurement sites are of "
              + table.networkVersion());
    }
    records.removeIf(record -> !table.has(record.window().segmentIndex()));
    records.sort(SITE_ORDER);
    return records;
  }

  private String description() {
    int vehiclesMin = config.tier().vehiclesMin();
    return vehiclesMin == 1
        ? "Traffic measured by connected vehicles, by directed road segment"
        : "Traffic measured by connected vehicles, by directed road segment; withheld where fewer"
            + " than "
            + vehiclesMin
            + " distinct vehicles reported";
  }

  private int sites(XmlWriter xml, SiteMeasurements sites, List<SegmentTraffic> records) {
    int mapped = 0;
    int nextEmpty = 0;
    int last = -1;
    for (SegmentTraffic record : records) {
      int index = record.window().segmentIndex();
      List<QuantityPart> parts =
          index == last ? List.of() : SiteMeasurements.parts(record, table.lengthM(index));
      if (!parts.isEmpty()) {
        empty(xml, sites, nextEmpty, index);
        sites.write(xml, record.window().segmentId(), parts);
        nextEmpty = index + 1;
        mapped++;
      }
      last = index;
    }
    empty(xml, sites, nextEmpty, Integer.MAX_VALUE);
    int first = table.nextSite(0);
    if (mapped == 0 && config.emptySites() == EmptySites.OMIT && first >= 0) {
      // The schema wants at least one site. It is always the same one, so it tells nothing.
      sites.writeEmpty(xml, table.site(first).id());
    }
    return mapped;
  }

  /// The sites without a value from one index to another, if the configuration wants them told.
  private void empty(XmlWriter xml, SiteMeasurements sites, int from, int to) {
    if (config.emptySites() == EmptySites.OMIT) {
      return;
    }
    for (int i = table.nextSite(from); i >= 0 && i < to; i = table.nextSite(i + 1)) {
      sites.writeEmpty(xml, table.site(i).id());
    }
  }
}
