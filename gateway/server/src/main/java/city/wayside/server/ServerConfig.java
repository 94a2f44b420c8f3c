package city.wayside.server;

import city.wayside.model.config.Secret;
import city.wayside.model.config.Setting;
import city.wayside.server.stream.StreamConfig;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Settings of the HTTP server.
///
/// @param host where it listens
/// @param port where it listens, 0 for any free port
/// @param operatorToken makes an operator of whoever has it
/// @param corsOrigins web origins whose pages may read the API
/// @param openVehiclesMin distinct vehicles below which a record is marked suppressed
/// @param stationsAnswerMax stations in one answer
/// @param queriesMax questions to the stores at a time
/// @param cacheMs how long an answer is given again
/// @param cacheBytesMax how much of such answers is kept
/// @param stream the event streams
public record ServerConfig(
    @Setting(
            value =
                "Address the HTTP server listens on; 0.0.0.0 for all. Open it beyond this machine"
                    + " only with an operator token, and behind TLS.",
            otherwise = "127.0.0.1")
        String host,
    @Setting(
            value = "TCP port the HTTP server listens on; 0 takes any that is free.",
            otherwise = "8080",
            min = 0,
            max = 65_535)
        int port,
    @Setting(
            "Bearer token of the role operator, who may see single stations; without one only"
                + " clients on this machine may.")
        @Nullable Secret operatorToken,
    @Setting("Web origins (such as https://map.example.org) whose pages may read the API.")
        List<String> corsOrigins,
    @Setting(
            value =
                "Records of fewer distinct vehicles than this are marked suppressed: they must not"
                    + " leave for open feeds.",
            otherwise = "10",
            min = 1,
            max = 1_000)
        int openVehiclesMin,
    @Setting(value = "Stations in one answer at most.", otherwise = "10000", min = 1, max = 100_000)
        int stationsAnswerMax,
    @Setting(
            value = "Questions to the stores under way at a time; more are answered 503.",
            otherwise = "64",
            min = 1,
            max = 10_000)
        int queriesMax,
    @Setting(
            value = "Milliseconds for which a traffic answer is given again to the same question.",
            otherwise = "1000",
            min = 0,
            max = 60_000)
        int cacheMs,
    @Setting(
            value = "Bytes of such answers that are kept at most.",
            otherwise = "67108864",
            min = 0,
            max = 4_294_967_296.0)
        long cacheBytesMax,
    @Setting("The streams of server-sent events.") StreamConfig stream) {

  /// Refuses a token that anybody could guess and an origin that is none.
  public ServerConfig {
    if (operatorToken != null && operatorToken.value().length() < TOKEN_LENGTH_MIN) {
      throw new IllegalArgumentException(
          "operatorToken has %d characters; must be at least %d"
              .formatted(operatorToken.value().length(), TOKEN_LENGTH_MIN));
    }
    for (String origin : corsOrigins) {
      if (!origin.matches("https?://[^/*]+")) {
        throw new IllegalArgumentException(
            "corsOrigins has '%s'; must be an origin like https://map.example.org"
                .formatted(origin));
      }
    }
    corsOrigins = List.copyOf(corsOrigins);
  }

  private static final int TOKEN_LENGTH_MIN = 16;

  /// The documented defaults.
  public static ServerConfig defaults() {
    return new ServerConfig(
        "127.0.0.1",
        8080,
        null,
        List.of(),
        10,
        10_000,
        64,
        1_000,
        67_108_864,
        StreamConfig.defaults());
  }

  /// The same on another port.
  public ServerConfig withPort(int newPort) {
    return new ServerConfig(
        host,
        newPort,
        operatorToken,
        corsOrigins,
        openVehiclesMin,
        stationsAnswerMax,
        queriesMax,
        cacheMs,
        cacheBytesMax,
        stream);
  }
}
