package city.wayside.adapters.outbox;

import java.nio.charset.StandardCharsets;

/// The name of an element, together with those of its attributes that never change, encoded once.
///
/// @param opening the start tag up to where further attributes go, such as `<roa:speed`
/// @param closing the whole end tag
public record XmlName(byte[] opening, byte[] closing) {

  /// An element's name.
  ///
  /// @param name the name as it stands in the document, prefix included; from the code, never from
  ///   data
  /// @param attributes names and values in turn; values are escaped
  public static XmlName of(String name, String... attributes) {
    StringBuilder opening = new StringBuilder("<").append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      opening.append(' ').append(attributes[i]).append("=\"");
      XmlWriter value = new XmlWriter(attributes[i + 1].length() * 6 + 1);
      value.text(attributes[i + 1]);
      opening.append(new String(value.bytes(), StandardCharsets.UTF_8)).append('"');
    }
    return new XmlName(utf8(opening.toString()), utf8("</" + name + ">"));
  }

  /// An attribute's name for [XmlWriter#attribute], encoded once.
  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
