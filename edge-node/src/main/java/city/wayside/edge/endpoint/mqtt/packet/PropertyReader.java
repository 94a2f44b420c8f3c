package city.wayside.edge.endpoint.mqtt.packet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The properties of the packet that is being read (MQTT 5 §2.2.2): all are checked, numbers are
/// kept, and of all else only where it lies. Reusable.
final class PropertyReader {

  private final int userPropertiesMax;
  private final long[] numbers = new long[Property.LAST + 1];
  private final int[] starts = new int[Property.LAST + 1];
  private final int[] ends = new int[Property.LAST + 1];
  private final int[] userStarts;
  private int userCount;
  private long seen;
  private byte[] bytes = {};

  PropertyReader(int userPropertiesMax) {
    this.userPropertiesMax = userPropertiesMax;
    this.userStarts = new int[userPropertiesMax];
  }

  /// Stands for a packet without properties.
  void none() {
    seen = 0;
    userCount = 0;
  }

  /// Reads the length and all properties.
  ///
  /// @param allowed the set of those that this packet may have
  void read(FieldReader in, long allowed) throws BadPacket {
    none();
    int lengthBytes = in.variable("property length");
    if (lengthBytes > 0) {
      bytes = in.bytes();
      int packetEnd = in.enter(lengthBytes, "properties");
      while (in.remaining() > 0) {
        readOne(in, allowed);
      }
      in.leave(packetEnd);
    }
  }

  private void readOne(FieldReader in, long allowed) throws BadPacket {
    int property = in.variable("property identifier");
    String name = Property.name(property);
    if (name == null) {
      throw BadPacket.malformed("has the unknown property " + property);
    }
    long bit = Property.bit(property);
    if ((allowed & bit) == 0) {
      throw BadPacket.malformed("must not have the property " + name);
    }
    if (property == Property.USER_PROPERTY) {
      passUserProperty(in, name);
      return;
    }
    if ((seen & bit) != 0) {
      throw BadPacket.protocolError("has more than one " + name);
    }
    readValue(in, property, name);
    seen |= bit;
  }

  private void passUserProperty(FieldReader in, String name) throws BadPacket {
    if (userCount == userPropertiesMax) {
      throw BadPacket.tooMany("user properties", userPropertiesMax);
    }
    userStarts[userCount++] = in.at();
    in.text(name);
    in.text(name);
  }

  private void readValue(FieldReader in, int property, String name) throws BadPacket {
    switch (property) {
      case Property.PAYLOAD_FORMAT,
          Property.REQUEST_PROBLEM_INFORMATION,
          Property.REQUEST_RESPONSE_INFORMATION -> {
        int value = in.u8(name);
        if (value > 1) {
          throw BadPacket.protocolError(name + " is " + value + ", must be 0 or 1");
        }
        numbers[property] = value;
      }
      case Property.TOPIC_ALIAS_MAXIMUM -> numbers[property] = in.u16(name);
      case Property.RECEIVE_MAXIMUM ->
          numbers[property] = positive(in.u16(name), name, ReasonCode.PROTOCOL_ERROR);
      case Property.TOPIC_ALIAS ->
          numbers[property] = positive(in.u16(name), name, ReasonCode.TOPIC_ALIAS_INVALID);
      case Property.MESSAGE_EXPIRY, Property.SESSION_EXPIRY, Property.WILL_DELAY ->
          numbers[property] = in.u32(name);
      case Property.MAXIMUM_PACKET_SIZE ->
          numbers[property] = positive(in.u32(name), name, ReasonCode.PROTOCOL_ERROR);
      case Property.SUBSCRIPTION_IDENTIFIER ->
          numbers[property] = positive(in.variable(name), name, ReasonCode.PROTOCOL_ERROR);
      case Property.CORRELATION_DATA, Property.AUTHENTICATION_DATA ->
          keep(in, property, in.binary(name));
      case Property.RESPONSE_TOPIC -> keep(in, property, in.nonemptyName(name));
      default -> keep(in, property, in.text(name));
    }
  }

  private static long positive(long value, String name, int reasonCode) throws BadPacket {
    if (value == 0) {
      throw new BadPacket(reasonCode, name + " is 0");
    }
    return value;
  }

  private void keep(FieldReader in, int property, int from) {
    starts[property] = from;
    ends[property] = in.at();
  }

  /// True when the packet has a property.
  boolean has(int property) {
    return (seen & Property.bit(property)) != 0;
  }

  /// A number, or what stands for an absent one.
  long number(int property, long otherwise) {
    return has(property) ? numbers[property] : otherwise;
  }

  /// Text, if there is any.
  @Nullable String text(int property) {
    if (!has(property)) {
      return null;
    }
    int from = starts[property];
    return new String(bytes, from, ends[property] - from, StandardCharsets.UTF_8);
  }

  /// Data as an array of its own, if there is any.
  byte @Nullable [] data(int property) {
    return has(property) ? Arrays.copyOfRange(bytes, starts[property], ends[property]) : null;
  }

  /// All user properties in their order.
  List<UserProperty> userProperties() {
    if (userCount == 0) {
      return List.of();
    }
    List<UserProperty> all = new ArrayList<>(userCount);
    for (int i = 0; i < userCount; i++) {
      int nameAt = userStarts[i];
      int valueAt = nameAt + Short.BYTES + textBytes(nameAt);
      all.add(new UserProperty(textAt(nameAt), textAt(valueAt)));
    }
    return List.copyOf(all);
  }

  /// Text that was checked before.
  private String textAt(int at) {
    return new String(bytes, at + Short.BYTES, textBytes(at), StandardCharsets.UTF_8);
  }

  private int textBytes(int at) {
    return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
  }

  /// What properties say of a message, be it published or a will.
  MessageProperties message() {
    return new MessageProperties(
        (int) number(Property.PAYLOAD_FORMAT, MessageProperties.ABSENT),
        number(Property.MESSAGE_EXPIRY, MessageProperties.ABSENT),
        text(Property.CONTENT_TYPE),
        text(Property.RESPONSE_TOPIC),
        data(Property.CORRELATION_DATA),
        userProperties());
  }
}
