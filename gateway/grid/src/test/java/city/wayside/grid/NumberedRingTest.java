package city.wayside.grid;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.grid.NumberedRing.Numbered;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Each test has a ring of its own, of a hundred changes.
class NumberedRingTest {

  private static final int KEPT = 100;
  private static final long START_MS = 1_800_000_000_000L;
  private static final Duration LONG = Duration.ofSeconds(30);
  private static HazelcastInstance hazelcast;

  private final ManualClock clock = new ManualClock(START_MS);
  private final List<Long> passedOver = new ArrayList<>();

  @BeforeAll
  static void start() {
    GridConfig config = TestGrids.config().withKeep(TestGrids.keep(60, 1800, KEPT));
    hazelcast =
        Hazelcast.newHazelcastInstance(
            HazelcastSettings.member(config)
                .addRingBufferConfig(HazelcastSettings.ring("ring-*", config, KEPT, 0))
                .addRingBufferConfig(
                    HazelcastSettings.ring("ring-*-bell", config, NumberedRing.BELLS_KEPT, 0)));
  }

  @AfterAll
  static void stop() {
    hazelcast.shutdown();
  }

  private NumberedRing<String> ring(String name) {
    return new NumberedRing<>(hazelcast, name, clock, passedOver::add);
  }

  private static List<String> items(List<Numbered<String>> numbered) {
    return numbered.stream().map(Numbered::item).toList();
  }

  private static CompletableFuture<List<Numbered<String>>> waiting(
      NumberedRing<String> ring, long number) {
    return OwnThread.run(() -> ring.after(number, 10, LONG), () -> "not read");
  }

  private static List<String> texts(int count) {
    return IntStream.range(0, count).mapToObj(String::valueOf).toList();
  }

  @Test
  void numbersBeginAtTheClockAndFollowOneAnother() throws Exception {
    NumberedRing<String> ring = ring("ring-1");

    List<Numbered<String>> appended = ring.append(List.of("a", "b", "c"));

    assertThat(appended.getFirst().number()).isEqualTo(START_MS * 1000);
    assertThat(appended.getLast().number()).isEqualTo(START_MS * 1000 + 2);
    assertThat(ring.after(-1, 10, Duration.ZERO)).isEqualTo(appended);
    assertThat(items(ring.after(START_MS * 1000, 1, LONG))).containsExactly("b");
    assertThat(ring.after(START_MS * 1000 + 2, 10, Duration.ofMillis(1))).isEmpty();
    assertThat(ring.after(-1, 0, LONG)).isEmpty();
  }

  @Test
  void manyItemsKeepTheirOrder() throws Exception {
    NumberedRing<String> ring = ring("ring-2");
    List<String> many = texts(2 * NumberedRing.ITEMS_AT_ONCE_MAX + 10);

    List<Numbered<String>> appended = ring.append(many);

    assertThat(items(appended)).isEqualTo(many);
    List<Numbered<String>> kept = ring.after(-1, 1000, Duration.ZERO);
    assertThat(kept).isEqualTo(appended.subList(many.size() - KEPT, many.size()));
    assertThat(ring.size()).isEqualTo(KEPT);
  }

  @Test
  void whatAReaderCameTooLateForIsPassedOverAndCounted() throws Exception {
    NumberedRing<String> ring = ring("ring-3");
    long first = ring.append(texts(1)).getFirst().number();
    ring.append(texts(KEPT + 4));

    List<Numbered<String>> read = ring.after(first, 10, Duration.ZERO);

    assertThat(read.getFirst().number()).isEqualTo(first + 5);
    assertThat(passedOver).containsExactly(4L);
    ring.after(-1, 10, Duration.ZERO);
    assertThat(passedOver).as("who begins misses nothing").hasSize(1);
  }

  @Test
  void everyoneWhoWaitsIsGivenTheNextItem() {
    NumberedRing<String> ring = ring("ring-4");
    long first = ring.append(List.of("a")).getFirst().number();

    CompletableFuture<List<Numbered<String>>> one = waiting(ring, first);
    CompletableFuture<List<Numbered<String>>> other = waiting(ring("ring-4"), first);
    CompletableFuture<List<Numbered<String>>> third = waiting(ring, first);
    ring.append(List.of("b"));

    assertThat(items(one.join())).containsExactly("b");
    assertThat(items(other.join())).containsExactly("b");
    assertThat(items(third.join())).containsExactly("b");
  }

  @Test
  void aReaderWhosePatienceEndedIsGivenWhatCameMeanwhile() throws Exception {
    NumberedRing<String> ring = ring("ring-5");
    NumberedRing<String> writer = ring("ring-5");
    long last = writer.append(List.of("a")).getLast().number();
    for (String text : texts(20)) {
      assertThat(ring.after(last, 10, Duration.ofMillis(1))).isEmpty();
      writer.append(List.of(text));

      List<Numbered<String>> read = ring.after(last, 10, LONG);

      assertThat(items(read)).containsExactly(text);
      last = read.getLast().number();
    }
  }

  @Test
  void anItemIsNotReadBeforeItsBackupsHaveIt() throws Exception {
    NumberedRing<String> ring = ring("ring-6");
    long first = ring.append(List.of("a")).getFirst().number();
    // Appended by somebody who has not been told yet that the backups have it.
    hazelcast.getRingbuffer("ring-6").add("b");

    assertThat(ring.after(first, 10, Duration.ofMillis(1))).isEmpty();
    assertThat(ring("ring-6").after(first, 10, Duration.ofMillis(1))).isEmpty();
    ring.append(List.of("c"));

    assertThat(items(ring.after(first, 10, Duration.ZERO))).containsExactly("b", "c");
  }

  @Test
  void aReaderNoticesThatTheRingIsAnotherOne() throws Exception {
    NumberedRing<String> ring = ring("ring-7");
    ring.append(texts(10));
    long last = ring.after(-1, 100, Duration.ZERO).getLast().number();

    hazelcast.getRingbuffer("ring-7").destroy();
    hazelcast.getRingbuffer("ring-7-bell@ring-7").destroy();
    hazelcast.getMap(Store.MARKS).remove("ring-7");
    clock.set(START_MS + 1000);
    ring("ring-7").append(List.of("new", "newer"));

    List<Numbered<String>> read = ring.after(last, 10, Duration.ofMillis(1));
    assertThat(items(read)).containsExactly("new", "newer");
    assertThat(read.getFirst().number()).isEqualTo((START_MS + 1000) * 1000);
    assertThat(passedOver).isEmpty();
  }
}
