package city.wayside.adapters.datex2;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.adapters.FakeRoads;
import city.wayside.adapters.Records;
import city.wayside.adapters.outbox.PrivacyTier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every document is valid under the official schema, and the schema does notice when one is not.
class DatexSchemaTest {

  private static final FakeRoads ROADS = FakeRoads.straight("a", "b");

  @AddLifecycleHook(DatexSchema.Needed.class)
  @Property(tries = 150, seed = "20261123")
  void whateverHappensInACityTheDocumentsAreValid(
      @ForAll("cities") AnyTraffic city, @ForAll PrivacyTier tier, @ForAll EmptySites emptySites) {
    DatexConfig config = Documents.config(tier, emptySites);
    byte[] sites = new SiteTable(config, city.roads()).publication(Documents.PUBLISHED);
    assertThat(DatexSchema.problem(sites)).isEmpty();
    assertThat(DatexSchema.problem(Documents.measured(city.roads(), config, city.records())))
        .isEmpty();
  }

  @Provide
  Arbitrary<AnyTraffic> cities() {
    // A city without a single site has no documents; SiteTableTest has that case.
    return AnyTraffic.arbitrary()
        .filter(city -> city.roads().segments().stream().anyMatch(MeasurementSite::isPublishable));
  }

  @Test
  void aDocumentWithEveryQuantityIsValid() {
    assertThat(DatexSchema.problem(Documents.measured(ROADS, Records.full(0, "a", 12)))).isEmpty();
    assertThat(DatexSchema.problem(Documents.siteTable(ROADS))).isEmpty();
  }

  @Test
  void aWindowOfWhichNothingMayBeSaidIsValid() {
    DatexConfig open = Documents.config(PrivacyTier.OPEN, EmptySites.OMIT);
    assertThat(DatexSchema.problem(Documents.measured(ROADS, open, List.of()))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"MeasurementSiteTable.xml", "MeasuredData.xml"})
  void theSchemaTakesWhatIsKnownToBeValid(String file) throws IOException {
    assertThat(DatexSchema.problem(golden(file))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "bad-exponent-poslist.xml, GmlPosList",
    "bad-flow-fraction.xml, 640.5",
    "bad-targetClass-prefix.xml, targetClass"
  })
  void theSchemaRefusesWhatIsKnownToBeInvalid(String file, String word) throws IOException {
    assertThat(DatexSchema.problem(golden(file)))
        .hasValueSatisfying(problem -> assertThat(problem).contains(word));
  }

  @ParameterizedTest
  @CsvSource({
    "vehicleFlowRate>720<, vehicleFlowRate>720.5<",
    "densityOfVehicles>20<, densityOfVehicles>-1<",
    "targetClass=\"roa:MeasurementSite\", targetClass=\"ns2:MeasurementSite\"",
    "trafficStatusValue>heavy<, trafficStatusValue>HEAVY<",
    "com:speed>36.0<, com:speed>36.0 km/h<",
    "numberOfInputValuesUsed=\"12\", numberOfInputValuesUsed=\"-12\"",
    "timeValue>2026-11-23T08:01:00Z<, timeValue>23.11.2026 08:01<",
    "travelTimeType>reconstituted<, travelTimeType>measured<",
    "com:country>de<, com:country>germany<"
  })
  void theSchemaRefusesOurMeasuredDataWithOneMistake(String right, String wrong) {
    mistake(Documents.measured(ROADS, Records.full(0, "a", 12)), right, wrong);
  }

  @ParameterizedTest
  @CsvSource({
    "53.5500000 , 5.355E1 ",
    "<loc:posList>53.5500000 10.0000000 53.5500000 10.0015000<, <loc:posList>53.55 10.0<",
    "directionOnLinearSection>eastBound<, directionOnLinearSection>east<",
    "specificMeasurementValueType>trafficSpeed<, specificMeasurementValueType>speed<",
    "index=\"1\", index=\"one\""
  })
  void theSchemaRefusesOurSiteTableWithOneMistake(String right, String wrong) {
    mistake(Documents.siteTable(ROADS), right, wrong);
  }

  private static void mistake(byte[] document, String right, String wrong) {
    String text = new String(document, StandardCharsets.UTF_8);
    assertThat(text).contains(right);
    assertThat(DatexSchema.problem(text.replace(right, wrong).getBytes(StandardCharsets.UTF_8)))
        .isPresent();
  }

  private static byte[] golden(String file) throws IOException {
    return Files.readAllBytes(DatexSchema.folder().resolve("golden").resolve(file));
  }
}
