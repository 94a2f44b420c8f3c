package city.wayside.kit.mqtt;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Cuts what a server sends into packets, wherever the network cut it.
final class PacketReader {

  /// What a server may say to a client of clean sessions and QoS 0 and 1.
  interface Heard {

    /// The connection is accepted (code 0) or refused.
    void connAck(int code, int receiveMax);

    /// A message is acknowledged (below 0x80) or refused.
    void pubAck(int packetId, int code);

    /// A subscription is granted (below 0x80) or refused.
    void subAck(int code);

    /// A message came.
    void message(String topic, byte[] payload, int qos, int packetId);

    /// The server says good-bye.
    void disconnect(int code);

    /// What came is no MQTT, or too long; nothing more is read.
    void garbled(String reason);
  }

  /// The longest packet taken from a server.
  static final int PACKET_BYTES_MAX = 1 << 20;

  private static final int RECEIVE_MAXIMUM = 0x21;
  private static final int NO_LIMIT = 65_535;

  private final MqttVersion version;
  private final Heard heard;
  private byte[] rest = {};
  private boolean stopped;

  PacketReader(MqttVersion version, Heard heard) {
    this.version = version;
    this.heard = heard;
  }

  /// Takes what came from the network.
  void feed(Buffer buffer) {
    byte[] bytes = buffer.getBytes();
    if (rest.length > 0) {
      byte[] joined = Arrays.copyOf(rest, rest.length + bytes.length);
      System.arraycopy(bytes, 0, joined, rest.length, bytes.length);
      bytes = joined;
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
    rest = at == bytes.length ? new byte[0] : Arrays.copyOfRange(bytes, at, bytes.length);
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
    int body = from + 1;
    while (bytes[body] < 0) {
      body++;
    }
    body++;
    int type = bytes[from] >> 4 & 0xF;
    switch (type) {
      case Packets.CONNACK -> {
        require(end - body >= 2);
        heard.connAck(bytes[body + 1] & 0xFF, receiveMax(bytes, body + 2, end));
      }
      case Packets.PUBACK ->
          heard.pubAck(number(bytes, body), end - body > 2 ? bytes[body + 2] & 0xFF : 0);
      case Packets.SUBACK -> heard.subAck(bytes[end - 1] & 0xFF);
      case Packets.PUBLISH -> readPublish(bytes, from, body, end);
      case Packets.DISCONNECT -> heard.disconnect(end > body ? bytes[body] & 0xFF : 0);
      case Packets.PINGRESP -> {}
      default -> stop("a packet of type " + type + " is not for clients");
    }
  }

  private void readPublish(byte[] bytes, int from, int body, int end) {
    int qos = bytes[from] >> 1 & 3;
    int topicLength = number(bytes, body);
    int at = body + 2 + topicLength;
    require(at <= end);
    String topic = new String(bytes, body + 2, topicLength, StandardCharsets.UTF_8);
    int packetId = 0;
    if (qos > 0) {
      packetId = number(bytes, at);
      at += 2;
    }
    if (version == MqttVersion.V5) {
      at = afterProperties(bytes, at, end);
    }
    heard.message(topic, Arrays.copyOfRange(bytes, at, end), qos, packetId);
  }

  private static int afterProperties(byte[] bytes, int from, int end) {
    int length = 0;
    int at = from;
    int shift = 0;
    do {
      require(at < end && shift < 28);
      length |= (bytes[at] & 0x7F) << shift;
      shift += 7;
    } while (bytes[at++] < 0);
    require(at + length <= end);
    return at + length;
  }

  /// Finds Receive Maximum among the properties of CONNACK (MQTT 5 §3.2.2.3).
  private int receiveMax(byte[] bytes, int from, int end) {
    if (version != MqttVersion.V5 || from >= end) {
      return NO_LIMIT;
    }
    int stop = afterProperties(bytes, from, end);
    int at = from + 1;
    while (bytes[at - 1] < 0) {
      at++;
    }
    while (at < stop) {
      int property = bytes[at++];
      if (property == RECEIVE_MAXIMUM) {
        return number(bytes, at);
      }
      at += propertyLength(property, bytes, at);
    }
    return NO_LIMIT;
  }

  /// MQTT 5 §2.2.2.2, as far as CONNACK may have them.
  private static int propertyLength(int property, byte[] bytes, int at) {
    return switch (property) {
      case 0x24, 0x25, 0x28, 0x29, 0x2A -> 1;
      case 0x13, 0x22 -> 2;
      case 0x11, 0x27 -> 4;
      case 0x26 -> {
        int name = 2 + number(bytes, at);
        yield name + 2 + number(bytes, at + name);
      }
      default -> 2 + number(bytes, at);
    };
  }

  private static int number(byte[] bytes, int at) {
    return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
  }

  private static void require(boolean longEnough) {
    if (!longEnough) {
      throw new IndexOutOfBoundsException();
    }
  }
}
