package city.wayside.messages.envelope;

import static city.wayside.messages.envelope.FrameSearch.Kind.GEONETWORKING_PACKET;
import static city.wayside.messages.envelope.FrameSearch.Kind.IEEE_1609_2_DATA;
import static city.wayside.messages.envelope.FrameSearch.Kind.J2735_MESSAGE_FRAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.wayside.messages.envelope.FrameSearch.Candidate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameSearchTest {

  private final FrameSearch search = new FrameSearch();

  private List<Candidate> candidates(String... texts) {
    byte[] bytes = Octets.of(texts);
    return search.candidates(bytes, 0, bytes.length);
  }

  @Test
  void anEnvelopeAfterAVendorsHeaderAndTheFrameInItAreProposed() {
    assertThat(candidates("22 e1 2d // a vendor's header", "03 80 05 00 14 02 ab cd"))
        .containsExactly(
            new Candidate(IEEE_1609_2_DATA, new Slice(3, 8)),
            new Candidate(J2735_MESSAGE_FRAME, new Slice(6, 5)));
  }

  @Test
  void aFrameInAnEnvelopeThatIsCutOffIsProposed() {
    assertThat(candidates("03 81 00 40 03 80 7c 00 13 03 ab cd ef 00"))
        .containsExactly(
            new Candidate(IEEE_1609_2_DATA, new Slice(4, 10)),
            new Candidate(J2735_MESSAGE_FRAME, new Slice(7, 6)));
  }

  @Test
  void aPacketAfterAnEtherTypeIsProposedFirst() {
    assertThat(candidates("ffffffffffff 000000000000 89 47", "12 00 1a 01", "03 80 01 ff"))
        .containsExactly(
            new Candidate(GEONETWORKING_PACKET, new Slice(14, 8)),
            new Candidate(IEEE_1609_2_DATA, new Slice(18, 4)));
  }

  @Test
  void signedDataNeedAKnownHashAndAPayload() {
    assertThat(candidates("aa 03 81 02 60 03 80 // SM3, data and hash"))
        .containsExactly(
            new Candidate(IEEE_1609_2_DATA, new Slice(1, 6)),
            new Candidate(IEEE_1609_2_DATA, new Slice(5, 2)));
    assertThat(candidates("aa 03 81 03 40 03 ff // unknown hash")).isEmpty();
    assertThat(candidates("aa 03 81 00 20 03 ff // no data")).isEmpty();
    assertThat(candidates("aa 03 81 00 40 02 ff // no version 3")).isEmpty();
    assertThat(candidates("aa 03 81")).isEmpty();
  }

  @Test
  void aFrameMayHaveTwoOctetsOfLength() {
    assertThat(candidates("aa 00 12 80 03 01 02 03 04"))
        .containsExactly(new Candidate(J2735_MESSAGE_FRAME, new Slice(1, 7)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "aa 00 14 05 ab cd // cut off",
        "aa 00 14 00 ab cd // empty",
        "aa 00 14 c1 ab cd // in fragments",
        "aa 00 11 02 ab cd // no DSRCmsgID",
        "aa 00 14 01 ab    // too short for any message",
        "aa 00 14",
        "aa 89 47 21 00    // no Basic Header",
        "aa 89 47",
        "03 80             // where the reader began",
        "aa",
        "",
      })
  void whatCannotBeWholeIsNotProposed(String text) {
    assertThat(candidates(text)).isEmpty();
  }

  @Test
  void onlySoManyPlacesAreProposed() {
    assertThat(candidates("aa", "03 80 ".repeat(20)))
        .hasSize(FrameSearch.CANDIDATES_MAX)
        .startsWith(new Candidate(IEEE_1609_2_DATA, new Slice(1, 40)))
        .endsWith(new Candidate(IEEE_1609_2_DATA, new Slice(15, 26)));
  }

  @Test
  void onlyTheFirstBytesAreSearched() {
    assertThat(candidates("aa".repeat(FrameSearch.SEARCH_BYTES_MAX), "03 80")).hasSize(1);
    assertThat(candidates("aa".repeat(FrameSearch.SEARCH_BYTES_MAX + 1), "03 80")).isEmpty();
  }

  @Test
  void placesAreIndexesOfTheArray() {
    byte[] bytes = Octets.of("aa bb cc 03 80 01 ff dd");

    assertThat(search.candidates(bytes, 2, 5))
        .containsExactly(new Candidate(IEEE_1609_2_DATA, new Slice(3, 4)));
    assertThatThrownBy(() -> search.candidates(bytes, 5, 4))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
