package city.wayside.adapters.datex2;

/// What is said of a site for which nothing may or can be published. A site without vehicles and a
/// site that is held back for privacy are always treated alike, or the difference would tell.
public enum EmptySites {
  /// Nothing: the site is left out.
  OMIT,
  /// The site stands there with the fault `noDataValuesAvailable`.
  FAULT
}
