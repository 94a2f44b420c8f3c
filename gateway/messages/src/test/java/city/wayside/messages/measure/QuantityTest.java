package city.wayside.messages.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import city.wayside.model.area.GeoPoint;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class QuantityTest {

  @ParameterizedTest(name = "{0} {1} is {2}")
  @CsvSource({
    "LATITUDE, 447758076, 44.7758076",
    "LATITUDE, -900000000, -90",
    "LATITUDE, 900000001, NaN",
    "LONGITUDE, -6528173, -0.6528173",
    "LONGITUDE, 1800000001, NaN",
    "DELTA_LATITUDE, 131072, NaN",
    "DELTA_LONGITUDE, -131071, -0.0131071",
    "SPEED, 0, 0",
    "SPEED, 16381, 163.81",
    "SPEED, 16382, NaN",
    "SPEED, 16383, NaN",
    "SPEED_COMPONENT, -16383, NaN",
    "SPEED_COMPONENT, -1, -0.01",
    "HEADING, 3599, 359.9",
    "HEADING, 3600, 0",
    "HEADING, 3601, NaN",
    "SEMI_AXIS, 0, NaN",
    "SEMI_AXIS, 1, 0.01",
    "SEMI_AXIS, 4093, 40.93",
    "SEMI_AXIS, 4094, NaN",
    "SEMI_AXIS, 4095, NaN",
    "COORDINATE, -131072, NaN",
    "COORDINATE, 131071, NaN",
    "COORDINATE_CONFIDENCE, 4095, NaN",
    "COORDINATE_CONFIDENCE, 4096, NaN",
    "ADVISED_SPEED, 139, 13.9",
    "ADVISED_SPEED, 500, NaN",
    "LANE_WIDTH, 325, 3.25",
  })
  void integersOfTheWireAreValuesOrAbsence(Quantity quantity, long wire, Double value) {
    assertThat(quantity.valueOf(wire)).isEqualTo(value);
  }

  @ParameterizedTest(name = "{0} {1} is sent as {2}")
  @CsvSource({
    "LATITUDE, 90.1, 900000001",
    "LATITUDE, NaN, 900000001",
    "SPEED, 500, 16382",
    "SPEED, -1, 0",
    "SPEED, NaN, 16383",
    "SPEED_COMPONENT, -500, -16383",
    "HEADING, 359.96, 0",
    "HEADING, 360, 0",
    "SEMI_AXIS, 50, 4094",
    "SEMI_AXIS, 0.001, 0",
    "COORDINATE, 2000, 131071",
    "COORDINATE, -2000, -131072",
    "ADVISED_SPEED, 70, 500",
  })
  void valuesOutOfRangeAreSentAsTheMarkThatSaysSo(Quantity quantity, double value, long wire) {
    assertThat(quantity.wireOf(value)).isEqualTo(wire);
  }

  @ParameterizedTest
  @EnumSource
  void everyIntegerWithAValueComesBack(Quantity quantity) {
    long step = Math.max(1, (quantity.wireMax() - quantity.wireMin()) / 100_000);
    for (long wire = quantity.wireMin(); wire <= quantity.wireMax(); wire += step) {
      double value = quantity.valueOf(wire);
      if (!Double.isNaN(value) && !(quantity == Quantity.HEADING && wire == 3600)) {
        assertThat(quantity.wireOf(value)).isEqualTo(wire);
      }
    }
  }

  @Property(tries = 2000, seed = "1")
  void noValueLeavesTheRangeOfTheWire(@ForAll Quantity quantity, @ForAll double value) {
    assertThat(quantity.wireOf(value)).isBetween(quantity.wireMin(), quantity.wireMax());
  }

  @Test
  void thePlaneIsAsLargeAsTheEarth() {
    GeoPoint origin = new GeoPoint(53.55, 10.0);
    // Lengths of a degree at 53.55 degrees north on the WGS 84 ellipsoid.
    GeoPoint moved = new LocalPlane(origin).at(66_281.3, 111_305.4);

    assertThat(moved.latDeg()).isCloseTo(54.55, within(2e-4));
    assertThat(moved.lonDeg()).isCloseTo(11.0, within(2e-3));
    assertThat(new LocalPlane(new GeoPoint(0, 180)).at(111.32, 0).lonDeg())
        .isCloseTo(-179.999, within(1e-6));
    assertThat(new LocalPlane(new GeoPoint(Double.NaN, 0)).at(1, 1).latDeg()).isNaN();
  }

  @Test
  void theAccuracyIsTheLongerAxisAt95Percent() {
    assertThat(Accuracy.radiusM(0.1, 0.5)).isEqualTo(0.5);
    assertThat(Accuracy.radiusM(Double.NaN, 0.5)).isNaN();
    assertThat(Accuracy.radiusOfSigmaM(1, 0.5)).isCloseTo(2.4477, within(1e-4));
  }
}
