package city.wayside.town.architecture.violation.vendors.road;

/// Breaks the rule of vendors: the road knows Hazelcast.
interface Store {
  /// Gives a vendor's type away.
  com.hazelcast.map.IMap<String, String> roads();
}
