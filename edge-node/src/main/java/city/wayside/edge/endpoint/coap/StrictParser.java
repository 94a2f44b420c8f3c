package city.wayside.edge.endpoint.coap;

import org.eclipse.californium.core.coap.CoAP;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.CoAPMessageFormatException;
import org.eclipse.californium.core.coap.Message;
import org.eclipse.californium.core.coap.Option;
import org.eclipse.californium.core.coap.option.OptionDefinition;
import org.eclipse.californium.core.coap.option.OptionRegistry;
import org.eclipse.californium.core.network.serialization.MessageHeader;
import org.eclipse.californium.core.network.serialization.UdpDataParser;
import org.eclipse.californium.elements.util.DatagramReader;
import org.jspecify.annotations.Nullable;

/// Takes datagrams apart, and tells apart what the standard tells apart: a message that breaks the
/// format is rejected (RFC 7252 §4.2), one with a critical option that cannot be understood is
/// answered 4.02 (§5.4.1), one with a method that nobody knows 4.05 (§5.8). Californium's own
/// parser answers 4.02 to all of them, and to elective options of a wrong length, which are to be
/// passed over (§5.4.3). Any thread.
final class StrictParser extends UdpDataParser {

  private static final int PAYLOAD_MARKER = 0xFF;
  private static final int ONE_BYTE_MORE = 13;
  private static final int TWO_BYTES_MORE = 14;
  private static final int TWO_BYTES_FROM = 269;
  private static final int RESERVED = 15;
  private static final int NUMBER_MAX = 0xFFFF;

  private final OptionRegistry options;

  /// @param options those that are understood
  StrictParser(OptionRegistry options) {
    super(true, options);
    this.options = options;
  }

  @Override
  protected MessageHeader parseHeader(DatagramReader reader) {
    MessageHeader header = super.parseHeader(reader);
    if (CoAP.isRequest(header.getCode()) && header.getCode() > CoAP.Code.IPATCH.value) {
      throw failure(header, "the method is not known", ResponseCode.METHOD_NOT_ALLOWED);
    }
    return header;
  }

  @Override
  protected Message parseMessage(DatagramReader reader, MessageHeader header, Message target) {
    reader.mark();
    look(reader, header);
    reader.reset();
    try {
      return super.parseMessage(reader, header, target);
    } catch (IllegalStateException broken) {
      // A block has more or fewer bytes than its option says (RFC 7959 §2.2).
      CoAPMessageFormatException failure =
          failure(header, "the payload does not fit its block", ResponseCode.BAD_REQUEST);
      failure.initCause(broken);
      throw failure;
    }
  }

  /// Reads all options without making any of them.
  private void look(DatagramReader reader, MessageHeader header) {
    int number = 0;
    boolean isFirst = true;
    while (reader.bytesAvailable()) {
      int head = reader.readNextByte() & 0xFF;
      if (head == PAYLOAD_MARKER) {
        if (!reader.bytesAvailable()) {
          throw failure(header, "there is a payload marker but no payload", null);
        }
        return;
      }
      int delta = extended(reader, header, head >> 4);
      int length = extended(reader, header, head & 0xF);
      if (!reader.bytesAvailable(length)) {
        throw failure(header, "an option is longer than the message", null);
      }
      byte[] _ = reader.readBytes(length);
      number += delta;
      if (number > NUMBER_MAX) {
        throw failure(header, "there is no option " + number, null);
      }
      OptionDefinition definition = options.getDefinitionByNumber(header.getCode(), number);
      boolean isOneTooMany = delta == 0 && !isFirst && isCritical(number);
      if (isOneTooMany && definition != null && definition.isSingleValue()) {
        // RFC 7252 §5.4.5: as if it was not known.
        throw failure(header, "option " + number + " comes twice", ResponseCode.BAD_OPTION);
      }
      isFirst = false;
    }
  }

  private static int extended(DatagramReader reader, MessageHeader header, int nibble) {
    int more = nibble == ONE_BYTE_MORE ? 1 : nibble == TWO_BYTES_MORE ? 2 : 0;
    if (nibble == RESERVED || !reader.bytesAvailable(more)) {
      throw failure(header, "the options break the format", null);
    }
    return switch (more) {
      case 1 -> reader.read(Byte.SIZE) + ONE_BYTE_MORE;
      case 2 -> reader.read(2 * Byte.SIZE) + TWO_BYTES_FROM;
      default -> nibble;
    };
  }

  private static boolean isCritical(int number) {
    return (number & 1) != 0;
  }

  /// @param code what is answered; absent to reject the message
  private static CoAPMessageFormatException failure(
      MessageHeader header, String words, @Nullable ResponseCode code) {
    return new CoAPMessageFormatException(
        words,
        header.getToken(),
        header.getMID(),
        header.getCode(),
        header.getType() == CoAP.Type.CON,
        code);
  }

  @Override
  public @Nullable Option createOption(int code, int number, byte[] value) {
    try {
      return super.createOption(code, number, value);
    } catch (IllegalArgumentException broken) {
      if (isCritical(number)) {
        throw broken;
      }
      return null;
    }
  }
}
