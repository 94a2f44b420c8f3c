package city.wayside.kit.mqtt;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Cuts what a server sends into packets, wherever the network cut it. One thread.
public final class PacketReader {

  /// What a server may say to a client of QoS 0 and 1.
  public interface Heard {

    /// The connection is accepted (code 0) or refused.
    void connAck(Answer answer);

    /// A message is acknowledged (below 0x80) or refused.
    void pubAck(int packetId, int code);

    /// A subscription is granted (below 0x80) or refused.
    void subAck(int packetId, int code);

    /// A message came.
    void message(String topic, byte[] payload, int qos, int packetId);

    /// The server is alive.
    default void pingResp() {}

    /// The server says good-bye.
    void disconnect(Answer answer);

    /// What came is no MQTT, or too long; nothing more is read.
    void garbled(String reason);
  }

  /// The longest packet taken from a server.
  static final int PACKET_BYTES_MAX = 1 << 20;

  private static final byte[] NOTHING = {};

  private final MqttVersion version;
  private final Heard heard;
  private byte[] rest = NOTHING;
  private boolean stopped;

  /// A reader for one connection.
  public PacketReader(MqttVersion version, Heard heard) {
    this.version = version;
    this.heard = heard;
  }

  /// Takes what came from the network.
  public void feed(byte[] received) {
    byte[] bytes = received;
    if (rest.length > 0) {
      bytes = Arrays.copyOf(rest, rest.length + received.length);
      System.arraycopy(received, 0, bytes, rest.length, received.length);
    }
    int at = 0;
    while (!stopped) {
      int end = packetEnd(bytes, at);
      if (end < 0 || end > bytes.length) {
        break;
      }
      try {
        read(bytes, at, end);
      } catch (IndexOutOfBoundsException tooShort) {
        stop("a packet of type " + (bytes[at] >> 4 & 0xF) + " is too short for its fields");
      }
      at = end;
    }
    rest = at == bytes.length ? NOTHING : Arrays.copyOfRange(bytes, at, bytes.length);
  }

  /// Where the packet ends, or -1 when its length is not all there yet.
  private int packetEnd(byte[] bytes, int from) {
    int length = 0;
    for (int i = 0; i < 4; i++) {
      if (from + 1 + i >= bytes.length) {
        return -1;
      }
      int part = bytes[from + 1 + i];
      length |= (part & 0x7F) << (7 * i);
      if (part >= 0) {
        if (length > PACKET_BYTES_MAX) {
          break;
        }
        return from + 2 + i + length;
      }
    }
    stop("a packet is longer than " + PACKET_BYTES_MAX + " bytes");
    return -1;
  }

  private void stop(String reason) {
    stopped = true;
    heard.garbled(reason);
  }

  private void read(byte[] bytes, int from, int end) {
    int body = Fields.afterLength(bytes, from + 1);
    int type = bytes[from] >> 4 & 0xF;
    switch (type) {
      case Packets.CONNACK -> {
        Fields.require(end - body >= 2);
        int code = bytes[body + 1] & 0xFF;
        heard.connAck(answer(code, (bytes[body] & 1) != 0, bytes, body + 2, end));
      }
      case Packets.PUBACK ->
          heard.pubAck(Fields.number(bytes, body), end - body > 2 ? bytes[body + 2] & 0xFF : 0);
      case Packets.SUBACK -> heard.subAck(Fields.number(bytes, body), bytes[end - 1] & 0xFF);
      case Packets.PUBLISH -> readPublish(bytes, from, body, end);
      case Packets.DISCONNECT ->
          heard.disconnect(
              end > body ? answer(bytes[body] & 0xFF, false, bytes, body + 1, end) : Answer.of(0));
      case Packets.PINGRESP -> heard.pingResp();
      default -> stop("a packet of type " + type + " is not for clients");
    }
  }

  private Answer answer(int code, boolean isSessionPresent, byte[] bytes, int from, int end) {
    return Answer.of(code, isSessionPresent, bytes, version == MqttVersion.V5 ? from : end, end);
  }

  private void readPublish(byte[] bytes, int from, int body, int end) {
    int qos = bytes[from] >> 1 & 3;
    int topicLength = Fields.number(bytes, body);
    int at = body + 2 + topicLength;
    Fields.require(at <= end);
    String topic = new String(bytes, body + 2, topicLength, StandardCharsets.UTF_8);
    int packetId = 0;
    if (qos > 0) {
      packetId = Fields.number(bytes, at);
      at += 2;
    }
    if (version == MqttVersion.V5) {
      at = Fields.afterProperties(bytes, at, end);
    }
    heard.message(topic, Arrays.copyOfRange(bytes, at, end), qos, packetId);
  }
}
