package city.wayside.model.client;

import city.wayside.model.area.BoundingBox;
import city.wayside.model.message.Report;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A client as the registry keeps it.
///
/// @param name the name by which it is known
/// @param role what it is
/// @param stationIds the stations that a vehicle speaks for; a vehicle without any speaks for the
///   station whose id in decimal is its name. Empty for a roadside unit
/// @param area where a roadside unit may hear stations; everywhere when absent. Absent for a
///   vehicle
/// @param ratePerS messages a second that it may send on average; absent for its role's rate
/// @param isEnabled false while it must stay outside
/// @param isFromFile true when the clients file brought it, which takes it away again as well
/// @param credentials by what it proves who it is
/// @param createdMs when it was entered, milliseconds since 1970
public record ClientRecord(
    String name,
    ClientRole role,
    Set<Long> stationIds,
    @Nullable BoundingBox area,
    @Nullable Double ratePerS,
    boolean isEnabled,
    boolean isFromFile,
    List<Credential> credentials,
    long createdMs) {

  /// The longest name, in characters.
  public static final int NAME_CHARS_MAX = 128;

  /// How many stations one client may speak for by their ids.
  public static final int STATIONS_COUNT_MAX = 1000;

  /// How many credentials one client may have.
  public static final int CREDENTIALS_COUNT_MAX = 16;

  /// The lowest rate.
  public static final double RATE_PER_S_MIN = 0.01;

  /// The highest rate.
  public static final double RATE_PER_S_MAX = 1_000_000;

  /// Names stand in topics, logs and commands: no blanks, no wildcards, no levels.
  private static final Pattern NAME =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:@|~-]{0," + (NAME_CHARS_MAX - 1) + "}");

  private static final Pattern STATION_ID = Pattern.compile("0|[1-9][0-9]{0,9}");

  /// Refuses what contradicts itself; takes copies.
  ///
  /// @throws IllegalArgumentException naming the component, its value and what is allowed
  public ClientRecord {
    stationIds = Set.copyOf(stationIds);
    credentials = List.copyOf(credentials);
    if (!isName(name)) {
      throw new IllegalArgumentException(
          ("name is \"%s\"; allowed are 1 to %d letters, digits and . _ : @ | ~ -, a letter or"
                  + " digit first")
              .formatted(name, NAME_CHARS_MAX));
    }
    checkStations(role, stationIds);
    if (role == ClientRole.VEHICLE && area != null) {
      throw new IllegalArgumentException(
          "area is given for a vehicle; allowed are stations, or the role rsu");
    }
    if (ratePerS != null && !(ratePerS >= RATE_PER_S_MIN && ratePerS <= RATE_PER_S_MAX)) {
      throw new IllegalArgumentException(
          "rate is %s; allowed is a number from %s to %s messages a second"
              .formatted(ratePerS, RATE_PER_S_MIN, (long) RATE_PER_S_MAX));
    }
    if (credentials.size() > CREDENTIALS_COUNT_MAX) {
      throw new IllegalArgumentException(
          "credentials are %d; allowed are up to %d"
              .formatted(credentials.size(), CREDENTIALS_COUNT_MAX));
    }
  }

  private static void checkStations(ClientRole role, Set<Long> stationIds) {
    if (role == ClientRole.RSU && !stationIds.isEmpty()) {
      throw new IllegalArgumentException(
          "stations are given for an rsu; allowed is an area, or the role vehicle");
    }
    if (stationIds.size() > STATIONS_COUNT_MAX) {
      throw new IllegalArgumentException(
          "stations are %d; allowed are up to %d".formatted(stationIds.size(), STATIONS_COUNT_MAX));
    }
    for (long stationId : stationIds) {
      if (stationId < 0 || stationId > Report.STATION_ID_MAX) {
        throw new IllegalArgumentException(
            "station is %d; allowed is a whole number from 0 to %d"
                .formatted(stationId, Report.STATION_ID_MAX));
      }
    }
  }

  /// True when a client may have this name.
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /// For which stations it may speak.
  public SpeaksFor speaksFor() {
    return switch (role) {
      case VEHICLE -> stationIds.isEmpty() ? ownStation(name) : new SpeaksFor.Stations(stationIds);
      case RSU -> area == null ? SpeaksFor.EVERYONE : new SpeaksFor.Within(area);
    };
  }

  /// For the one station whose id in decimal is a client's name; for none when it is no id.
  public static SpeaksFor ownStation(String name) {
    if (STATION_ID.matcher(name).matches() && Long.parseLong(name) <= Report.STATION_ID_MAX) {
      return new SpeaksFor.Stations(Set.of(Long.parseLong(name)));
    }
    return new SpeaksFor.Stations(Set.of());
  }

  /// The hash of its password.
  public Optional<PasswordHash> password() {
    return credentials.stream()
        .filter(PasswordHash.class::isInstance)
        .map(PasswordHash.class::cast)
        .findFirst();
  }

  /// What it may show to be found, see [Credential#shown()].
  public List<String> shown() {
    return credentials.stream().flatMap(credential -> credential.shown().stream()).toList();
  }

  /// The same, let in or kept out.
  public ClientRecord withEnabled(boolean enabled) {
    return new ClientRecord(
        name, role, stationIds, area, ratePerS, enabled, isFromFile, credentials, createdMs);
  }

  /// The same, brought by the clients file or not.
  public ClientRecord withFromFile(boolean fromFile) {
    return new ClientRecord(
        name, role, stationIds, area, ratePerS, isEnabled, fromFile, credentials, createdMs);
  }
}
