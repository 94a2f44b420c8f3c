package city.wayside.adapters.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptEncodingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip | true",
        "GZIP | true",
        "deflate, gzip;q=0.5, br | true",
        "x-gzip | true",
        "* | true",
        "br, *;q=0.1 | true",
        "gzip;q=0 | false",
        "gzip; q=0.000 | false",
        "gzip;q=0, * | false",
        "*;q=0 | false",
        "identity | false",
        "br | false",
        ", | false"
      })
  void gzipIsForThoseWhoTakeIt(String header, boolean allowed) {
    assertThat(AcceptEncoding.allowsGzip(header)).isEqualTo(allowed);
  }

  @Test
  void whoSaysNothingGetsTheBytesAsTheyAre() {
    assertThat(AcceptEncoding.allowsGzip(null)).isFalse();
  }
}
