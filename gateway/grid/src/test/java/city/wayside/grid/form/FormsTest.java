package city.wayside.grid.form;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.grid.rollup.CountedPlace;
import city.wayside.model.account.ClientFigures;
import city.wayside.model.account.MessageCounts;
import city.wayside.model.account.RefusalRecord;
import city.wayside.model.client.CertificateName;
import city.wayside.model.client.ClientRecord;
import city.wayside.model.client.ClientRole;
import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationState;
import city.wayside.model.message.StationType;
import city.wayside.model.message.TrajectoryContext;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import city.wayside.model.traffic.SegmentTally;
import city.wayside.model.traffic.StationSketch;
import city.wayside.model.traffic.TravelTimeSketch;
import com.hazelcast.nio.serialization.genericrecord.GenericRecord;
import com.hazelcast.nio.serialization.genericrecord.GenericRecordBuilder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.WithNull;
import net.jqwik.api.lifecycle.AfterContainer;
import org.jspecify.annotations.Nullable;

class FormsTest {

  private static final int TRIES = 200;
  private static final StoredValues VALUES = new StoredValues();

  @AfterContainer
  static void stop() {
    VALUES.close();
  }

  private static @Nullable Object stored(Object value) {
    return VALUES.stored(value);
  }

  @Property(tries = TRIES)
  void stationsComeBackAsTheyWere(@ForAll("stations") StationState state) {
    assertThat(stored(state)).isEqualTo(state);
  }

  @Property(tries = TRIES)
  void talliesComeBackAsTheyWere(@ForAll("tallies") SegmentTally tally) {
    assertThat(stored(tally)).isEqualTo(tally);
  }

  @Property(tries = TRIES)
  void zonesComeBackAsTheyWere(@ForAll Map<String, Integer> vehicles) {
    assertThat(stored(new ZoneCounts(vehicles))).isEqualTo(new ZoneCounts(vehicles));
  }

  @Example
  void aTallyOfAnEarlierVersionHasNoQueue() {
    GenericRecord earlier =
        GenericRecordBuilder.compact("tally")
            .setInt32("segment", 7)
            .setInt64("windowStartMs", 60_000)
            .setInt64("distanceMm", 5)
            .setInt64("timeMs", 6)
            .setInt64("stoppedMs", 4)
            .setArrayOfInt64("stations", null)
            .setArrayOfInt16("bins", null)
            .setArrayOfInt32("counts", null)
            .build();

    assertThat(stored(earlier))
        .isEqualTo(
            new SegmentTally(7, 60_000, 5, 6, 4, StationSketch.EMPTY, TravelTimeSketch.EMPTY, 0));
  }

  @Property(tries = TRIES)
  void countersAndPacesComeBackAsTheyWere(
      @ForAll String id,
      @ForAll long usedMs,
      @ForAll double[] sums,
      @ForAll("tallies") SegmentTally tally) {
    CountedPlace place = new CountedPlace(id, usedMs, usedMs / 2, sums, sums.clone());
    assertThat(stored(place)).isEqualTo(place);
    assertThat(stored(tally.travelTimes())).isEqualTo(tally.travelTimes());
  }

  @Property(tries = TRIES)
  void keysComeBackAsTheyWere(
      @ForAll long edge, @ForAll int segment, @ForAll long startMs, @ForAll int lengthS) {
    TallyKey tallyKey = new TallyKey(edge, segment, startMs);
    ChunkKey chunkKey = new ChunkKey(lengthS, startMs, segment);
    assertThat(stored(tallyKey)).isEqualTo(tallyKey);
    assertThat(stored(chunkKey)).isEqualTo(chunkKey);
  }

  @Property(tries = TRIES)
  void windowsAndChangesComeBackAsTheyWere(
      @ForAll int revision, @ForAll int[] chunks, @ForAll long startMs, @ForAll long[] marks) {
    ClosedWindow window = new ClosedWindow(revision, chunks);
    StoredChange change = new StoredChange(300, startMs, revision, chunks, marks);
    assertThat(stored(window)).isEqualTo(window);
    assertThat(stored(change)).isEqualTo(change);
  }

