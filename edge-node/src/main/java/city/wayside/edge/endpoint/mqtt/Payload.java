package city.wayside.edge.endpoint.mqtt;

import io.netty.buffer.ByteBuf;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.internal.buffer.BufferInternal;

/// A payload as a piece of an array, copied only where the buffer has no array.
///
/// @param bytes holds the payload
/// @param offset index of its first byte
record Payload(byte[] bytes, int offset) {

  static Payload of(Buffer buffer) {
    if (buffer instanceof BufferInternal internal) {
      ByteBuf content = internal.getByteBuf();
      if (content.hasArray()) {
        return new Payload(content.array(), content.arrayOffset() + content.readerIndex());
      }
    }
    return new Payload(buffer.getBytes(), 0);
  }
}
