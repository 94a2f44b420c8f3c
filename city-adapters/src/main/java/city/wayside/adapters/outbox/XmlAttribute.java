package city.wayside.adapters.outbox;

/// The name of an attribute whose value differs from element to element, encoded once.
///
/// @param opening all that stands before the value
public record XmlAttribute(byte[] opening) {

  /// An attribute's name.
  ///
  /// @param name as it stands in the document, prefix included; from the code, never from data
  public static XmlAttribute of(String name) {
    return new XmlAttribute(XmlName.utf8(" " + name + "=\""));
  }
}
