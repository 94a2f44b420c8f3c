package city.wayside.adapters.datex2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.wayside.adapters.FakeRoads;
import city.wayside.adapters.outbox.PrivacyTier;
import city.wayside.road.network.Segment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;

class SiteTableTest {

  private static final DatexConfig CONFIG = Documents.config(PrivacyTier.OPEN, EmptySites.OMIT);

  @Test
  void aSiteTellsWhatIsMeasuredUnderWhichIndex() {
    Element site =
        Documents.first(
            Documents.parse(Documents.siteTable(FakeRoads.straight("a"))),
            Documents.ROA,
            "measurementSite");
    List<String> types =
        Documents.all(site, Documents.ROA, "specificMeasurementValueType").stream()
            .map(Element::getTextContent)
            .toList();
    assertThat(types)
        .containsExactly(
            "trafficSpeed",
            "trafficFlow",
            "trafficConcentration",
            "travelTimeInformation",
            "trafficStatusInformation");
    assertThat(Documents.all(site, Documents.ROA, "computationMethod"))
        .extracting(Element::getTextContent)
        .containsExactly("harmonicAverageOfSamplesInATimePeriod", "medianOfSamplesInATimePeriod");
    assertThat(Documents.all(site, Documents.ROA, "period"))
        .extracting(Element::getTextContent)
        .containsOnly("60");
    assertThat(Documents.all(site, Documents.ROA, "measurementSide"))
        .extracting(Element::getTextContent)
        .containsOnly("eastBound");
  }

  @Test
  void aSiteLiesWhereItsSegmentLies() {
    String table = text(Documents.siteTable(FakeRoads.straight("way/7#0+")));
    assertThat(table)
        .contains(
            "<loc:externalLocationCode>way/7#0+</loc:externalLocationCode>"
                + "<loc:externalReferencingSystem>WAYSIDE_SITES network 9f86d081<")
        .contains(
            "<loc:gmlLineString srsDimension=\"2\" srsName=\"EPSG:4326\"><loc:posList>"
                + "53.5500000 10.0000000 53.5500000 10.0015000</loc:posList>")
        .contains("<loc:directionOnLinearSection>eastBound</loc:directionOnLinearSection>")
        .contains("<loc:distanceAlong>100.0</loc:distanceAlong>");
  }

  @Test
  void prefixesAreThoseThatTargetClassesAreFixedTo() {
    String table = text(Documents.siteTable(FakeRoads.straight("a")));
    assertThat(table)
        .contains("xmlns:roa=\"http://datex2.eu/schema/3/roadTrafficData\"")
        .contains("xsi:type=\"roa:MeasurementSiteTablePublication\"");
  }

  @Test
  void aTableOutsideProductionSaysSo() {
    assertThat(text(Documents.siteTable(FakeRoads.straight("a"))))
        .contains("<com:informationStatus>test</com:informationStatus>");
  }

  @Test
  void segmentsThatXmlCannotCarryAreLeftOut() {
    FakeRoads roads = FakeRoads.straight("a", "b\u0001", " ", "c\uD800", "x".repeat(1025), "d\t");
    SiteTable table = new SiteTable(CONFIG, roads);
    assertThat(table.siteCount()).isEqualTo(1);
    assertThat(table.leftOutCount()).isEqualTo(5);
    assertThat(table.has(0)).isTrue();
    assertThat(table.has(1)).isFalse();
  }

  @Test
  void segmentsWithoutALineAreLeftOut() {
    Segment good = FakeRoads.segment(0, "a", "");
    FakeRoads roads =
        new FakeRoads(
            "v",
            List.of(
                good,
                with(good, 100, new double[] {53}, new double[] {10}),
                with(good, 100, new double[] {53, Double.NaN}, new double[] {10, 11}),
                with(good, 100, new double[] {53, 91}, new double[] {10, 11}),
                with(good, 0, good.latDeg(), good.lonDeg())));
    assertThat(new SiteTable(CONFIG, roads).siteCount()).isEqualTo(1);
  }

  @Test
  void aTableWithoutSitesIsRefused() {
    SiteTable table = new SiteTable(CONFIG, FakeRoads.straight("\u0001"));
    assertThatThrownBy(() -> table.publication(Documents.PUBLISHED))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("none of the network's 1 segments can be a measurement site");
  }

  @Test
  void theVersionIsTheSameEverywhereAndAnotherForAnotherNetworkOrEdition() {
    String version = SiteTableVersion.of(1, "9f86d081");
    assertThat(version).matches("1[0-9]{7}").isEqualTo(SiteTableVersion.of(1, "9f86d081"));
    assertThat(SiteTableVersion.of(1, "9f86d082")).isNotEqualTo(version);
    assertThat(Long.parseLong(SiteTableVersion.of(2, "anything")))
        .isGreaterThan(Long.parseLong(SiteTableVersion.of(1, "else")));
    assertThat(Long.parseLong(SiteTableVersion.of(100_000, "9f86d081"))).isPositive();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, northBound",
    "1, 1.7, northEastBound",
    "0, 1, eastBound",
    "-1, 1.7, southEastBound",
    "-1, 0, southBound",
    "-1, -1.7, southWestBound",
    "0, -1, westBound",
    "1, -1.7, northWestBound",
    "0, 0, unknown"
  })
  void directionsAreThoseOfTheCompass(double north, double east, String word) {
    Segment from = FakeRoads.segment(0, "a", "");
    double[] latDeg = {53.5, 53.5 + north * 0.001};
    double[] lonDeg = {10, 10 + east * 0.001};
    assertThat(Compass.direction(with(from, 100, latDeg, lonDeg))).isEqualTo(word);
  }

  @Test
  void namesAreCutAtTheSchemasLimitButNeverWithinACharacter() {
    assertThat(Words.cut("x".repeat(1023) + "🚗")).isEqualTo("x".repeat(1023));
    assertThat(Words.cut("x".repeat(1022) + "🚗y")).isEqualTo("x".repeat(1022) + "🚗");
  }

  private static Segment with(Segment from, double lengthM, double[] latDeg, double[] lonDeg) {
    return new Segment(
        from.index(),
        from.id(),
        from.name(),
        from.roadClass(),
        lengthM,
        from.speedLimitMps(),
        from.lanes(),
        latDeg,
        lonDeg);
  }

  private static String text(byte[] document) {
    return new String(document, StandardCharsets.UTF_8);
  }
}
