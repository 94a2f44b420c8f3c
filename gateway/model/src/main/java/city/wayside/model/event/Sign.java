package city.wayside.model.event;

/// A road sign or a phrase.
///
/// @param catalogue whose list the code is from
/// @param code the code as that list writes it: `1-13-78` (service category, nature and serial
///   number) for ISO 14823, a decimal number for ITIS and others; the words themselves for text
public record Sign(Catalogue catalogue, String code) {

  /// Lists of signs and phrases.
  public enum Catalogue {
    /// ISO 14823 pictograms.
    ISO_14823,
    /// Vienna convention codes.
    VIENNA,
    /// A country's own codes.
    NATIONAL,
    /// ITIS phrases of SAE J2540.
    ITIS,
    /// Free text.
    TEXT
  }
}
