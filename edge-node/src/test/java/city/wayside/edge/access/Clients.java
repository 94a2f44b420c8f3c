package city.wayside.edge.access;

import city.wayside.edge.access.password.Pbkdf2;
import city.wayside.model.area.BoundingBox;
import city.wayside.model.client.ClientRecord;
import city.wayside.model.client.ClientRole;
import city.wayside.model.client.Credential;
import city.wayside.model.client.PasswordHash;
import city.wayside.model.client.SharedKey;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Clients for tests, and what they show.
final class Clients {

  static final BoundingBox AREA = new BoundingBox(51.9, 13, 52.1, 13.2);

  private Clients() {}

  static ClientRecord vehicle(String name, Credential... credentials) {
    return new ClientRecord(
        name,
        ClientRole.VEHICLE,
        Set.of(12L),
        null,
        null,
        true,
        false,
        List.of(credentials),
        1_000);
  }

  static ClientRecord rsu(String name, Credential... credentials) {
    return new ClientRecord(
        name, ClientRole.RSU, Set.of(), AREA, 77.0, true, false, List.of(credentials), 1_000);
  }

  /// A hash that costs little.
  static PasswordHash password(String password) {
    return Pbkdf2.hash(bytes(password), new byte[Pbkdf2.SALT_BYTES], 1);
  }

  static Presented showing(String clientId, @Nullable String userName, @Nullable String password) {
    return new Presented(
        "mqtt",
        clientId,
        false,
        userName,
        password == null ? null : bytes(password),
        List.of(),
        List.of(),
        "192.0.2.1");
  }

  static Presented showing(String clientId, X509Certificate certificate) {
    return new Presented(
        "mqtt", clientId, false, null, null, List.of(certificate), List.of(), "192.0.2.1");
  }

  /// What a client shows over DTLS.
  static Presented showing(List<String> shown) {
    return new Presented("coap", "", true, null, null, List.of(), shown, "192.0.2.1");
  }

  /// One that has used a shared key.
  static Presented showing(SharedKey key) {
    return new Presented(
        "coap",
        "",
        true,
        null,
        null,
        List.of(),
        List.of(key.shown().orElseThrow()),
        key.mark().orElseThrow(),
        "192.0.2.1");
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
