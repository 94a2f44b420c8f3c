package city.wayside.adapters.datex2;

import city.wayside.adapters.outbox.XmlAttribute;
import city.wayside.adapters.outbox.XmlWriter;

/// The attributes that every DATEX II DataValue may carry. `standardDeviation` is that of the input
/// values, which is not known, and so never written.
///
/// @param inputCount vehicles or traversals that the value was computed from; 0 when not known
/// @param qualityPercent the supplier's own mark, 0 to 100; -1 when not known
/// @param accuracyPercent standard error in percent of the value, 0 or more; -1 when not known
record ValueQuality(int inputCount, int qualityPercent, int accuracyPercent) {

  private static final XmlAttribute ACCURACY = XmlAttribute.of("accuracy");
  private static final XmlAttribute INPUTS = XmlAttribute.of("numberOfInputValuesUsed");
  private static final XmlAttribute QUALITY = XmlAttribute.of("supplierCalculatedDataQuality");

  /// Quality of a value whose error is not known.
  static ValueQuality of(int inputCount, double confidence) {
    return new ValueQuality(inputCount, percent(confidence), -1);
  }

  /// The same with a standard error.
  ValueQuality withAccuracy(double stdErr, double value) {
    double percent = Math.ceil(100 * stdErr / value);
    boolean known = percent >= 0 && percent <= Limits.ACCURACY_PERCENT_MAX;
    return new ValueQuality(inputCount, qualityPercent, known ? (int) percent : -1);
  }

  /// Writes the attributes into the element that was just begun.
  void write(XmlWriter xml) {
    if (accuracyPercent >= 0) {
      xml.attribute(ACCURACY, accuracyPercent);
    }
    if (inputCount > 0) {
      xml.attribute(INPUTS, inputCount);
    }
    if (qualityPercent >= 0) {
      xml.attribute(QUALITY, qualityPercent);
    }
  }

  private static int percent(double confidence) {
    return confidence >= 0 && confidence <= 1 ? (int) Math.round(100 * confidence) : -1;
  }
}
