package city.wayside.adapters.datex2;

import city.wayside.adapters.FakeRoads;
import city.wayside.adapters.Records;
import city.wayside.adapters.outbox.Disclosed;
import city.wayside.adapters.outbox.PrivacyRule;
import city.wayside.adapters.outbox.PrivacyTier;
import city.wayside.adapters.outbox.Segments;
import city.wayside.model.traffic.SegmentTraffic;
import city.wayside.model.traffic.WindowLength;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// Makes publications for tests, and takes them apart again.
final class Documents {

  static final Instant PUBLISHED = Instant.ofEpochMilli(Records.START_MS + 70_000);
  static final String ROA = "http://datex2.eu/schema/3/roadTrafficData";
  static final String COM = "http://datex2.eu/schema/3/common";
  static final String LOC = "http://datex2.eu/schema/3/locationReferencing";

  private Documents() {}

  /// Settings with a tier and a word for sites without a value.
  static DatexConfig config(PrivacyTier tier, EmptySites emptySites) {
    DatexConfig from = DatexConfig.defaults();
    return new DatexConfig(
        from.enabled(),
        from.windowS(),
        tier,
        from.informationStatus(),
        "de",
        from.nationalIdentifier(),
        from.siteTableId(),
        from.networkEdition(),
        emptySites,
        from.documentMbMax());
  }

  /// The site table of a network.
  static byte[] siteTable(Segments roads) {
    return new SiteTable(config(PrivacyTier.OPEN, EmptySites.OMIT), roads).publication(PUBLISHED);
  }

  /// The measured data of a network, as the operator sees them.
  static byte[] measured(Segments roads, SegmentTraffic... records) {
    return measured(roads, config(PrivacyTier.OPERATOR, EmptySites.OMIT), List.of(records));
  }

  /// The measured data of a network.
  static byte[] measured(Segments roads, DatexConfig config, List<SegmentTraffic> records) {
    Disclosed window =
        new PrivacyRule(config.tier()).disclose(WindowLength.ONE_MINUTE, Records.START_MS, records);
    return new MeasuredData(config, new SiteTable(config, roads))
        .publication(window, PUBLISHED)
        .document();
  }

  /// The measured data of one segment named `a`, as text.
  static String measuredText(SegmentTraffic record) {
    return new String(measured(FakeRoads.straight("a"), record), StandardCharsets.UTF_8);
  }

  static Element parse(byte[] document) {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      Document parsed = factory.newDocumentBuilder().parse(new ByteArrayInputStream(document));
      return parsed.getDocumentElement();
    } catch (ParserConfigurationException | SAXException | IOException broken) {
      throw new IllegalArgumentException("not well-formed", broken);
    }
  }

  /// All elements of a name below another.
  static List<Element> all(Element from, String namespace, String name) {
    NodeList nodes = from.getElementsByTagNameNS(namespace, name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  /// The first element of a name below another.
  static Element first(Element from, String namespace, String name) {
    return all(from, namespace, name).getFirst();
  }
}