  @Property(tries = TRIES)
  void clientsComeBackAsTheyWere(@ForAll("clients") ClientRecord client) {
    assertThat(stored(client)).isEqualTo(client);
  }

  @Example
  void aClientOfALaterVersionIsReadWithoutWhatIsNewInItAndStaysOutside() {
    GenericRecord later =
        GenericRecordBuilder.compact("client")
            .setString("name", "tram-1")
            .setString("role", "tram")
            .setArrayOfInt64("stations", new long[] {7})
            .setArrayOfFloat64("area", null)
            .setNullableFloat64("ratePerS", null)
            .setBoolean("enabled", true)
            .setBoolean("fromFile", false)
            .setArrayOfString(
                "credentials", new String[] {"iris:blue", "certificate:dns:a.example"})
            .setArrayOfString("shown", new String[] {"dns:a.example", "iris:blue"})
            .setInt64("createdMs", 5)
            .build();

    assertThat(stored(later))
        .isEqualTo(
            new ClientRecord(
                "tram-1",
                ClientRole.VEHICLE,
                Set.of(7L),
                null,
                null,
                false,
                false,
                List.of(CertificateName.of("dns:a.example")),
                5));
  }

  @Property(tries = TRIES)
  void chunksComeBackAsTheyWere(@ForAll("chunks") TrafficChunk chunk) {
    assertThat(stored(chunk)).isEqualTo(chunk);
  }

  @Property(tries = TRIES)
  void clientsFiguresComeBackAsTheyWere(
      @ForAll String id,
      @ForAll ClientRole role,
      @ForAll boolean isConnected,
      @ForAll long seenMs,
      @ForAll Map<Refusal, Long> refused,
      @ForAll String status) {
    MessageCounts counts = new MessageCounts(seenMs, refused);
    ClientFigures figures =
        new ClientFigures(id, "edge", id, role, "mqtt 5", isConnected, 1, seenMs, counts, status);
    assertThat(stored(figures)).isEqualTo(figures);
  }

  @Property(tries = TRIES)
  void refusalsComeBackAsTheyWere(
      @ForAll long atMs,
      @ForAll String id,
      @ForAll @WithNull MessageKind kind,
      @ForAll Refusal code) {
    RefusalRecord record = new RefusalRecord(atMs, id, "edge", kind, new Refused(code, id));
    assertThat(stored(record)).isEqualTo(record);
  }

  @Example
  void codesOfALaterVersionAreLeftOut() {
    GenericRecord later =
        GenericRecordBuilder.compact("clientFigures")
            .setString("clientId", "a")
            .setString("edgeId", "edge")
            .setString("name", "n")
            .setString("role", "satellite")
            .setString("protocol", "mqtt 7")
            .setBoolean("connected", true)
            .setInt64("connectedMs", 1)
            .setInt64("seenMs", 2)
            .setInt64("admitted", 3)
            .setArrayOfString("codes", new String[] {"clock", "jinxed"})
            .setArrayOfInt64("counts", new long[] {4, 5})
            .setString("status", "")
            .build();

    assertThat(stored(later))
        .isEqualTo(
            new ClientFigures(
                "a",
                "edge",
                "n",
                ClientRole.VEHICLE,
                "mqtt 7",
                true,
                1,
                2,
                new MessageCounts(3, Map.of(Refusal.CLOCK, 4L)),
                ""));
  }

