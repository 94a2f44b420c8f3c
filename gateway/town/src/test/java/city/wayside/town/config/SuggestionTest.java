package city.wayside.town.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {

  @ParameterizedTest
  @CsvSource({
    "port,port,0",
    "prot,port,1",
    "por,port,1",
    "porrt,port,1",
    "part,port,1",
    "'',port,4",
    "abcdef,fedcba,5"
  })
  void editsAreCounted(String from, String to, int edits) {
    assertThat(Suggestion.edits(from, to)).isEqualTo(edits);
    assertThat(Suggestion.edits(to, from)).isEqualTo(edits);
  }

  @Test
  void theNearestIsSuggestedAndTheFarAreNot() {
    assertThat(Suggestion.nearest("PORT", List.of("host", "port"))).contains("port");
    assertThat(Suggestion.nearest("keepalive", List.of("keepAliveS"))).contains("keepAliveS");
    assertThat(Suggestion.nearest("entirely", List.of("host", "port"))).isEmpty();
    assertThat(Suggestion.nearest("x".repeat(1000), List.of("x".repeat(999)))).isEmpty();
  }
}
