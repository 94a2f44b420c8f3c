package city.wayside.edge.access.token;

import city.wayside.model.area.BoundingBox;
import city.wayside.model.client.ClientRecord;
import city.wayside.model.client.ClientRole;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a genuine token says, held against what it must say.
///
/// @param config what it must say
/// @param members its claims
record Claims(TokenConfig config, Map<String, Object> members) {

  private static final String EVERYWHERE = "everywhere";
  private static final double S_MAX = 1e12;

  /// The client that it describes, or why it is not taken.
  static TokenResult judge(TokenConfig config, byte[] payload, long nowMs) {
    try {
      Claims claims = new Claims(config, SmallJson.object(payload));
      long untilMs = claims.checkedUntilMs(nowMs);
      return new TokenResult.Believed(claims.client(nowMs), untilMs);
    } catch (IOException | IllegalArgumentException e) {
      return new TokenResult.Unfit("the token is not taken: " + e.getMessage());
    }
  }

  /// Checks whose, for whom and for when it is (RFC 7519 §4.1).
  private long checkedUntilMs(long nowMs) throws IOException {
    if (!config.issuer().equals(members.get("iss"))) {
      throw new IOException("its issuer (iss) is not the configured one");
    }
    Object audience = members.getOrDefault("aud", "");
    boolean isForUs =
        audience instanceof List<?> several
            ? several.contains(config.audience())
            : config.audience().equals(audience);
    if (!isForUs) {
      throw new IOException("its audience (aud) is not this gateway");
    }
    double untilMs = ms("exp", Double.NaN) + config.leewayMs();
    if (Double.isNaN(untilMs)) {
      throw new IOException("it has no end (exp)");
    }
    if (nowMs >= untilMs) {
      throw new IOException("it has ended (exp)");
    }
    if (nowMs < ms("nbf", 0) - config.leewayMs()) {
      throw new IOException("it does not begin yet (nbf)");
    }
    return (long) untilMs;
  }

  private double ms(String claim, double otherwise) throws IOException {
    if (!members.containsKey(claim)) {
      return otherwise;
    }
    if (members.get(claim) instanceof Number seconds && Math.abs(seconds.doubleValue()) <= S_MAX) {
      return Math.floor(seconds.doubleValue() * 1000);
    }
    throw new IOException(claim + " is no time");
  }

  private ClientRecord client(long nowMs) throws IOException {
    ClientRole role = role();
    return new ClientRecord(
        members.get("sub") instanceof String name ? name : "",
        role,
        stations(),
        area(role),
        rate(),
        true,
        false,
        List.of(),
        nowMs);
  }

  private ClientRole role() throws IOException {
    Object word = members.getOrDefault(config.claims().role(), ClientRole.VEHICLE.word());
    return ClientRole.ofWord(String.valueOf(word))
        .orElseThrow(
            () -> new IOException(config.claims().role() + " is none of the allowed vehicle, rsu"));
  }

  private Set<Long> stations() throws IOException {
    Object given = members.getOrDefault(config.claims().stations(), List.of());
    Set<Long> stationIds = new HashSet<>();
    if (given instanceof List<?> several) {
      for (Object one : several) {
        if (!(one instanceof Long stationId)) {
          throw new IOException(config.claims().stations() + " has what is no station id");
        }
        stationIds.add(stationId);
      }
      return stationIds;
    }
    throw new IOException(config.claims().stations() + " is no array of station ids");
  }

  private @Nullable BoundingBox area(ClientRole role) throws IOException {
    @Nullable Object given = members.get(config.claims().area());
    if (given == null && role == ClientRole.VEHICLE) {
      return null;
    }
    if (EVERYWHERE.equals(given) && role == ClientRole.RSU) {
      return null;
    }
    if (given instanceof List<?> corners && corners.size() == 4) {
      return new BoundingBox(
          degrees(corners.get(0)),
          degrees(corners.get(1)),
          degrees(corners.get(2)),
          degrees(corners.get(3)));
    }
    throw new IOException(
        config.claims().area()
            + " is neither [south, west, north, east] nor, for an rsu, \"everywhere\"");
  }

  private double degrees(Object corner) throws IOException {
    if (corner instanceof Number number) {
      return number.doubleValue();
    }
    throw new IOException(config.claims().area() + " has what is no number");
  }

  private @Nullable Double rate() throws IOException {
    @Nullable Object given = members.get(config.claims().rate());
    if (given == null) {
      return null;
    }
    if (given instanceof Number number) {
      return number.doubleValue();
    }
    throw new IOException(config.claims().rate() + " is no number");
  }
}
