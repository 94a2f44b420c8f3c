package city.wayside.model.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class TravelTimeSketchTest {

  @Property
  void percentilesAreWithinTwoPercent(
      @ForAll @NotEmpty List<@DoubleRange(min = 200, max = 50_000_000) Double> timesMs,
      @ForAll @DoubleRange(min = 0, max = 1) double share) {
    List<Double> sorted = timesMs.stream().sorted().toList();
    int rank = (int) Math.max(1, Math.ceil(share * sorted.size()));
    double exactS = sorted.get(rank - 1) / 1000;
    assertThat(sketch(timesMs).percentileS(share)).isCloseTo(exactS, within(exactS * 0.0201));
  }

  @Property
  void addingIsTheSameInAnyOrder(
      @ForAll List<@DoubleRange(min = 0, max = 1e9) Double> some,
      @ForAll List<@DoubleRange(min = 0, max = 1e9) Double> others) {
    TravelTimeSketch sum = sketch(some).plus(sketch(others));
    assertThat(sum).isEqualTo(sketch(others).plus(sketch(some)));
    assertThat(sum.count()).isEqualTo(some.size() + others.size());
  }

  @Test
  void nothingHasNoPercentile() {
    assertThat(TravelTimeSketch.EMPTY.percentileS(0.5)).isNaN();
    assertThat(TravelTimeSketch.EMPTY.count()).isZero();
  }

  @Test
  void extremeTimesStayInTheOutermostBins() {
    assertThat(TravelTimeSketch.bin(-5)).isZero();
    assertThat(TravelTimeSketch.bin(Double.MAX_VALUE)).isEqualTo(TravelTimeSketch.BIN_MAX);
  }

  private static TravelTimeSketch sketch(List<Double> timesMs) {
    return timesMs.stream()
        .map(TravelTimeSketch::bin)
        .map(bin -> new TravelTimeSketch(new int[] {bin}, new int[] {1}))
        .reduce(TravelTimeSketch.EMPTY, TravelTimeSketch::plus);
  }
}
