package city.wayside.adapters.datex2;

import city.wayside.adapters.outbox.XmlName;

/// What every site measures. A quantity's index in the site table and in the measured data is the
/// same number because both come from here; the schema does not check it. Indexes are never reused.
@SuppressWarnings("ImmutableEnumChecker") // the bytes of an XmlName are never written to
enum Quantity {
  /// Space-mean speed: distance driven over time spent, a harmonic mean of spot speeds.
  SPEED(1, "trafficSpeed", ComputationMethod.HARMONIC),
  /// Flow of all traffic, estimated from the probes.
  FLOW(2, "trafficFlow", ComputationMethod.NONE),
  /// Density of all traffic, estimated from the probes.
  DENSITY(3, "trafficConcentration", ComputationMethod.NONE),
  /// Median travel time of the traversals that ended in the window.
  TRAVEL_TIME(4, "travelTimeInformation", ComputationMethod.MEDIAN),
  /// Level of service.
  STATUS(5, "trafficStatusInformation", ComputationMethod.NONE);

  private final int index;
  private final String valueType;
  private final String method;
  private final XmlName characteristics;
  private final XmlName physicalQuantity;

  Quantity(int index, String valueType, String method) {
    this.index = index;
    this.valueType = valueType;
    this.method = method;
    String number = Integer.toString(index);
    this.characteristics = XmlName.of("roa:measurementSpecificCharacteristics", "index", number);
    this.physicalQuantity = XmlName.of("roa:physicalQuantity", "index", number);
  }

  /// The index in the site table and in the measured data.
  int index() {
    return index;
  }

  /// The DATEX II MeasuredOrDerivedDataTypeEnum literal.
  String valueType() {
    return valueType;
  }

  /// The DATEX II ComputationMethodEnum literal; empty when none of them says what is done.
  String method() {
    return method;
  }

  /// The indexed element in the site table.
  XmlName characteristics() {
    return characteristics;
  }

  /// The indexed element in the measured data.
  XmlName physicalQuantity() {
    return physicalQuantity;
  }

  /// DATEX II ComputationMethodEnum literals.
  private static final class ComputationMethod {
    static final String NONE = "";
    static final String HARMONIC = "harmonicAverageOfSamplesInATimePeriod";
    static final String MEDIAN = "medianOfSamplesInATimePeriod";
  }
}