  @Example
  void aStationOfALaterVersionIsReadWithoutWhatIsNewInIt() {
    GenericRecord later =
        GenericRecordBuilder.compact("station")
            .setInt64("id", 4711)
            .setInt8("type", (byte) 99)
            .setString("kind", "hologram")
            .setInt64("timeMs", 1_000_000)
            .setFloat64("latDeg", 48.1)
            .setFloat64("lonDeg", 11.5)
            .setFloat64("speedMps", 13.9)
            .setFloat64("headingDeg", 90)
            .setFloat64("accuracyM", 2.5)
            .setInt32("segment", 7)
            .setFloat64("offsetM", 12.5)
            .setInt64("receivedMs", 1_000_020)
            .setString("colour", "red")
            .build();

    assertThat(stored(later))
        .isEqualTo(
            new StationState(
                new Report(
                    4711,
                    StationType.UNKNOWN,
                    MessageKind.PROBE,
                    1_000_000,
                    48.1,
                    11.5,
                    13.9,
                    90,
                    2.5),
                7,
                12.5,
                1_000_020));
  }

  @Example
  void edgeHashesAreTheSameEverywhere() {
    assertThat(TallyKey.edgeHash("")).isEqualTo(0xCBF29CE484222325L);
    assertThat(TallyKey.edgeHash("a")).isEqualTo(0xAF63DC4C8601EC8CL);
  }

  @Example
  void everySegmentOfAChunkHasItsOwnBit() {
    long all = 0;
    for (int segment = 128; segment < 192; segment++) {
      all |= ChunkKey.bit(segment);
    }
    assertThat(all).isEqualTo(-1L);
  }

  @Provide
  Arbitrary<StationState> stations() {
    Arbitrary<Double> speedMps = Arbitraries.of(0.0, 13.37, Double.NaN);
    Arbitrary<Report> reports =
        Combinators.combine(
                Arbitraries.longs().between(0, Report.STATION_ID_MAX),
                Arbitraries.of(StationType.class),
                Arbitraries.of(MessageKind.class),
                Arbitraries.longs(),
                Arbitraries.doubles().between(-90, 90),
                Arbitraries.doubles().between(-180, 180),
                speedMps)
            .as((id, type, kind, timeMs, latDeg, lonDeg, speed) ->
                new Report(id, type, kind, timeMs, latDeg, lonDeg, speed, latDeg, lonDeg));
    return Combinators.combine(
            reports,
            Arbitraries.integers().between(-1, 500_000),
            Arbitraries.doubles().between(0, 1000),
            Arbitraries.longs(),
            Arbitraries.bytes()
                .array(byte[].class)
                .ofMaxSize(TrajectoryContext.LENGTH_BYTES_MAX)
                .map(TrajectoryContext::new))
        .as(StationState::new);
  }

  @Provide
  Arbitrary<ClientRecord> clients() {
    return ClientArbitrary.clients();
  }

  @Provide
  Arbitrary<SegmentTally> tallies() {
    Arbitrary<Long> sums = Arbitraries.longs().between(0, Long.MAX_VALUE);
    Arbitrary<StationSketch> stations =
        Arbitraries.longs().set().ofMaxSize(20).map(FormsTest::sketch);
    Arbitrary<TravelTimeSketch> travelTimes =
        Arbitraries.integers()
            .between(0, TravelTimeSketch.BIN_MAX)
            .set()
            .ofMaxSize(20)
            .map(FormsTest::travelTimes);
    return Combinators.combine(
            Arbitraries.integers(),
            Arbitraries.longs(),
            sums,
            sums,
            sums,
            stations,
            travelTimes,
            sums)
        .as(SegmentTally::new);
  }

  @Provide
  Arbitrary<TrafficChunk> chunks() {
    return ChunkArbitrary.chunks();
  }

  private static StationSketch sketch(Set<Long> ids) {
    return ids.stream().map(StationSketch::of).reduce(StationSketch.EMPTY, StationSketch::union);
  }

  private static TravelTimeSketch travelTimes(Set<Integer> bins) {
    int[] sorted = bins.stream().mapToInt(Integer::intValue).sorted().toArray();
    int[] counts = Arrays.stream(sorted).map(bin -> bin * 100_000 + 1).toArray();
    return new TravelTimeSketch(sorted, counts);
  }
}
