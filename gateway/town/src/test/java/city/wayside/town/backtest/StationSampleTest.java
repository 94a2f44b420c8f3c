package city.wayside.town.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class StationSampleTest {

  @Test
  void aShareOfTheStationsIsInAndAlwaysTheSameOnes() {
    StationSample sample = new StationSample(0.3, 7);

    long in = LongStream.rangeClosed(1, 100_000).filter(sample::contains).count();

    assertThat(in / 1e5).isCloseTo(0.3, Offset.offset(0.01));
    assertThat(new StationSample(0.3, 7).contains(12)).isEqualTo(sample.contains(12));
    assertThat(LongStream.rangeClosed(1, 1000).allMatch(StationSample.ALL::contains)).isTrue();
  }

  @Test
  void anotherSeedChoosesOthers() {
    StationSample one = new StationSample(0.5, 1);
    StationSample two = new StationSample(0.5, 2);

    assertThat(LongStream.rangeClosed(1, 1000).anyMatch(id -> one.contains(id) != two.contains(id)))
        .isTrue();
  }
}
