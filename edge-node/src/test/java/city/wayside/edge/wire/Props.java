package city.wayside.edge.wire;

/// Properties to be sent, in the order in which they are added. Nothing is checked.
public final class Props {

  private final Bytes bytes = new Bytes();

  /// No properties.
  public static Props none() {
    return new Props();
  }

  /// One property that is a number.
  public static Props of(Prop prop, long value) {
    return new Props().and(prop, value);
  }

  /// One property that is a string.
  public static Props of(Prop prop, String value) {
    return new Props().and(prop, value);
  }

  /// A number, in as many octets as the property has.
  public Props and(Prop prop, long value) {
    bytes.varint(prop.id());
    switch (prop.form()) {
      case OCTET -> bytes.u8((int) value);
      case TWO_OCTETS -> bytes.u16((int) value);
      case FOUR_OCTETS -> bytes.u32(value);
      case VARINT -> bytes.varint(value);
      case TEXT, BLOB, PAIR -> throw new IllegalArgumentException(prop + " is no number");
    }
    return this;
  }

  /// A string, or binary data in UTF-8.
  public Props and(Prop prop, String value) {
    return and(prop, Bytes.utf8(value));
  }

  /// A string or binary data as octets.
  public Props and(Prop prop, byte[] value) {
    bytes.varint(prop.id()).blob(value);
    return this;
  }

  /// A user property.
  public Props user(String name, String value) {
    return user(Bytes.utf8(name), Bytes.utf8(value));
  }

  /// A user property as octets.
  public Props user(byte[] name, byte[] value) {
    bytes.varint(Prop.USER_PROPERTY.id()).blob(name).blob(value);
    return this;
  }

  /// Octets as they are.
  public Props raw(int... octets) {
    bytes.raw(Bytes.of(octets));
    return this;
  }

  /// With their length before them, as they stand in a packet.
  public byte[] section() {
    byte[] content = bytes.toArray();
    return new Bytes().varint(content.length).raw(content).toArray();
  }
}
