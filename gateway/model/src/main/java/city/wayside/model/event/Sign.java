package city.wayside.model.event;

/// A road sign or a phrase.
///
/// @param catalogue whose list the code is from
/// @param code the code as that list writes it: `12-5-57` (service category, nature and serial
///   number) for ISO 14823, `C14` or `C14a` for the Vienna convention, a decimal number for ITIS
///   and others; the words themselves for text
/// @param speedLimitMps the speed that the sign limits; `NaN` when it names none
public record Sign(Catalogue catalogue, String code, double speedLimitMps) {

  /// A sign without a speed.
  public Sign(Catalogue catalogue, String code) {
    this(catalogue, code, Double.NaN);
  }

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
