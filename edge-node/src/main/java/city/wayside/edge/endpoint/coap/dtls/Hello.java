package city.wayside.edge.endpoint.coap.dtls;

import java.net.DatagramPacket;

/// Looks at a datagram that may begin a handshake, without reading more of it than is needed.
///
///     record header   type 1 · version 2 · epoch 2 · sequence number 6 · length 2      13 bytes
///     message header  type 1 · length 3 · sequence 2 · fragment offset 3 and length 3  12 bytes
///     ClientHello     version 2 · random 32 · session id 1+n · cookie 1+n · …          RFC 6347 §4
enum Hello {
  /// No ClientHello, or none that can be read.
  NONE,
  /// Its sender has yet to show that it has the address that it comes from.
  FIRST,
  /// It brings a cookie.
  WITH_COOKIE;

  private static final int HANDSHAKE = 22;
  private static final int CLIENT_HELLO = 1;
  private static final int MESSAGE_AT = 13;
  private static final int SESSION_ID_AT = MESSAGE_AT + 12 + 2 + 32;

  /// What a datagram is.
  static Hello of(DatagramPacket packet) {
    byte[] data = packet.getData();
    int start = packet.getOffset();
    int end = start + packet.getLength();
    int sessionId = start + SESSION_ID_AT;
    if (sessionId >= end
        || data[start] != HANDSHAKE
        || data[start + MESSAGE_AT] != CLIENT_HELLO
        || data[start + 3] != 0
        || data[start + 4] != 0) {
      return NONE;
    }
    int cookie = sessionId + 1 + (data[sessionId] & 0xff);
    if (cookie >= end) {
      return NONE;
    }
    return data[cookie] == 0 ? FIRST : WITH_COOKIE;
  }
}
