package city.wayside.messages;

import city.wayside.messages.envelope.EnvelopeReader;
import city.wayside.messages.envelope.FrameSearch;
import city.wayside.messages.envelope.Opening;
import city.wayside.messages.envelope.Slice;
import city.wayside.messages.envelope.Unwrapped;
import city.wayside.model.refusal.Refused;
import org.jspecify.annotations.Nullable;

/// Unpacks messages that come bare, in GeoNetworking packets or in signed data, as road-side units
/// forward them. One thread; keep one and use it again.
///
/// When neither a message nor an envelope begins where the bytes do, a vendor's header may: then a
/// few places are tried, and only a message that decodes whole counts.
public final class MessageOpener {

  private final Unpacker unpacker = new Unpacker();
  private final EnvelopeReader envelopes = new EnvelopeReader();
  private final FrameSearch search = new FrameSearch();

  /// What was found.
  ///
  /// @param unpacked the message, or why there is none
  /// @param envelope what was around it, with the slices that verifying and forwarding need;
  ///   nothing for a bare message
  public record Opened(Unpacked unpacked, @Nullable Unwrapped envelope) {}

  /// Opens and unpacks a message that lies within an array, which must not change while the result
  /// is read.
  public Opened open(byte[] bytes, int offset, int length) {
    Opened first = openAt(bytes, offset, length);
    if (first.unpacked() instanceof Unpacked.Message) {
      return first;
    }
    for (FrameSearch.Candidate candidate : search.candidates(bytes, offset, length)) {
      Slice slice = candidate.slice();
      Opened found = openAt(bytes, slice.offsetBytes(), slice.lengthBytes());
      if (found.unpacked() instanceof Unpacked.Message) {
        return found;
      }
    }
    // The candidates used the tape; a rejection does not need it.
    return first;
  }

  private Opened openAt(byte[] bytes, int offset, int length) {
    return switch (envelopes.open(bytes, offset, length)) {
      case Opening.Unreachable(Refused refused, int offsetBytes) ->
          new Opened(new Unpacked.Rejected(refused, 8 * offsetBytes), null);
      case Unwrapped unwrapped -> {
        Slice message = unwrapped.message();
        Unpacked unpacked = unpacker.unpack(bytes, message.offsetBytes(), message.lengthBytes());
        boolean isBare = unwrapped.layers().isEmpty();
        yield new Opened(
            isBare ? unpacked : moved(unpacked, 8 * (message.offsetBytes() - offset)),
            isBare ? null : unwrapped);
      }
    };
  }

  /// A rejection's place, counted from the envelope's first bit.
  private static Unpacked moved(Unpacked unpacked, int bits) {
    return unpacked instanceof Unpacked.Rejected rejected
        ? new Unpacked.Rejected(rejected.refused(), rejected.bitOffset() + bits)
        : unpacked;
  }
}
