package city.wayside.server.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecimalsTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "0.0004, 0",
    "-0.0004, 0",
    "0.0005, 0.001",
    "0.001, 0.001",
    "-0.25, -0.25",
    "12.5, 12.5",
    "100, 100",
    "1e-9, 0",
    "123456789.987654, 123456789.988",
    "1e15, 1000000000000000",
    "1.5e21, 1500000000000000000000",
    "-1.5e21, -1500000000000000000000",
    "NaN, null",
    "Infinity, null",
    "-Infinity, null",
  })
  void figuresAreRoundedAndNeverHaveAnExponent(double value, String text) {
    assertThat(written(value, Decimals.FIGURE)).isEqualTo(text);
  }

  @Test
  void coordinatesHaveSevenDecimalsAtMost() {
    assertThat(written(-179.99999999, Decimals.COORDINATE)).isEqualTo("-180");
    assertThat(written(52.51234564, Decimals.COORDINATE)).isEqualTo("52.5123456");
    assertThat(written(-0.0000001, Decimals.COORDINATE)).isEqualTo("-0.0000001");
  }

  @Test
  void anyNumberIsWithinHalfAUnitOfWhatIsWritten() {
    Random random = new Random(7);
    for (int i = 0; i < 5_000; i++) {
      int decimals = random.nextInt(8);
      double value = random.nextGaussian() * Math.pow(10, random.nextInt(14) - 4);

      BigDecimal text = new BigDecimal(written(value, decimals));

      assertThat(text.stripTrailingZeros().scale()).isLessThanOrEqualTo(decimals);
      BigDecimal half = BigDecimal.valueOf(5, decimals + 1).multiply(new BigDecimal("1.001"));
      BigDecimal spacing = new BigDecimal(Math.ulp(value));
      assertThat(text.subtract(new BigDecimal(value)).abs())
          .as("%s with %d decimals", value, decimals)
          .isLessThanOrEqualTo(half.add(spacing).setScale(20, RoundingMode.UP));
    }
  }

  private static String written(double value, int decimals) {
    byte[] json = JsonBytes.of(generator -> Decimals.write(generator, value, decimals));
    return new String(json, StandardCharsets.US_ASCII);
  }
}
