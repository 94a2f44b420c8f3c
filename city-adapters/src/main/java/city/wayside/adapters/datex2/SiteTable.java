package city.wayside.adapters.datex2;

import city.wayside.adapters.outbox.Segments;
import city.wayside.adapters.outbox.XmlAttribute;
import city.wayside.adapters.outbox.XmlName;
import city.wayside.adapters.outbox.XmlWriter;
import city.wayside.road.network.Segment;
import java.time.Instant;
import java.util.BitSet;

/// The measurement sites of a network, and the `roa:MeasurementSiteTablePublication` that tells of
/// them. Immutable; any thread.
final class SiteTable {

  /// What other publications refer to the table by.
  ///
  /// @param id the table's id, as configured
  /// @param version the version of the table and of every site in it
  record Identity(String id, String version) {}

  private static final XmlName PAYLOAD = Envelope.payload("roa:MeasurementSiteTablePublication");
  private static final XmlName TABLE = XmlName.of("roa:measurementSiteTable");
  private static final XmlAttribute ID = XmlAttribute.of("id");
  private static final XmlAttribute VERSION = XmlAttribute.of("version");
  private static final XmlName IDENTIFICATION =
      XmlName.of("roa:measurementSiteTableIdentification");

  private final DatexConfig config;
  private final Segments segments;
  private final Identity identity;
  private final BitSet sites;

  /// The table of a network.
  SiteTable(DatexConfig config, Segments segments) {
    this.config = config;
    this.segments = segments;
    this.identity =
        new Identity(
            config.siteTableId(), SiteTableVersion.of(config.networkEdition(), segments.version()));
    this.sites = new BitSet(segments.count());
    for (int i = 0; i < segments.count(); i++) {
      sites.set(i, MeasurementSite.isPublishable(segments.segment(i)));
    }
  }

  /// The table's id and version.
  Identity identity() {
    return identity;
  }

  /// How many segments are sites.
  int siteCount() {
    return sites.cardinality();
  }

  /// How many segments cannot be sites, such as one whose id XML cannot carry.
  int leftOutCount() {
    return segments.count() - siteCount();
  }

  /// The version of the network whose segments are the sites.
  String networkVersion() {
    return segments.version();
  }

  /// True when the segment with an index is a site.
  boolean has(int index) {
    return sites.get(index);
  }

  /// The first site's index from an index on; -1 when there is none.
  int nextSite(int index) {
    return sites.nextSetBit(index);
  }

  /// The segment of a site.
  Segment site(int index) {
    return segments.segment(index);
  }

  /// Length of the segment of a site.
  double lengthM(int index) {
    return segments.lengthM(index);
  }

  /// The publication.
  ///
  /// @throws IllegalStateException when the table would be empty, which the schema does not allow,
  ///   or longer than is configured
  byte[] publication(Instant publicationTime) {
    if (sites.isEmpty()) {
      throw new IllegalStateException(
          "none of the network's " + segments.count() + " segments can be a measurement site");
    }
    XmlWriter xml = new XmlWriter(config.documentMbMax() << 20);
    Envelope envelope = new Envelope(config);
    envelope.begin(
        xml,
        PAYLOAD,
        "Directed road segments on which connected vehicles are measured",
        publicationTime);
    envelope.header(xml);
    xml.start(TABLE).attribute(ID, identity.id()).attribute(VERSION, identity.version());
    xml.element(IDENTIFICATION, Words.cut("Road network " + segments.version()));
    for (int i = nextSite(0); i >= 0; i = nextSite(i + 1)) {
      MeasurementSite.write(xml, site(i), identity, segments.version(), config.windowS());
    }
    return xml.end().end().bytes();
  }
}
