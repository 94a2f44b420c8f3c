package city.wayside.kit.coap;

import java.util.ArrayList;
import java.util.List;

/// A wire whose other end is the test.
final class ManualWire implements Wire {

  final List<byte[]> sent = new ArrayList<>();
  final Heard heard;
  boolean isOpened;
  boolean isClosed;

  ManualWire(Heard heard) {
    this.heard = heard;
  }

  @Override
  public void open() {
    isOpened = true;
    heard.opened();
  }

  @Override
  public void send(byte[] message) {
    sent.add(message);
  }

  @Override
  public void close() {
    isClosed = true;
  }

  byte[] last() {
    return sent.getLast();
  }

  /// The other end answers.
  void answer(int type, int code, int messageId, int token) {
    int tokenBytes = token < 0 ? 0 : 2;
    byte[] message = new byte[4 + tokenBytes];
    message[0] = (byte) (0x40 | (type << 4) | tokenBytes);
    message[1] = (byte) code;
    message[2] = (byte) (messageId >> 8);
    message[3] = (byte) messageId;
    if (tokenBytes > 0) {
      message[4] = (byte) (token >> 8);
      message[5] = (byte) token;
    }
    heard.received(message);
  }

  int lastId() {
    return ((last()[2] & 0xFF) << 8) | (last()[3] & 0xFF);
  }
}
