package city.wayside.edge.decode;

import city.wayside.edge.inbound.Inbound;
import city.wayside.messages.MessageOpener;
import city.wayside.messages.Unpacked;
import city.wayside.messages.selective.BsmState;
import city.wayside.messages.selective.CamState;
import city.wayside.messages.translation.Translator;
import city.wayside.model.message.Decoded;
import city.wayside.model.message.MessageKind;

/// Decodes packed messages, bare or in an envelope. Of the kinds that come ten times a second only
/// what a report needs is read. Any thread.
final class PackedDecoder {

  private static final int CAM_ID = 2;
  private static final int CAM_VERSION_MAX = 2;
  private static final int BSM_ID = 20;

  private final Translator translator = new Translator();

  /// An opener has room for one message, and so each thread has its own.
  private final ThreadLocal<MessageOpener> openers = ThreadLocal.withInitial(MessageOpener::new);

  Decoded decode(Inbound inbound) {
    return decode(
        inbound.bytes(), inbound.offset(), inbound.length(), inbound.kind(), inbound.receivedMs());
  }

  Decoded decode(byte[] bytes, int offset, int length, MessageKind kind, long receivedMs) {
    if (kind == MessageKind.CAM && isBareCam(bytes, offset, length)) {
      return CamState.read(bytes, offset, length, receivedMs);
    }
    if (kind == MessageKind.BSM && isBareBsm(bytes, offset, length)) {
      return BsmState.read(bytes, offset, length, receivedMs);
    }
    return switch (openers.get().open(bytes, offset, length).unpacked()) {
      case Unpacked.Rejected rejected -> new Decoded.Undecodable(rejected.refused());
      case Unpacked.Message message ->
          message.format().word().equals(kind.word())
              ? translator.translate(message, receivedMs)
              : Decoders.wrongKind(message.format().word(), kind);
    };
  }

  private static boolean isBareCam(byte[] bytes, int offset, int length) {
    return length > 1
        && bytes[offset] >= 1
        && bytes[offset] <= CAM_VERSION_MAX
        && bytes[offset + 1] == CAM_ID;
  }

  private static boolean isBareBsm(byte[] bytes, int offset, int length) {
    return length > 1 && bytes[offset] == 0 && bytes[offset + 1] == BSM_ID;
  }
}
