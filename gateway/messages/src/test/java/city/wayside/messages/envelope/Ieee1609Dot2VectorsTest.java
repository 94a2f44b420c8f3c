package city.wayside.messages.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.messages.vectors.Vectors;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class Ieee1609Dot2VectorsTest {

  private final EnvelopeReader reader = new EnvelopeReader();
  private final FrameSearch search = new FrameSearch();
  private final Map<String, Integer> counts = new TreeMap<>();

  @Test
  void everyEnvelopeHasWhatTheOracleFound() {
    for (JsonNode vector : Vectors.of("ieee1609dot2.jsonl")) {
      byte[] bytes = Vectors.bytes(vector);
      if (vector.has("error")) {
        assertThat(Openings.refused(bytes).reason())
            .startsWith("Ieee1609Dot2Data.unsecuredData at byte 6 has length 124, but ");
        checkFrames(vector, bytes);
        count("cut off, message found");
      } else if (vector.has("prefix_bytes")) {
        assertThat(reader.open(bytes)).isInstanceOf(Opening.Unreachable.class);
        checkData(vector, bytes, foundAt(bytes, vector.get("prefix_bytes").asInt()));
        checkFrames(vector, bytes);
        count("found after a vendor's header");
      } else {
        checkData(vector, bytes, new Slice(0, bytes.length));
      }
    }
    System.out.println("IEEE 1609.2 data as the oracle read them: " + counts);
    assertThat(counts)
        .containsEntry("unsecured", 7)
        .containsEntry("signed", 6)
        .containsEntry("found after a vendor's header", 3)
        .containsEntry("cut off, message found", 2)
        .containsEntry("MessageFrame where the oracle found it", 8);
  }

  private Slice foundAt(byte[] bytes, int offset) {
    List<FrameSearch.Candidate> candidates = search.candidates(bytes, 0, bytes.length);
    return candidates.stream()
        .filter(candidate -> candidate.kind() == FrameSearch.Kind.IEEE_1609_2_DATA)
        .map(FrameSearch.Candidate::slice)
        .filter(slice -> slice.offsetBytes() == offset)
        .findFirst()
        .orElseThrow(() -> new AssertionError(candidates.toString()));
  }

  /// The search proposes exactly the frames that an independent decoder could decode.
  private void checkFrames(JsonNode vector, byte[] bytes) {
    List<FrameSearch.Candidate> candidates = search.candidates(bytes, 0, bytes.length);
    for (JsonNode frame : vector.get("j2735_frames")) {
      Slice expected =
          new Slice(frame.get("offset").asInt(), frame.get("hex").asText().length() / 2);
      assertThat(candidates)
          .contains(new FrameSearch.Candidate(FrameSearch.Kind.J2735_MESSAGE_FRAME, expected));
      count("MessageFrame proposed");
    }
  }

  private void checkData(JsonNode vector, byte[] bytes, Slice place) {
    JsonNode expected = vector.get("decoded");
    Unwrapped unwrapped =
        Openings.unwrapped(reader.open(bytes, place.offsetBytes(), place.lengthBytes()));

    assertThat(Octets.hex(bytes, unwrapped.message())).isEqualTo(expected.get("payload").asText());
    assertThat(unwrapped.layers()).containsExactly(Layer.IEEE_1609_2_DATA);
    assertThat(unwrapped.geoNetworking()).isEmpty();
    assertThat(unwrapped.btp()).isEmpty();
    SecuredData secured = unwrapped.security().getFirst();
    assertThat(secured.data().lengthBytes()).isEqualTo(expected.get("consumed").asInt());
    assertThat(unwrapped.original().endBytes() - secured.data().endBytes())
        .isEqualTo(expected.get("trailing").asInt());
    for (JsonNode frame : vector.get("j2735_frames")) {
      assertThat(unwrapped.family()).isEqualTo(MessageFamily.J2735_MESSAGE_FRAME);
      assertThat(unwrapped.message().offsetBytes()).isEqualTo(frame.get("offset").asInt());
      assertThat(Octets.hex(bytes, unwrapped.message())).isEqualTo(frame.get("hex").asText());
      count("MessageFrame where the oracle found it");
    }
    if (expected.get("content").asText().equals("unsecuredData")) {
      assertThat(secured.content()).isEqualTo(SecuredData.Content.UNSECURED);
      assertThat(unwrapped.signedData()).isEmpty();
      count("unsecured");
    } else {
      assertThat(expected.get("content").asText()).isEqualTo("signedData");
      assertThat(secured.content()).isEqualTo(SecuredData.Content.SIGNED);
      checkSigned(expected, bytes, secured, unwrapped.signedData().orElseThrow());
      count("signed");
    }
  }

  private void checkSigned(
      JsonNode expected, byte[] bytes, SecuredData secured, SignedData signed) {
    JsonNode header = expected.get("headerInfo");
    HeaderInfo found = signed.headerInfo();
    assertThat(found.psid()).isEqualTo(header.get("psid").asLong());
    assertThat(found.generationTime()).contains(new Time64(header.get("generationTime").asLong()));
    assertThat(found.expiryTime().isPresent()).isEqualTo(header.has("expiryTime"));
    if (header.has("expiryTime")) {
      assertThat(found.expiryTime()).contains(new Time64(header.get("expiryTime").asLong()));
      count("signed with an expiry time");
    }
    String signer =
        switch (signed.signer()) {
          case SignerIdentifier.Digest(Slice hashedId8) -> {
            assertThat(hashedId8.lengthBytes()).isEqualTo(8);
            yield "digest";
          }
          case SignerIdentifier.Certificate(List<Slice> certificates) -> {
            assertThat(certificates).hasSize(1);
            yield "certificate";
          }
          case SignerIdentifier.Self _ -> "self";
          case SignerIdentifier.Other _ -> "other";
        };
    assertThat(signer).isEqualTo(expected.get("signerType").asText());
    count("signed, signer by " + signer);
    // tbsData begins with the payload's preamble, signature ends the data.
    assertThat(bytes[signed.tbsData().offsetBytes()]).isEqualTo((byte) 0x40);
    assertThat(secured.data().contains(signed.tbsData())).isTrue();
    assertThat(signed.tbsData().contains(secured.payload())).isTrue();
    assertThat(signed.signature().endBytes()).isEqualTo(secured.data().endBytes());
  }

  private void count(String kind) {
    counts.merge(kind, 1, Integer::sum);
  }
}
