package city.wayside.model.event;

/// On what an event rests that the gateway found itself in the traffic.
///
/// @param vehiclesCount how many vehicles showed it
/// @param observationsCount how often it was seen: others that drove past, brakings, reports
///   against the road's direction, arrivals at the queue
/// @param confidence how sure it is, 0 to 1
public record Evidence(int vehiclesCount, int observationsCount, double confidence) {

  /// For an event that somebody told.
  public static final Evidence NONE = new Evidence(0, 0, 0);
}
