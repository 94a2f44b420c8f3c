package city.wayside.messages.measure;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SaeQuantityTest {

  @ParameterizedTest(name = "{0} {1} is {2}")
  @CsvSource({
    "LATITUDE, 900000000, 90",
    "LATITUDE, 900000001, NaN",
    "LONGITUDE, -1799999999, -179.9999999",
    "LONGITUDE, 1800000001, NaN",
    "SPEED, 8190, 163.8",
    "SPEED, 8191, NaN",
    "HEADING, 28799, 359.9875",
    "HEADING, 28800, NaN",
    "SEMI_AXIS, 0, 0",
    "SEMI_AXIS, 253, 12.65",
    "SEMI_AXIS, 254, NaN",
    "SEMI_AXIS, 255, NaN",
  })
  void integersOfTheWireAreValuesOrAbsence(SaeQuantity quantity, long wire, Double value) {
    assertThat(quantity.valueOf(wire)).isEqualTo(value);
  }

  @ParameterizedTest(name = "{0} {1} is sent as {2}")
  @CsvSource({
    "LATITUDE, 90.1, 900000001",
    "LONGITUDE, -180, 1800000001",
    "SPEED, -1, 8191",
    "SPEED, 164, 8191",
    "SPEED, Infinity, 8191",
    "HEADING, 360, 0",
    "HEADING, -0.0125, 28799",
    "HEADING, 359.999, 0",
    "HEADING, NaN, 28800",
    "SEMI_AXIS, 13, 255",
  })
  void valuesOutOfRangeAreSentAsNoValue(SaeQuantity quantity, double value, long wire) {
    assertThat(quantity.wireOf(value)).isEqualTo(wire);
  }

  @ParameterizedTest
  @EnumSource
  void everyIntegerWithAValueComesBack(SaeQuantity quantity) {
    long step = Math.max(1, (quantity.wireMax() - quantity.wireMin()) / 100_000);
    for (long wire = quantity.wireMin(); wire <= quantity.wireMax(); wire += step) {
      double value = quantity.valueOf(wire);
      if (!Double.isNaN(value)) {
        assertThat(quantity.wireOf(value)).isEqualTo(wire);
      }
    }
  }

  @Property(tries = 2000, seed = "1")
  void noValueLeavesTheRangeOfTheWire(@ForAll SaeQuantity quantity, @ForAll double value) {
    assertThat(quantity.wireOf(value)).isBetween(quantity.wireMin(), quantity.wireMax());
  }
}
