package city.wayside.messages.envelope;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One packet while its layers are taken off. Used once, by one thread.
final class Unwrapping {

  private final Slice original;
  private final ByteCursor start;
  private final List<Layer> layers = new ArrayList<>();
  private final SecuredDataReader secured = new SecuredDataReader(layers);
  private Optional<GeoNetworking> geoNetworking = Optional.empty();
  private Optional<BtpHeader> btp = Optional.empty();

  Unwrapping(Slice original, ByteCursor start) {
    this.original = original;
    this.start = start;
  }

  Unwrapped unwrapped() throws Unreadable {
    ByteCursor in = start;
    FirstBytes first = FirstBytes.of(in);
    if (first == FirstBytes.LEGACY_SECURED_MESSAGE) {
      in = in.within(secured.readLegacy(in));
      first = FirstBytes.of(in);
    }
    while (first == FirstBytes.IEEE_1609_2_DATA) {
      in = in.within(secured.read(in));
      first = FirstBytes.of(in);
    }
    return switch (first) {
      case GN_BASIC_HEADER -> inGeoNetworking(in);
      case GN_COMMON_HEADER -> afterBasicHeader(Optional.empty(), in);
      case J2735_MESSAGE_FRAME -> {
        if (layers.isEmpty()) {
          MessageFrameLength.requireWhole(in);
        }
        yield message(in.rest(), first);
      }
      case ETSI_PDU -> message(in.rest(), first);
      case UNKNOWN, IEEE_1609_2_DATA, LEGACY_SECURED_MESSAGE -> {
        if (layers.isEmpty()) {
          throw EnvelopeReader.unknown(in);
        }
        yield message(in.rest(), first);
      }
    };
  }

  private Unwrapped inGeoNetworking(ByteCursor in) throws Unreadable {
    BasicHeader basic = BasicHeader.read(in);
    layers.add(Layer.GN_BASIC_HEADER);
    if (!basic.secured()) {
      return afterBasicHeader(Optional.of(basic), in);
    }
    int version = in.peek(0);
    if (version != SecuredMessage.VERSION && version != SecuredDataReader.VERSION) {
      throw in.malformed(
          "secured packet",
          0,
          version < 0
              ? "is missing"
              : "begins with byte " + version + ", must be 3 (IEEE 1609.2) or 2 (TS 103 097)");
    }
    Slice payload = version == SecuredMessage.VERSION ? secured.readLegacy(in) : secured.read(in);
    return afterBasicHeader(Optional.of(basic), in.within(payload));
  }

  private Unwrapped afterBasicHeader(Optional<BasicHeader> basic, ByteCursor in) throws Unreadable {
    int headerAtBytes = in.atBytes();
    GeoNetworking packet = GeoNetworking.read(basic, in);
    CommonHeader common = packet.common();
    layers.add(Layer.GN_COMMON_HEADER);
    geoNetworking = Optional.of(packet);
    ByteCursor payload = in.within(common.payload(in, headerAtBytes));
    btp =
        Optional.of(
            common.nextHeader() == CommonHeader.NextHeader.BTP_A
                ? BtpHeader.readA(payload)
                : BtpHeader.readB(payload));
    layers.add(Layer.BTP_HEADER);
    return message(payload.rest(), FirstBytes.of(payload));
  }

  private Unwrapped message(Slice message, FirstBytes first) {
    MessageFamily family =
        switch (first) {
          case ETSI_PDU -> MessageFamily.ETSI_PDU;
          case J2735_MESSAGE_FRAME -> MessageFamily.J2735_MESSAGE_FRAME;
          case GN_BASIC_HEADER,
              GN_COMMON_HEADER,
              IEEE_1609_2_DATA,
              LEGACY_SECURED_MESSAGE,
              UNKNOWN ->
              MessageFamily.OTHER;
        };
    return new Unwrapped(original, message, family, layers, geoNetworking, btp, secured.found());
  }
}
