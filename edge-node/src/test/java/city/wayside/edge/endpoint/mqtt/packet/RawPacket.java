package city.wayside.edge.endpoint.mqtt.packet;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;

/// Makes packets by hand, right and wrong ones.
final class RawPacket {

  private final ByteBuf body = Unpooled.buffer();
  private final int first;

  private RawPacket(int first) {
    this.first = first;
  }

  static RawPacket of(int first) {
    return new RawPacket(first);
  }

  /// The head of a CONNECT: name, version, flags and keep alive.
  static RawPacket connect(int level, int flags) {
    return of(0x10).text("MQTT").u8(level).u8(flags).u16(60);
  }

  /// Bytes from hexadecimal digits; spaces do not count.
  static byte[] hex(String digits) {
    return ByteBufUtil.decodeHexDump(digits.replace(" ", ""));
  }

  /// What was written into a buffer, in hexadecimal digits.
  static String hex(ByteBuf buffer) {
    return ByteBufUtil.hexDump(buffer);
  }

  RawPacket u8(int value) {
    body.writeByte(value);
    return this;
  }

  RawPacket u16(int value) {
    body.writeShort(value);
    return this;
  }

  RawPacket u32(long value) {
    body.writeInt((int) value);
    return this;
  }

  RawPacket text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return u16(utf8.length).raw(utf8);
  }

  /// A field with its length before it, whatever it holds.
  RawPacket data(String digits) {
    byte[] data = hex(digits);
    return u16(data.length).raw(data);
  }

  RawPacket raw(byte[] bytes) {
    body.writeBytes(bytes);
    return this;
  }

  /// Properties with their length, from hexadecimal digits.
  RawPacket properties(String digits) {
    byte[] properties = hex(digits);
    VariableLength.write(body, properties.length);
    return raw(properties);
  }

  byte[] bytes() {
    ByteBuf packet = Unpooled.buffer();
    packet.writeByte(first);
    VariableLength.write(packet, body.readableBytes());
    packet.writeBytes(body, body.readerIndex(), body.readableBytes());
    return ByteBufUtil.getBytes(packet);
  }
}
