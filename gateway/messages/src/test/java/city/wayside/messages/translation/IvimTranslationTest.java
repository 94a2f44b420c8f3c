package city.wayside.messages.translation;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.messages.etsi.ivim.Ivim;
import city.wayside.messages.etsi.ivim.Signs;
import city.wayside.messages.uper.Draft;
import city.wayside.messages.uper.Path;
import city.wayside.model.area.GeoPoint;
import city.wayside.model.event.EventCause;
import city.wayside.model.event.EventKey;
import city.wayside.model.event.EventPlace;
import city.wayside.model.event.EventTime;
import city.wayside.model.event.Relevance;
import city.wayside.model.event.RoadEvent;
import city.wayside.model.event.Sign;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IvimTranslationTest {

  /// From TimestampIts to milliseconds since 1970 since 2017.
  private static final long ITS_MS = 1_072_915_200_000L - 5000;

  @Test
  void aWarningOfVersion2() {
    // Raw: country 1001010000 (592), provider 0, number 1, update, no times. Reference
    // 535413205/99854436, accuracy and headings unavailable; zone 1 of steps 937/-917, 933/-458,
    // 1375/-323; zone 2 of steps -27/2200, 595/11144. Danger warning 3-78, detection zone 2,
    // relevance zone 1, same direction.
    assertThat(Translated.etsiEvent("etsi-82c5b9eaae71"))
        .isEqualTo(
            new RoadEvent(
                new EventKey(592L << 14, 1),
                EventCause.NONE,
                RoadEvent.Termination.NONE,
                new EventTime(
                    Translated.RECEIVED_MS,
                    Translated.RECEIVED_MS,
                    Translated.RECEIVED_MS,
                    EventTime.OPEN),
                new EventPlace(
                    new GeoPoint(53.5413205, 9.9854436),
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    List.of(
                        List.of(
                            new GeoPoint(53.5413773, 9.9867780),
                            new GeoPoint(53.5413178, 9.9856636))),
                    List.of(
                        List.of(
                            new GeoPoint(53.5414142, 9.9853519),
                            new GeoPoint(53.5415075, 9.9853061),
                            new GeoPoint(53.5416450, 9.9852738)))),
                Relevance.UNKNOWN,
                RoadEvent.Quality.UNKNOWN,
                List.of(new Sign(Sign.Catalogue.ISO_14823, "11-3-78"))));
  }

  @Test
  void aCancellationOfVersion1() {
    // Raw: country 592, provider 50; times 1718351679034, 1718333678935 and 1718351678937; status
    // 2; two parts with a sign each, the first with a text.
    RoadEvent event = Translated.etsiEvent("etsi-982acb2c69a3");
    assertThat(event.key()).isEqualTo(new EventKey((592L << 14) + 50, 1));
    assertThat(event.termination()).isEqualTo(RoadEvent.Termination.CANCELLED);
    assertThat(event.time())
        .isEqualTo(
            new EventTime(
                ITS_MS + 1_718_351_679_034L,
                ITS_MS + 1_718_351_679_034L,
                ITS_MS + 1_718_333_678_935L,
                ITS_MS + 1_718_351_678_937L));
    assertThat(event.signs()).hasSize(3);
    assertThat(event.signs().get(0)).isEqualTo(new Sign(Sign.Catalogue.ISO_14823, "12-4-16"));
    assertThat(event.signs().get(1).catalogue()).isEqualTo(Sign.Catalogue.TEXT);
    assertThat(event.signs().get(1).code())
        .startsWith("Test / Strategie Nr. A-3 \u00dcberlastung der BAB 49 AS\n");
    assertThat(event.signs().get(2)).isEqualTo(new Sign(Sign.Catalogue.ISO_14823, "12-4-15"));
    assertThat(event.place().accuracyM()).isEqualTo(0.01);
    // Zones 1 and 3 are relevant, zone 2 leads there: 19, 8 and 13 points.
    assertThat(event.place().zones()).extracting(List::size).containsExactly(19, 8);
    assertThat(event.place().traces()).extracting(List::size).containsExactly(13);
    // The reference 512759361/94712877 and the first step 83798/116643 of zone 3.
    assertThat(event.place().zones().get(1).getFirst())
        .isEqualTo(new GeoPoint(51.2843159, 9.4829520));
  }

  @ParameterizedTest(name = "{0} is {1} {2}")
  @CsvSource({
    "code.viennaConvention.roadSignClass=2;roadSignCode=14;vcOption=0;value=50;unit=0, VIENNA, C14",
    "code.viennaConvention.roadSignClass=0;roadSignCode=1;vcOption=7, VIENNA, A1g",
    "code.anyCatalogue.version=3;pictogramCode=274;value=30;unit=1, NATIONAL, 274",
    "code.itisCodes=513, ITIS, 513",
  })
  void codesOfOtherCatalogues(String numbers, Sign.Catalogue catalogue, String code)
      throws Exception {
    Sign sign = Objects.requireNonNull(IvimSign.read(rsCode(numbers)));
    assertThat(sign.catalogue()).isEqualTo(catalogue);
    assertThat(sign.code()).isEqualTo(code);
    double speedMps = numbers.contains("unit=0") ? 50 / 3.6 : 30 * 0.44704;
    if (numbers.contains("unit")) {
      assertThat(sign.speedLimitMps()).isEqualTo(speedMps);
    } else {
      assertThat(sign.speedLimitMps()).isNaN();
    }
  }

  @Test
  void supplementaryPanelsAndUnknownCategoriesAreNoSigns() throws Exception {
    String category = "code.iso14823.pictogramCode.serviceCategoryCode.";
    assertThat(IvimSign.read(rsCode(category + "supplementaryPanel=0"))).isNull();
    assertThat(IvimSign.read(rsCode(category + "trafficSignPictogram=3"))).isNull();
  }

  /// A code with these numbers after their paths; the first one's holds for all.
  private static Values rsCode(String numbers) throws Exception {
    Draft draft = new Draft(Ivim.IVIM);
    long code = draft.sequence(Signs.RS_CODE);
    String holder = numbers.substring(0, numbers.lastIndexOf('.', numbers.indexOf('=')) + 1);
    for (String number : numbers.substring(holder.length()).split(";")) {
      String[] parts = number.split("=");
      draft.put(code, Path.of(Signs.RS_CODE, holder + parts[0]), Long.parseLong(parts[1]));
    }
    return new Values(draft.tape(), code);
  }
}
