package city.wayside.town.cli;

import city.wayside.model.area.BoundingBox;
import city.wayside.model.client.CertificateName;
import city.wayside.model.client.ClientRecord;
import city.wayside.model.client.Credential;
import city.wayside.model.client.PasswordHash;
import city.wayside.model.client.PublicKeyPrint;
import city.wayside.model.client.SharedKey;
import city.wayside.model.client.SpeaksFor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A client in words, without its secrets.
final class ClientWords {

  private static final int STATIONS_TOLD_MAX = 8;

  private ClientWords() {}

  /// A client in one line.
  static String line(ClientRecord client) {
    return "%s: %s, speaks for %s, %s"
        .formatted(client.name(), client.role().word(), speaksFor(client), rate(client));
  }

  /// A client in one row of a list.
  static String row(ClientRecord client) {
    String kinds =
        client.credentials().stream()
            .map(ClientWords::kind)
            .distinct()
            .collect(Collectors.joining(","));
    return "%-24s %-8s %-8s %-32s %s"
        .formatted(
            client.name(),
            client.role().word(),
            client.isEnabled() ? "enabled" : "disabled",
            speaksFor(client),
            kinds.isEmpty() ? "no credential" : kinds);
  }

  /// Everything about a client.
  static List<String> lines(ClientRecord client) {
    List<String> lines = new ArrayList<>();
    lines.add("name        " + client.name());
    lines.add("role        " + client.role().word());
    lines.add("speaks for  " + speaksFor(client));
    lines.add("rate        " + rate(client));
    lines.add("state       " + (client.isEnabled() ? "enabled" : "disabled"));
    lines.add("created     " + Instant.ofEpochMilli(client.createdMs()));
    if (client.isFromFile()) {
      lines.add("comes from  the gateway's clients file");
    }
    for (Credential credential : client.credentials()) {
      lines.add("credential  " + words(credential));
    }
    return lines;
  }

  private static String speaksFor(ClientRecord client) {
    return switch (client.speaksFor()) {
      case SpeaksFor.Everyone _ -> "every station, everywhere";
      case SpeaksFor.Within(BoundingBox area) ->
          "every station in %s,%s,%s,%s"
              .formatted(area.southDeg(), area.westDeg(), area.northDeg(), area.eastDeg());
      case SpeaksFor.Stations stations -> {
        TreeSet<Long> ids = new TreeSet<>(stations.stationIds());
        String told =
            ids.stream()
                .limit(STATIONS_TOLD_MAX)
                .map(String::valueOf)
                .collect(Collectors.joining(","));
        yield ids.isEmpty()
            ? "no station"
            : ids.size() > STATIONS_TOLD_MAX
                ? "%d stations: %s,…".formatted(ids.size(), told)
                : "station " + told;
      }
    };
  }

  private static String rate(ClientRecord client) {
    return client.ratePerS() == null
        ? "the role's messages a second"
        : client.ratePerS() + " messages a second";
  }

  private static String kind(Credential credential) {
    return switch (credential) {
      case PasswordHash _ -> "password";
      case CertificateName _ -> "certificate";
      case SharedKey _ -> "psk";
      case PublicKeyPrint _ -> "public-key";
    };
  }

  private static String words(Credential credential) {
    return switch (credential) {
      case PasswordHash password -> "password (" + password.parameters() + ")";
      case CertificateName name -> "certificate " + name.kind().word() + ":" + name.text();
      case SharedKey shared -> "psk, identity " + shared.identity();
      case PublicKeyPrint print -> "public key, SHA-256 " + print.sha256();
    };
  }
}
