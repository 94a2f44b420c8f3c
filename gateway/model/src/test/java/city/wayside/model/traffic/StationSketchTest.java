package city.wayside.model.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Set;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class StationSketchTest {

  @Property
  void countsExactlyBelowItsCapacity(@ForAll @Size(max = 255) Set<Long> stations) {
    assertThat(sketch(stations.stream().mapToLong(Long::longValue)).count())
        .isEqualTo(stations.size());
  }

  @Property(tries = 200)
  void unionIsTheSameInAnyOrderAndGroupingAndTwice(
      @ForAll @Size(max = 400) Set<Long> some,
      @ForAll @Size(max = 400) Set<Long> others,
      @ForAll @Size(max = 400) Set<Long> more) {
    StationSketch a = sketch(some.stream().mapToLong(Long::longValue));
    StationSketch b = sketch(others.stream().mapToLong(Long::longValue));
    StationSketch c = sketch(more.stream().mapToLong(Long::longValue));
    StationSketch left = a.union(b).union(c);
    assertThat(left).isEqualTo(c.union(a.union(b))).isEqualTo(a.union(b.union(c)));
    assertThat(left.union(b)).isEqualTo(left);
    assertThat(left.hashes().length).isLessThanOrEqualTo(StationSketch.CAPACITY);
  }

  @Property(tries = 20)
  void estimatesAboveItsCapacityWithinFourStandardErrors(
      @ForAll @IntRange(min = 256, max = 20_000) int count) {
    assertThat((double) sketch(LongStream.range(0, count)).count())
        .isCloseTo(count, within(count * 4 * 0.0625));
  }

  @Test
  void nobodyIsNobody() {
    assertThat(StationSketch.EMPTY.count()).isZero();
    assertThat(StationSketch.EMPTY.union(StationSketch.of(7))).isEqualTo(StationSketch.of(7));
  }

  private static StationSketch sketch(LongStream stations) {
    return stations.mapToObj(StationSketch::of).reduce(StationSketch.EMPTY, StationSketch::union);
  }
}
