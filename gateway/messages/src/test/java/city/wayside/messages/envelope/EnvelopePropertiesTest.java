package city.wayside.messages.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EnvelopePropertiesTest {

  private static final int REASON_CHARS_MAX = 200;

  private final EnvelopeReader reader = new EnvelopeReader();
  private final FrameSearch search = new FrameSearch();

  @Example
  void theSamplesAreWhole() {
    assertThat(SamplePackets.all()).allSatisfy(packet -> assertWhole(packet));
  }

  private void assertWhole(byte[] packet) {
    Slice whole = new Slice(0, packet.length);
    List<Slice> places = new ArrayList<>(List.of(whole));
    search.candidates(packet, 0, packet.length).forEach(found -> places.add(found.slice()));
    assertThat(places)
        .anyMatch(place ->
            reader.open(packet, place.offsetBytes(), place.lengthBytes()) instanceof Unwrapped);
  }

  @Property(tries = 20_000, seed = "1")
  void noBytesMakeItThrow(@ForAll byte[] bytes) {
    check(bytes, 0, bytes.length);
  }

  @Property(tries = 20_000, seed = "2")
  void noBytesThatBeginLikeAnEnvelopeMakeItThrow(
      @ForAll("beginnings") byte[] beginning, @ForAll byte[] rest) {
    byte[] bytes = Arrays.copyOf(beginning, beginning.length + rest.length);
    System.arraycopy(rest, 0, bytes, beginning.length, rest.length);
    check(bytes, 0, bytes.length);
  }

  @Property(tries = 20_000, seed = "3")
  void noDamagedPacketMakesItThrow(
      @ForAll("packets") byte[] packet,
      @ForAll int first,
      @ForAll byte firstValue,
      @ForAll int second,
      @ForAll byte secondValue) {
    byte[] bytes = packet.clone();
    bytes[Math.floorMod(first, bytes.length)] = firstValue;
    bytes[Math.floorMod(second, bytes.length)] = secondValue;
    check(bytes, 0, bytes.length);
  }

  @Property(tries = 2_000, seed = "4")
  void aPacketMayBeCutAnywhere(@ForAll("packets") byte[] packet, @ForAll int at) {
    int length = Math.floorMod(at, packet.length);
    check(packet, 0, length);
    check(packet, packet.length - length, length);
    // Nothing after the part is ever read: the array's end would stop it.
    byte[] alone = Arrays.copyOf(packet, length);
    assertThat(reader.open(packet, 0, length)).isEqualTo(reader.open(alone));
  }

  @Property(tries = 2_000, seed = "5")
  void everyByteOfEveryValueIsTaken(@ForAll("packets") byte[] packet, @ForAll int at) {
    byte[] bytes = packet.clone();
    int place = Math.floorMod(at, bytes.length);
    for (int value = 0; value < 256; value++) {
      bytes[place] = (byte) value;
      check(bytes, 0, bytes.length);
    }
  }

  private void check(byte[] bytes, int offset, int length) {
    byte[] before = bytes.clone();
    Slice received = new Slice(offset, length);
    switch (reader.open(bytes, offset, length)) {
      case Unwrapped unwrapped -> checkPlaces(received, unwrapped);
      case Opening.Unreachable unreachable ->
          assertThat(unreachable.refused().reason()).hasSizeBetween(10, REASON_CHARS_MAX);
    }
    List<FrameSearch.Candidate> candidates = search.candidates(bytes, offset, length);
    assertThat(candidates).hasSizeLessThanOrEqualTo(FrameSearch.CANDIDATES_MAX);
    for (FrameSearch.Candidate candidate : candidates) {
      assertThat(received.contains(candidate.slice())).isTrue();
      Slice slice = candidate.slice();
      if (reader.open(bytes, slice.offsetBytes(), slice.lengthBytes())
          instanceof Unwrapped unwrapped) {
        checkPlaces(slice, unwrapped);
      }
    }
    assertThat(bytes).isEqualTo(before);
  }

  private static void checkPlaces(Slice received, Unwrapped unwrapped) {
    assertThat(unwrapped.original()).isEqualTo(received);
    assertThat(received.contains(unwrapped.message())).isTrue();
    assertThat(unwrapped.message().lengthBytes()).isPositive();
    assertThat(unwrapped.security()).hasSizeLessThanOrEqualTo(EnvelopeReader.SECURED_DATA_MAX);
    assertThat(unwrapped.layers()).hasSizeLessThanOrEqualTo(EnvelopeReader.SECURED_DATA_MAX + 4);
    List<Slice> slices = new ArrayList<>();
    for (SecuredData data : unwrapped.security()) {
      slices.add(data.data());
      assertThat(data.data().contains(data.payload())).isTrue();
      data.signedData()
          .ifPresent(signed -> {
            slices.add(signed.tbsData());
            slices.add(signed.signature());
            slices.addAll(places(signed.signer()));
            assertThat(signed.tbsData().contains(data.payload())).isTrue();
          });
    }
    assertThat(slices).allMatch(received::contains);
  }

  private static List<Slice> places(SignerIdentifier signer) {
    return switch (signer) {
      case SignerIdentifier.Digest(Slice hashedId8) -> List.of(hashedId8);
      case SignerIdentifier.Certificate(List<Slice> certificates) -> certificates;
      case SignerIdentifier.Self _ -> List.of();
      case SignerIdentifier.Other other -> List.of(other.value());
    };
  }

  @Provide
  Arbitrary<byte[]> beginnings() {
    return Arbitraries.of(
            "030000",
            "0380",
            "0381004003800b",
            "0381004003800100400120",
            "03810040038001aa000120810101",
            "03810040038001aa000120810101800300800102030405060708",
            "03810040038001aa0001208101018003008100ff83000000000000000000840000",
            "110000002050",
            "120000000381004003",
            "12000000021000",
            "2050",
            "2040",
            "0210",
            "02800001",
            "0014",
            "8947120000000381")
        .map(HexFormat.of()::parseHex);
  }

  @Provide
  Arbitrary<byte[]> packets() {
    return Arbitraries.of(SamplePackets.all());
  }
}
