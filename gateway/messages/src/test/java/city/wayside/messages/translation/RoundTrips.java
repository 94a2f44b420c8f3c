package city.wayside.messages.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.wayside.model.area.GeoPoint;
import city.wayside.model.event.RoadEvent;
import java.util.List;

/// Compares an event with what came back of it.
final class RoundTrips {

  /// Half a step of 1e-7 degrees, and the rounding of a double.
  private static final double HALF_STEP_DEG = 0.5e-7 + 1e-12;

  private RoundTrips() {}

  /// What comes back of an event that can be said.
  static RoadEvent back(Packed packed) {
    assertThat(packed).isInstanceOf(Packed.Bytes.class);
    return Translated.event(((Packed.Bytes) packed).bytes());
  }

  static void assertNear(GeoPoint expected, GeoPoint actual) {
    assertThat(actual.latDeg()).isCloseTo(expected.latDeg(), within(HALF_STEP_DEG));
    double lonDeg = actual.lonDeg() - expected.lonDeg();
    assertThat(Math.IEEEremainder(lonDeg, 360)).isCloseTo(0, within(HALF_STEP_DEG));
  }

  static void assertNearWays(List<List<GeoPoint>> expected, List<List<GeoPoint>> actual) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(actual.get(i)).hasSameSizeAs(expected.get(i));
      for (int j = 0; j < expected.get(i).size(); j++) {
        assertNear(expected.get(i).get(j), actual.get(i).get(j));
      }
    }
  }

  static void assertNear(double expected, double actual, double quantum) {
    if (Double.isNaN(expected)) {
      assertThat(actual).isNaN();
    } else {
      assertThat(actual).isCloseTo(expected, within(quantum / 2 + 1e-9));
    }
  }
}
