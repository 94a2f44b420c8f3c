package city.wayside.road.source;

import city.wayside.road.network.RoadNetwork;
import java.io.InputStream;
import java.util.Arrays;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads OpenStreetMap XML (wiki.openstreetmap.org, OSM XML): nodes, ways that are roads, and
/// relations that are turn restrictions. Document types and external entities are switched off.
final class OsmXmlSource {

  private final String fileName;
  private final OsmRoads roads;
  private final WayTags tags = new WayTags();
  private final OsmRelation relation = new OsmRelation();
  private final MapDate mapDate = new MapDate();
  private long wayId;
  private boolean isInWay;
  private boolean isInRelation;
  private long[] wayNodes = new long[64];
  private int wayNodeCount;

  private OsmXmlSource(String fileName) {
    this.fileName = fileName;
    roads = new OsmRoads(fileName);
  }

  static RoadNetwork read(String fileName, InputStream content) throws NetworkException {
    OsmXmlSource source = new OsmXmlSource(fileName);
    source.readDocument(content);
    source.roads.setMapDate(source.mapDate.get());
    return source.roads.build();
  }

  private void readDocument(InputStream content) throws NetworkException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(content);
      readElements(xml);
      xml.close();
    } catch (XMLStreamException malformed) {
      int line = malformed.getLocation() == null ? 0 : malformed.getLocation().getLineNumber();
      throw new NetworkException(
          fileName + ": line " + line + ": no OpenStreetMap XML: " + shortened(malformed),
          malformed);
    }
  }

  private static String shortened(XMLStreamException malformed) {
    String message = String.valueOf(malformed.getMessage());
    int text = message.indexOf("Message: ");
    return text < 0 ? message : message.substring(text + "Message: ".length());
  }

  private void readElements(XMLStreamReader xml) throws XMLStreamException, NetworkException {
    boolean isFirst = true;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT) {
        continue;
      }
      String element = xml.getLocalName();
      if (isFirst && !element.equals("osm")) {
        throw new NetworkException(fileName + ": root element <" + element + ">: allowed is <osm>");
      }
      isFirst = false;
      try {
        if (event == XMLStreamConstants.START_ELEMENT) {
          begin(xml, element);
        } else {
          end(element);
        }
      } catch (IllegalArgumentException refused) {
        throw new NetworkException(
            fileName + ": line " + xml.getLocation().getLineNumber() + ": " + refused.getMessage(),
            refused);
      }
    }
  }

  private void end(String element) {
    if (element.equals("way")) {
      roads.addWay(wayId, wayNodes, wayNodeCount, tags);
      isInWay = false;
    } else if (element.equals("relation")) {
      roads.addRelation(relation);
      isInRelation = false;
    }
  }

  private void begin(XMLStreamReader xml, String element) {
    switch (element) {
      case "osm" -> mapDate.tell(xml.getAttributeValue(null, "timestamp"));
      case "meta" -> mapDate.tell(xml.getAttributeValue(null, "osm_base"));
      case "node" -> {
        mapDate.element(xml.getAttributeValue(null, "timestamp"));
        roads.addNode(whole(xml, "node", "id"), number(xml, "lat"), number(xml, "lon"));
      }
      case "way" -> {
        mapDate.element(xml.getAttributeValue(null, "timestamp"));
        wayId = whole(xml, "way", "id");
        wayNodeCount = 0;
        tags.clear();
        isInWay = true;
      }
      case "nd" -> {
        if (isInWay) {
          addWayNode(whole(xml, "nd", "ref"));
        }
      }
      case "relation" -> {
        relation.begin(whole(xml, "relation", "id"));
        isInRelation = true;
      }
      case "member" -> {
        if (isInRelation) {
          addMember(xml);
        }
      }
      case "tag" -> {
        if (isInWay) {
          tags.set(text(xml, "tag", "k"), text(xml, "tag", "v"));
        } else if (isInRelation) {
          relation.setTag(text(xml, "tag", "k"), text(xml, "tag", "v"));
        }
      }
      default -> {}
    }
  }

  private void addMember(XMLStreamReader xml) {
    OsmRelation.MemberKind kind =
        switch (text(xml, "member", "type")) {
          case "node" -> OsmRelation.MemberKind.NODE;
          case "way" -> OsmRelation.MemberKind.WAY;
          default -> OsmRelation.MemberKind.OTHER;
        };
    String role = xml.getAttributeValue(null, "role");
    relation.addMember(kind, whole(xml, "member", "ref"), role == null ? "" : role);
  }

  private void addWayNode(long node) {
    if (wayNodeCount == OsmRoads.WAY_NODES_MAX) {
      throw new IllegalArgumentException(
          "way " + wayId + " with more nodes than allowed: at most " + OsmRoads.WAY_NODES_MAX);
    }
    if (wayNodeCount == wayNodes.length) {
      wayNodes = Arrays.copyOf(wayNodes, wayNodeCount * 2);
    }
    wayNodes[wayNodeCount++] = node;
  }

  private static String text(XMLStreamReader xml, String element, String attribute) {
    String value = xml.getAttributeValue(null, attribute);
    if (value == null) {
      throw new IllegalArgumentException(
          "<" + element + "> without " + attribute + ": allowed is one that has it");
    }
    return value;
  }

  private static long whole(XMLStreamReader xml, String element, String attribute) {
    String value = text(xml, element, attribute);
    try {
      return Long.parseLong(value);
    } catch (NumberFormatException noNumber) {
      throw new IllegalArgumentException(
          attribute + " \"" + value + "\": allowed is a whole number", noNumber);
    }
  }

  private static double number(XMLStreamReader xml, String attribute) {
    String value = text(xml, "node", attribute);
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException noNumber) {
      throw new IllegalArgumentException(
          attribute + " \"" + value + "\": allowed is a number", noNumber);
    }
  }
}
