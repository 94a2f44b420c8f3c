package city.wayside.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NegotiationTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                  | true
          */*                                 | true
          application/*                       | true
          APPLICATION/GEO+JSON                | true
          application/json                    | true
          text/html, */*;q=0.8                | true
          text/html                           | false
          application/geo+json;q=0            | false
          application/geo+json;q=0.0, text/*  | false
          application/geo+json;q=abc          | true
          image/*                             | false
          """)
  void aMediaTypeIsTakenByRangeAndWeight(String header, boolean accepted) {
    assertThat(Negotiation.accepts(header, MediaTypes.GEO_JSON)).isEqualTo(accepted);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gzip              | true
          br, GZIP;q=0.1    | true
          x-gzip            | true
          *                 | true
          gzip;q=0, *       | false
          *;q=0             | false
          identity, br      | false
          """)
  void gzipIsTakenByNameOrStar(String header, boolean accepted) {
    assertThat(Negotiation.acceptsGzip(header)).isEqualTo(accepted);
  }
}
