package city.wayside.adapters.datex2;

import city.wayside.adapters.outbox.XmlWriter;

/// One quantity of one site in DATEX II's units, checked: it exists only when there is a value that
/// may be published.
sealed interface QuantityPart permits SpeedPart, FlowPart, DensityPart, TravelTimePart, StatusPart {

  /// Which quantity, and so its index.
  Quantity quantity();

  /// Writes the content of `roa:basicData` and the element itself.
  void write(XmlWriter xml);
}
