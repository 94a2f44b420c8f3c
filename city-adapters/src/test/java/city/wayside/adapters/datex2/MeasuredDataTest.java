package city.wayside.adapters.datex2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.wayside.adapters.FakeRoads;
import city.wayside.adapters.Records;
import city.wayside.adapters.outbox.PrivacyTier;
import city.wayside.model.traffic.EdieFigures;
import city.wayside.model.traffic.FlowEstimate;
import city.wayside.model.traffic.LevelOfService;
import city.wayside.model.traffic.SegmentTraffic;
import city.wayside.model.traffic.TravelTimePercentiles;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class MeasuredDataTest {

  private static final EdieFigures NOBODY = new EdieFigures(0, 0, 0, Double.NaN, 0, 0);

  @Test
  void everyQuantityIsWrittenInTheStandardsUnits() {
    assertThat(Documents.measuredText(Records.full(0, "a", 12)))
        .contains(
            "<roa:physicalQuantity index=\"1\">"
                + "<roa:physicalQuantity xsi:type=\"roa:SinglePhysicalQuantity\">"
                + "<roa:basicData xsi:type=\"roa:TrafficSpeed\"><roa:averageVehicleSpeed"
                + " computationalMethod=\"harmonicAverageOfSamplesInATimePeriod\""
                + " numberOfInputValuesUsed=\"12\" supplierCalculatedDataQuality=\"83\">"
                + "<com:speed>36.0</com:speed></roa:averageVehicleSpeed></roa:basicData>")
        .contains(
            "<roa:vehicleFlow accuracy=\"10\" numberOfInputValuesUsed=\"12\""
                + " supplierCalculatedDataQuality=\"83\">"
                + "<com:vehicleFlowRate>720</com:vehicleFlowRate></roa:vehicleFlow>")
        .contains("<roa:densityOfVehicles>20</roa:densityOfVehicles>")
        .contains(
            "<roa:travelTimeType>reconstituted</roa:travelTimeType><roa:travelTime"
                + " computationalMethod=\"medianOfSamplesInATimePeriod\""
                + " numberOfInputValuesUsed=\"12\" supplierCalculatedDataQuality=\"83\">"
                + "<roa:duration>10.2</roa:duration></roa:travelTime>"
                + "<roa:freeFlowTravelTime><roa:duration>8.0</roa:duration>"
                + "</roa:freeFlowTravelTime><roa:freeFlowSpeed><com:speed>45.0</com:speed>")
        .contains("<roa:trafficStatusValue>heavy</roa:trafficStatusValue>");
  }

  @Test
  void theTimeIsThatOfTheWindow() {
    assertThat(Documents.measuredText(Records.full(0, "a", 12)))
        .contains("<com:publicationTime>2026-11-23T08:01:10Z</com:publicationTime>")
        .contains(
            "<roa:measurementTimeDefault><roa:timeMeaning>endTime</roa:timeMeaning>"
                + "<roa:timeValue>2026-11-23T08:01:00Z</roa:timeValue><roa:period>"
                + "<com:startOfPeriod>2026-11-23T08:00:00Z</com:startOfPeriod>"
                + "<com:endOfPeriod>2026-11-23T08:01:00Z</com:endOfPeriod></roa:period>");
  }

  @Test
  void theFlowOfTheVehiclesThatReportIsNeverGivenForThatOfAll() {
    assertThat(Documents.measuredText(Records.bare(0, "a", 12)))
        .contains("<com:speed>36.0</com:speed>")
        .doesNotContain("vehicleFlow")
        .doesNotContain("density");
  }

  @Test
  void aDensityThatWouldRoundToAnEmptyRoadIsLeftOut() {
    assertThat(Documents.measuredText(withEdie(new EdieFigures(1, 1, 0, 10, 0.24, 8))))
        .contains("vehicleFlowRate")
        .doesNotContain("density");
    assertThat(Documents.measuredText(withEdie(new EdieFigures(1, 1, 0, 10, 0.25, 9))))
        .contains("<roa:densityOfVehicles>1</roa:densityOfVehicles>");
  }

  @Test
  void valuesThatNoRoadCanHaveAreLeftOut() {
    SegmentTraffic impossible =
        Records.record(
            0,
            "a",
            12,
            new EdieFigures(1, 1, 0, 1e300, 1e300, 1),
            new FlowEstimate(1e300, 0.5, Double.NaN),
            new TravelTimePercentiles(12, 1e9, 1e9, 1e9),
            LevelOfService.SLOW);
    String document = Documents.measuredText(impossible);
    assertThat(document).contains("<roa:trafficStatusValue>slow</roa:trafficStatusValue>");
    assertThat(Documents.all(parsed(document), Documents.ROA, "basicData")).hasSize(1);
  }

  @Test
  void aStandardErrorThatIsUnknownIsNoAccuracy() {
    SegmentTraffic record =
        Records.record(
            0, "a", 12, NOBODY, new FlowEstimate(0, 0.5, Double.NaN), null, LevelOfService.UNKNOWN);
    assertThat(Documents.measuredText(record))
        .contains("<com:vehicleFlowRate>0</com:vehicleFlowRate>")
        .doesNotContain("accuracy");
  }

  @Test
  void aWindowOfWhichNothingMayBeSaidNamesOneSiteWithAFault() {
    Element data =
        Documents.parse(
            Documents.measured(
                FakeRoads.straight("a", "b"),
                Documents.config(PrivacyTier.OPEN, EmptySites.OMIT),
                List.of(Records.full(1, "b", 9))));
    assertThat(siteIds(data)).containsExactly("a");
    assertThat(Documents.first(data, Documents.ROA, "physicalQuantityFaultType").getTextContent())
        .isEqualTo("noDataValuesAvailable");
  }

  @Test
  void sitesHeldBackLookLikeSitesWithoutVehicles() {
    DatexConfig config = Documents.config(PrivacyTier.OPEN, EmptySites.FAULT);
    FakeRoads roads = FakeRoads.straight("a", "b", "c");
    byte[] heldBack =
        Documents.measured(
            roads, config, List.of(Records.full(0, "a", 9), Records.full(1, "b", 10)));
    byte[] empty = Documents.measured(roads, config, List.of(Records.full(1, "b", 10)));
    assertThat(heldBack).isEqualTo(empty);
    assertThat(siteIds(Documents.parse(empty))).containsExactly("a", "b", "c");
  }

  @Test
  void sitesStandInTheOrderOfTheTableAndOnceEach() {
    SegmentTraffic revised = Records.bare(1, "b", 3).withRevision(1);
    Element data =
        Documents.parse(
            Documents.measured(
                FakeRoads.straight("a", "b"),
                Records.full(1, "b", 2),
                Records.full(0, "a", 1),
                revised));
    assertThat(siteIds(data)).containsExactly("a", "b");
    assertThat(Documents.all(data, Documents.ROA, "averageVehicleSpeed"))
        .extracting(speed -> speed.getAttribute("numberOfInputValuesUsed"))
        .containsExactly("1", "3");
  }

  @Test
  void recordsOfAnotherNetworkAreNoneOfTheseSites() {
    FakeRoads other = new FakeRoads("other", FakeRoads.straight("a").segments());
    assertThatThrownBy(() -> Documents.measured(other, Records.full(0, "a", 12)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("all records are of road network 9f86d081, the measurement sites are of other");
  }

  @Test
  void theOpenTierRoundsTheNumberOfVehicles() {
    byte[] document =
        Documents.measured(
            FakeRoads.straight("a"),
            Documents.config(PrivacyTier.OPEN, EmptySites.OMIT),
            List.of(Records.full(0, "a", 14)));
    assertThat(new String(document, StandardCharsets.UTF_8))
        .contains("numberOfInputValuesUsed=\"10\"")
        .contains("<com:confidentiality>noRestriction</com:confidentiality>")
        .doesNotContain("=\"14\"");
  }

  private static SegmentTraffic withEdie(EdieFigures edie) {
    SegmentTraffic full = Records.full(0, "a", 12);
    return Records.record(0, "a", 12, edie, full.flow(), null, LevelOfService.SLOW);
  }

  private static Element parsed(String document) {
    return Documents.parse(document.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> siteIds(Element data) {
    return Documents.all(data, Documents.ROA, "measurementSiteReference").stream()
        .map(reference -> reference.getAttribute("id"))
        .toList();
  }
}
