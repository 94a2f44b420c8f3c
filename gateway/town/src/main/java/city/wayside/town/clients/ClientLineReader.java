package city.wayside.town.clients;

import city.wayside.model.area.BoundingBox;
import city.wayside.model.client.CertificateName;
import city.wayside.model.client.ClientRecord;
import city.wayside.model.client.ClientRole;
import city.wayside.model.client.Credential;
import city.wayside.model.client.PasswordHash;
import city.wayside.model.client.PublicKeyPrint;
import city.wayside.model.client.SharedKey;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads one client from one line of JSON. Messages never show a secret.
final class ClientLineReader {

  static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder().maxNestingDepth(4).maxNumberLength(32).build())
          .build();

  private static final String FIELDS =
      "name, role, stations, area, ratePerS, enabled, created, credentials";

  private final JsonParser json;
  private String name = "";
  private ClientRole role = ClientRole.VEHICLE;
  private final Set<Long> stationIds = new HashSet<>();
  private @Nullable BoundingBox area;
  private boolean hasArea;
  private @Nullable Double ratePerS;
  private boolean isEnabled = true;
  private long createdMs;
  private List<Credential> credentials = List.of();

  private ClientLineReader(JsonParser json) {
    this.json = json;
  }

  /// The client of a line.
  ///
  /// @throws BadClientException naming the field, its value and what is allowed
  static ClientRecord read(String line) throws BadClientException {
    try (JsonParser json = JSON.createParser(line)) {
      return new ClientLineReader(json).client();
    } catch (JsonProcessingException e) {
      throw new BadClientException(
          "it is no JSON at column %d (%s); allowed is one object {\"name\":…} a line"
              .formatted(e.getLocation().getColumnNr(), e.getOriginalMessage()));
    } catch (IOException e) {
      throw new BadClientException(String.valueOf(e.getMessage()));
    }
  }

  private ClientRecord client() throws IOException, BadClientException {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw new BadClientException("it is no JSON object; allowed is one {\"name\":…} a line");
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      json.nextToken();
      take(field);
    }
    if (json.nextToken() != null) {
      throw new BadClientException("something comes after the object; allowed is one a line");
    }
    if (role == ClientRole.RSU && !hasArea) {
      throw new BadClientException(
          "area is missing for an rsu; allowed is [south, west, north, east] or \"everywhere\"");
    }
    try {
      return new ClientRecord(
          name, role, stationIds, area, ratePerS, isEnabled, false, credentials, createdMs);
    } catch (IllegalArgumentException e) {
      throw new BadClientException(String.valueOf(e.getMessage()));
    }
  }

  private void take(String field) throws IOException, BadClientException {
    switch (field) {
      case "name" -> name = text(field, "a text");
      case "role" -> role = role();
      case "stations" -> stations();
      case "area" -> area();
      case "ratePerS" -> ratePerS = number(field);
      case "enabled" -> isEnabled = isTrue(field);
      case "created" -> createdMs = created();
      case "credentials" -> credentials = credentials();
      default ->
          throw new BadClientException(
              "\"%s\" is an unknown field; allowed are %s".formatted(field, FIELDS));
    }
  }

  private ClientRole role() throws IOException, BadClientException {
    String word = text("role", "vehicle or rsu");
    return ClientRole.ofWord(word)
        .orElseThrow(() ->
            new BadClientException("role is \"%s\"; allowed are vehicle and rsu".formatted(word)));
  }

  private void stations() throws IOException, BadClientException {
    String allowed = "stations is no array of station ids; allowed is [4711, 4712]";
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw new BadClientException(allowed);
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() != JsonToken.VALUE_NUMBER_INT) {
        throw new BadClientException(allowed);
      }
      stationIds.add(json.getLongValue());
    }
  }

  private void area() throws IOException, BadClientException {
    hasArea = true;
    if (json.currentToken() == JsonToken.VALUE_STRING
        && json.getText().equals(ClientLine.EVERYWHERE)) {
      return;
    }
    List<Double> corners = new ArrayList<>();
    if (json.currentToken() == JsonToken.START_ARRAY) {
      while (json.nextToken() != JsonToken.END_ARRAY) {
        corners.add(number("area"));
      }
    }
    if (corners.size() != 4) {
      throw new BadClientException(
          "area is no box; allowed is [south, west, north, east] in degrees, or \"everywhere\"");
    }
    try {
      area = new BoundingBox(corners.get(0), corners.get(1), corners.get(2), corners.get(3));
    } catch (IllegalArgumentException e) {
      throw new BadClientException(
          "area has %s; allowed is [south, west, north, east] in degrees"
              .formatted(e.getMessage()));
    }
  }

  private long created() throws IOException, BadClientException {
    String text = text("created", "a time such as 2026-11-01T00:00:00Z");
    try {
      return Instant.parse(text).toEpochMilli();
    } catch (DateTimeParseException | ArithmeticException _) {
      throw new BadClientException(
          "created is \"%s\"; allowed is a time such as 2026-11-01T00:00:00Z".formatted(text));
    }
  }

  private List<Credential> credentials() throws IOException, BadClientException {
    List<Credential> read = new ArrayList<>();
    if (json.currentToken() != JsonToken.START_ARRAY) {
      throw new BadClientException("credentials is no array; allowed is [{\"certificate\":…}]");
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      try {
        read.add(credential());
      } catch (IllegalArgumentException e) {
        throw new BadClientException("credentials[%d]: %s".formatted(read.size(), e.getMessage()));
      }
    }
    return read;
  }

  private Credential credential() throws IOException, BadClientException {
    String kind = "";
    String value = "";
    String keyHex = "";
    if (json.currentToken() == JsonToken.START_OBJECT) {
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String field = json.currentName();
        json.nextToken();
        if (field.equals("keyHex")) {
          keyHex = text(field, "a text");
        } else {
          kind = kind.isEmpty() ? field : "two kinds at once";
          value = text("a credential", "a text");
        }
      }
    }
    return switch (kind) {
      case "password" -> new PasswordHash(value);
      case "certificate" -> CertificateName.of(value);
      case "psk" -> new SharedKey(value, key(keyHex));
      case "publicKey" -> new PublicKeyPrint(value);
      default ->
          throw new IllegalArgumentException(
              "it is of no known kind; allowed are {\"password\":…}, {\"certificate\":…},"
                  + " {\"psk\":…,\"keyHex\":…} and {\"publicKey\":…}");
    };
  }

  private static byte[] key(String keyHex) {
    try {
      return HexFormat.of().parseHex(keyHex);
    } catch (IllegalArgumentException _) {
      // Without the digits: they are secret.
      throw new IllegalArgumentException("keyHex has what is no pair of hexadecimal digits");
    }
  }

  private String text(String field, String allowed) throws IOException, BadClientException {
    if (json.currentToken() != JsonToken.VALUE_STRING) {
      throw new BadClientException("%s is no text; allowed is %s".formatted(field, allowed));
    }
    return json.getText();
  }

  private double number(String field) throws IOException, BadClientException {
    if (!json.currentToken().isNumeric()) {
      throw new BadClientException(field + " has what is no number; allowed are numbers");
    }
    return json.getDoubleValue();
  }

  private boolean isTrue(String field) throws IOException, BadClientException {
    if (!json.currentToken().isBoolean()) {
      throw new BadClientException(field + " is no switch; allowed are true and false");
    }
    return json.getBooleanValue();
  }
}
