package city.wayside.adapters.outbox;

/// Who may read a feed, and so how many distinct vehicles a record needs before it is disclosed.
///
/// A record of few vehicles tells how those few drove; the speed of a single one is data about a
/// person and possibly about an offence (EDPB Guidelines 01/2020; GDPR Article 10). Ten is what
/// shared-mobility data uses for open publication (Mobility Data Specification, metrics).
public enum PrivacyTier {
  /// Anybody, without authentication: ten vehicles, and what would give an exact count is rounded.
  OPEN(10),
  /// Known parties under an agreement: five vehicles.
  RESTRICTED(5),
  /// The road operator itself: every record.
  OPERATOR(1);

  private final int vehiclesMin;

  PrivacyTier(int vehiclesMin) {
    this.vehiclesMin = vehiclesMin;
  }

  /// How many distinct vehicles a record needs.
  public int vehiclesMin() {
    return vehiclesMin;
  }
}
