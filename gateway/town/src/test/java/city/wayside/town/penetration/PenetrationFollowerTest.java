package city.wayside.town.penetration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import city.wayside.grid.rollup.CountedConfig;
import city.wayside.grid.rollup.CountedPlace;
import city.wayside.grid.rollup.PlaceStore;
import city.wayside.model.traffic.Penetration;
import city.wayside.road.network.RoadNetwork;
import city.wayside.road.network.RoadNetworkBuilder;
import city.wayside.road.network.SegmentDraft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PenetrationFollowerTest {

  private static final long START_S = 1_790_000_040;
  private static final long START_MS = START_S * 1000;
  private static final long SETTLED_MS = 90_000;
  private static final RoadNetwork NETWORK = network();

  @TempDir private Path folder = Path.of("");
  private final Places places = new Places();
  private boolean leads = true;
  private long nowMs = START_MS + 600_000;

  /// Keeps sums, or refuses to.
  private static final class Places implements PlaceStore {
    final Map<String, CountedPlace> kept = new HashMap<>();
    boolean isDown;

    @Override
    public Collection<CountedPlace> places() {
      return kept.values();
    }

    @Override
    public void putPlaces(Collection<CountedPlace> some) {
      if (isDown) {
        throw new IllegalStateException("down");
      }
      some.forEach(place -> kept.put(place.segmentId(), place));
    }
  }

  private static RoadNetwork network() {
    RoadNetworkBuilder builder = new RoadNetworkBuilder();
    double[] latDeg = {48, 48.001};
    double[] lonDeg = {11, 11};
    builder.add(
        new SegmentDraft("a", "", "primary", 100, Double.NaN, 0, null, null, latDeg, lonDeg));
    return builder.build();
  }

  /// In each minute 60 reporting vehicles pass; minutes before the start are gone.
  private static OptionalDouble distanceM(int segment, long fromMs, long toMs) {
    return fromMs < START_MS
        ? OptionalDouble.empty()
        : OptionalDouble.of((toMs - fromMs) / 60_000.0 * 60 * NETWORK.lengthM(segment));
  }

  private PenetrationFollower follower(@Nullable Path survey, @Nullable Path counts) {
    return new PenetrationFollower(
        new PenetrationConfig(survey, counts, 1000, "UTC", CountedConfig.defaults()),
        NETWORK,
        new PenetrationFollower.Stores(PenetrationFollowerTest::distanceM, places, () -> leads),
        SETTLED_MS,
        () -> Instant.ofEpochMilli(nowMs));
  }

  private Path counts(String... lines) throws IOException {
    Path file = folder.resolve("counts.csv");
    Files.writeString(
        file, "time_s,segment_id,interval_s,vehicles\n" + String.join("\n", lines) + "\n");
    return file;
  }

  private static double share(PenetrationFollower follower) {
    return Objects.requireNonNull(follower.of(0, START_MS)).share();
  }

  @Test
  void withoutFilesNothingIsKnown() throws PenetrationException {
    try (PenetrationFollower follower = follower(null, null)) {
      follower.start();
      assertThat(follower.of(0, START_MS)).isNull();
    }
  }

  @Test
  void countersGoBeforeTheSurvey() throws Exception {
    Path survey = folder.resolve("survey.csv");
    Files.writeString(survey, "road_class,from_hour,to_hour,share,std_err\n*,0,24,0.3,0.1\n");
    PenetrationFollower follower = follower(survey, counts(START_S + ",a,300,1500"));
    nowMs = START_MS + 300_000 + SETTLED_MS - 1;
    follower.look();
    assertThat(follower.of(0, START_MS)).isEqualTo(new Penetration(0.3, 0.1));

    nowMs++;
    follower.look();

    // 300 of 1500.
    assertThat(share(follower)).isCloseTo(0.2, within(1e-12));
    assertThat(places.kept).containsOnlyKeys("a");
  }

  @Test
  void whatWasUsedIsNotUsedAgain() throws Exception {
    PenetrationFollower follower = follower(null, counts(START_S + ",a,300,1500"));
    follower.look();
    counts(START_S + ",a,300,1500", (START_S + 60) + ",a,60,9000", "# later");
    follower.look();
    assertThat(share(follower)).isCloseTo(0.2, within(1e-12));

    counts((START_S + 300) + ",a,60,1500");
    follower.look();
    assertThat(share(follower)).isCloseTo(360 / 3000.0, within(1e-3));
  }

  @Test
  void countsOfMinutesThatAreGoneAreNotUsed() throws Exception {
    PenetrationFollower follower = follower(null, counts((START_S - 60) + ",a,300,1500"));
    follower.look();
    assertThat(follower.of(0, START_MS)).isNull();
    assertThat(places.kept).isEmpty();
  }

  @Test
  void onlyTheLeaderAddsUpAndTheOthersFollow() throws Exception {
    Path file = counts(START_S + ",a,300,1500");
    PenetrationFollower other = follower(null, file);
    leads = false;
    other.look();
    assertThat(places.kept).isEmpty();
    leads = true;
    follower(null, file).look();
    leads = false;
    other.look();
    assertThat(share(other)).isCloseTo(0.2, within(1e-12));

    leads = true;
    other.look();
    assertThat(share(other)).as("used once").isCloseTo(0.2, within(1e-12));
  }

  @Test
  void countsThatCannotBeKeptAreAddedLater() throws Exception {
    PenetrationFollower follower = follower(null, counts(START_S + ",a,300,1500"));
    places.isDown = true;
    assertThatThrownBy(follower::look).isInstanceOf(IllegalStateException.class);
    places.isDown = false;

    follower.look();

    assertThat(share(follower)).isCloseTo(0.2, within(1e-12));
    assertThat(places.kept.values())
        .singleElement()
        .satisfies(place -> assertThat(place.usedUntilMs()).isEqualTo(START_MS + 300_000));
  }

  @Test
  void aFileThatIsGoneIsToldOnceAndChangesNothing() throws Exception {
    Path survey = folder.resolve("survey.csv");
    Files.writeString(survey, "road_class,from_hour,to_hour,share,std_err\n*,0,24,0.3,0.1\n");
    PenetrationFollower follower = follower(survey, null);
    follower.look();
    Files.delete(survey);

    assertThatThrownBy(follower::look)
        .isInstanceOf(PenetrationException.class)
        .hasMessage(survey + ": does not exist; write it, or leave the setting out");
    follower.look();

    assertThat(share(follower)).isEqualTo(0.3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1790000041,a,300,5|time_s is \"1790000041\"; allowed is the start of a full minute",
        "yesterday,a,300,5|time_s is \"yesterday\"; allowed is a number from 0 to 100000000000",
        "1790000040,b,300,5|segment_id is \"b\"; allowed is a segment of the network",
        "1790000040,a,90,5|interval_s is \"90\"; allowed is a whole number of minutes, in seconds",
        "1790000040,a,7200,5|interval_s is \"7200\"; allowed is a number from 60 to 3600",
        "1790000040,a,300,-1|vehicles is \"-1\"; allowed is a number from 0 to 100000",
        "1790000040,a,300,NaN|vehicles is \"NaN\"; allowed is a number from 0 to 100000",
        "1790000040,a,300|the line has 3 cells; allowed are 4"
      })
  void badLinesAreToldOfAndTheOthersKept(String line, String problem) throws Exception {
    Path file = counts(line, START_S + ",a,300,1500");

    Lines<Count> lines = new CountsFile(NETWORK).read(file);

    assertThat(lines.good()).containsExactly(new Count("a", START_MS, START_MS + 300_000, 1500));
    assertThat(lines.bad()).isEqualTo(1);
    assertThat(lines.told()).isEqualTo(file + ":2: " + problem);
  }

  @Test
  void timesMayBeWritten() throws Exception {
    Path file = folder.resolve("written.csv");
    Files.writeString(
        file,
        """
        segment_id,timestamp,vehicles,interval_s
        a,2026-09-21T16:14:00+02:00,7,60
        a,2026-09-21T16:14:00,7,60
        """);

    Lines<Count> lines = new CountsFile(NETWORK).read(file);

    assertThat(lines.good()).containsExactly(new Count("a", START_MS, START_MS + 60_000, 7));
    assertThat(lines.told())
        .isEqualTo(
            file
                + ":3: timestamp is \"2026-09-21T16:14:00\"; allowed is a time with its offset,"
                + " such as 2026-11-01T08:00:00+01:00");
  }

  @Test
  void aTableWithoutItsColumnsIsRefused() throws Exception {
    Path file = folder.resolve("other.csv");
    Files.writeString(file, "segment_id,interval_s\n");

    assertThatThrownBy(() -> new CountsFile(NETWORK).read(file))
        .hasMessage(
            file
                + ":1: column time_s or timestamp is missing; allowed is a header with time_s or"
                + " timestamp,segment_id,interval_s,vehicles");
  }

  @Test
  void aSurveyTellsWhatIsWrongWithIt() throws Exception {
    Path file = folder.resolve("survey.csv");
    Files.writeString(
        file,
        """
        road_class,from_hour,to_hour,share,std_err
        primary,6,9,0.1,0.01
        ,6,9,0.1,0.01
        primary,9,9,0.1,0.01
        primary,9.5,12,0.1,0.01
        primary,9,12,0,0.01
        """);

    assertThat(SurveyFile.read(file).told())
        .isEqualTo(
            """
            F:3: road_class is ""; allowed is a class of the network, or * for all others
            F:4: to_hour is "9"; allowed is a number from 10 to 24
            F:5: from_hour is "9.5"; allowed is a whole hour
            F:6: share is "0"; allowed is a number from 1.0E-4 to 1\
            """
                .replace("F:", file + ":"));
    assertThat(SurveyFile.read(file).good()).hasSize(1);
  }

  @Test
  void aTimeZoneMustExist() {
    assertThatThrownBy(
            () -> new PenetrationConfig(null, null, 1000, "Mars", CountedConfig.defaults()))
        .hasMessage("timeZone \"Mars\"; allowed is a name such as Europe/Berlin, or UTC");
  }
}
