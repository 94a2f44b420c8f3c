package city.wayside.adapters.datex2;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.adapters.outbox.PrivacyTier;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.w3c.dom.Element;

/// What the schema does not check: that references lead somewhere, indexes mean the same in both
/// publications, and numbers are such as a road can have.
class DatexSemanticsTest {

  private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

  /// What basic data an index of each kind must carry.
  private static final Map<String, String> DATA_OF_TYPE =
      Map.of(
          "trafficSpeed", "roa:TrafficSpeed",
          "trafficFlow", "roa:TrafficFlow",
          "trafficConcentration", "roa:TrafficConcentration",
          "travelTimeInformation", "roa:TravelTimeData",
          "trafficStatusInformation", "roa:TrafficStatus");

  @Property(tries = 150, seed = "20261123")
  void measuredDataReferToSitesAndIndexesOfTheTable(
      @ForAll("cities") AnyTraffic city, @ForAll EmptySites emptySites) {
    Element table = Documents.parse(Documents.siteTable(city.roads()));
    Element data = measured(city, emptySites);
    Element tableElement = Documents.first(table, Documents.ROA, "measurementSiteTable");
    Element reference = Documents.first(data, Documents.ROA, "measurementSiteTableReference");
    assertThat(reference.getAttribute("id")).isEqualTo(tableElement.getAttribute("id"));
    assertThat(reference.getAttribute("version")).isEqualTo(tableElement.getAttribute("version"));

    Map<String, String> typeOfIndex = typeOfIndex(table);
    Set<String> seen = new HashSet<>();
    for (Element site : Documents.all(data, Documents.ROA, "siteMeasurements")) {
      Element siteReference = Documents.first(site, Documents.ROA, "measurementSiteReference");
      String key = siteReference.getAttribute("id") + " " + siteReference.getAttribute("version");
      assertThat(seen.add(key)).as("site %s stands there once", key).isTrue();
      for (Element quantity : Documents.all(site, Documents.ROA, "physicalQuantity")) {
        if (quantity.hasAttribute("index")) {
          String type = typeOfIndex.get(key + " " + quantity.getAttribute("index"));
          assertThat(type).as("index in the table").isNotNull();
          for (Element basicData : Documents.all(quantity, Documents.ROA, "basicData")) {
            assertThat(basicData.getAttributeNS(XSI, "type")).isEqualTo(DATA_OF_TYPE.get(type));
          }
        }
      }
    }
    if (emptySites == EmptySites.FAULT) {
      assertThat(seen).hasSize(city.roads().count());
    }
  }

  @Property(tries = 150, seed = "20261123")
  void everyNumberIsOneThatARoadCanHave(@ForAll("cities") AnyTraffic city) {
    Element data = measured(city, EmptySites.OMIT);
    between(Documents.all(data, Documents.COM, "speed"), 0, 400);
    between(Documents.all(data, Documents.COM, "vehicleFlowRate"), 0, 100_000);
    between(Documents.all(data, Documents.ROA, "densityOfVehicles"), 1, 10_000);
    between(Documents.all(data, Documents.ROA, "duration"), 0.1, 86_400);
    for (Element element : Documents.all(data, "*", "*")) {
      String quality = element.getAttribute("supplierCalculatedDataQuality");
      assertThat(quality.isEmpty() ? 0 : Double.parseDouble(quality)).isBetween(0.0, 100.0);
      assertThat(element.hasAttribute("standardDeviation")).isFalse();
    }
    for (Element time : Documents.all(data, Documents.ROA, "timeValue")) {
      assertThat(Instant.parse(time.getTextContent())).isBefore(Documents.PUBLISHED);
    }
  }

  @Property(tries = 100, seed = "20261123")
  void idsComeBackFromAParserAsTheCityWroteThem(@ForAll("cities") AnyTraffic city) {
    Element table = Documents.parse(Documents.siteTable(city.roads()));
    List<String> ids =
        Documents.all(table, Documents.ROA, "measurementSite").stream()
            .map(site -> site.getAttribute("id"))
            .toList();
    List<String> wanted =
        city.roads().segments().stream()
            .filter(MeasurementSite::isPublishable)
            .map(segment -> segment.id())
            .toList();
    assertThat(ids).isEqualTo(wanted);
  }

  @Provide
  Arbitrary<AnyTraffic> cities() {
    return AnyTraffic.arbitrary()
        .filter(city -> city.roads().segments().stream().allMatch(MeasurementSite::isPublishable));
  }

  private static Element measured(AnyTraffic city, EmptySites emptySites) {
    return Documents.parse(
        Documents.measured(
            city.roads(), Documents.config(PrivacyTier.OPERATOR, emptySites), city.records()));
  }

  private static Map<String, String> typeOfIndex(Element table) {
    Map<String, String> types = new HashMap<>();
    for (Element site : Documents.all(table, Documents.ROA, "measurementSite")) {
      String key = site.getAttribute("id") + " " + site.getAttribute("version");
      for (Element one : Documents.all(site, Documents.ROA, "measurementSpecificCharacteristics")) {
        if (one.hasAttribute("index")) {
          Element type = Documents.first(one, Documents.ROA, "specificMeasurementValueType");
          types.put(key + " " + one.getAttribute("index"), type.getTextContent());
        }
      }
    }
    return types;
  }

  private static void between(List<Element> numbers, double least, double most) {
    for (Element number : numbers) {
      assertThat(Double.parseDouble(number.getTextContent()))
          .as(number.getLocalName())
          .isBetween(least, most);
    }
  }
}
