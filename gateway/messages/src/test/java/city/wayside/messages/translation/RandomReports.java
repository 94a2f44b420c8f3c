package city.wayside.messages.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationType;
import java.util.List;
import java.util.Random;

/// Reports drawn at random: plausible ones, and ones of the oddest values a record can hold.
final class RandomReports {

  private static final double[] ODD = {
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    -0.0,
    Double.MAX_VALUE,
    Double.MIN_VALUE,
    -1e-9,
    -100,
    1e9,
    90,
    -90,
    90.00000001,
    180,
    -180,
    359.99,
    360
  };
  private static final long[] ODD_LONGS = {
    Long.MIN_VALUE, Long.MIN_VALUE + 1, Long.MAX_VALUE, -1, 0, 0xFFFF_FFFFL, 0x1_0000_0000L
  };

  private static final List<StationType> TYPES = List.of(StationType.values());
  private static final List<MessageKind> KINDS = List.of(MessageKind.values());

  private final Random random;

  RandomReports(long seed) {
    this.random = new Random(seed);
  }

  /// A report that messages can say but for their steps.
  ///
  /// @param accuracyMMax the largest radius that the message has
  Report plausible(double accuracyMMax) {
    return new Report(
        random.nextLong(1L << 32),
        type(),
        kind(),
        1_500_000_000_000L + random.nextLong(500_000_000_000L),
        random.nextDouble(-90, 90),
        random.nextDouble(-180, 180),
        maybe(random.nextDouble(163)),
        maybe(random.nextDouble(360)),
        maybe(random.nextDouble(0.005, accuracyMMax)));
  }

  /// Any report: every number may be as odd as can be.
  Report any() {
    return new Report(
        random.nextBoolean() ? random.nextLong(1L << 32) : odd(ODD_LONGS),
        type(),
        kind(),
        random.nextBoolean() ? random.nextLong() : odd(ODD_LONGS),
        random.nextBoolean() ? random.nextDouble(-90, 90) : odd(),
        random.nextBoolean() ? random.nextDouble(-180, 180) : odd(),
        odd(),
        odd(),
        odd());
  }

  private StationType type() {
    return TYPES.get(random.nextInt(TYPES.size()));
  }

  private MessageKind kind() {
    return KINDS.get(random.nextInt(KINDS.size()));
  }

  private double maybe(double value) {
    return random.nextInt(4) == 0 ? Double.NaN : value;
  }

  private double odd() {
    return ODD[random.nextInt(ODD.length)];
  }

  private long odd(long[] values) {
    return values[random.nextInt(values.length)];
  }

  /// What must come back of a position: half a step of 1e-7 degrees.
  static void assertSamePlace(Report expected, Report back) {
    assertThat(back.latDeg()).isCloseTo(expected.latDeg(), within(0.5e-7 + 1e-12));
    assertSameAngle(expected.lonDeg(), back.lonDeg(), 1e-7);
  }

  /// What must come back of an angle, whose end is its beginning.
  static void assertSameAngle(double expectedDeg, double backDeg, double stepDeg) {
    if (Double.isNaN(expectedDeg)) {
      assertThat(backDeg).isNaN();
    } else {
      assertThat(Math.IEEEremainder(backDeg - expectedDeg, 360))
          .isCloseTo(0, within(stepDeg / 2 + 1e-9));
    }
  }
}
