package city.wayside.grid.form;

import city.wayside.model.area.BoundingBox;
import city.wayside.model.client.CertificateName;
import city.wayside.model.client.ClientRecord;
import city.wayside.model.client.ClientRole;
import city.wayside.model.client.Credential;
import city.wayside.model.client.PasswordHash;
import city.wayside.model.client.PublicKeyPrint;
import city.wayside.model.client.SharedKey;
import city.wayside.model.message.Report;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/// Clients as the registry may hold them.
final class ClientArbitrary {

  private ClientArbitrary() {}

  static Arbitrary<ClientRecord> clients() {
    Arbitrary<String> names = Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(9);
    // 0 stands for no rate of its own: combined values cannot be absent.
    Arbitrary<Double> rates = Arbitraries.of(0.0, 0.5, 20.0, 1e6);
    return Combinators.combine(
            names,
            Arbitraries.of(ClientRole.class),
            Arbitraries.longs().between(0, Report.STATION_ID_MAX).set().ofMaxSize(4),
            rates,
            Arbitraries.of(true, false),
            Arbitraries.of(true, false),
            credentials().list().ofMaxSize(4),
            Arbitraries.longs())
        .as(ClientArbitrary::client);
  }

  private static ClientRecord client(
      String name,
      ClientRole role,
      Set<Long> stations,
      Double rate,
      boolean enabled,
      boolean fromFile,
      List<Credential> credentials,
      long createdMs) {
    boolean vehicle = role == ClientRole.VEHICLE;
    BoundingBox area = vehicle || stations.isEmpty() ? null : new BoundingBox(-1.5, 2, 48.25, 180);
    return new ClientRecord(
        name,
        role,
        vehicle ? stations : Set.of(),
        area,
        rate == 0 ? null : rate,
        enabled,
        fromFile,
        credentials,
        createdMs);
  }

  private static Arbitrary<Credential> credentials() {
    Arbitrary<String> words = Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(20);
    Arbitrary<Credential> passwords = words.map(word -> new PasswordHash("$x$i=1$" + word));
    Arbitrary<Credential> names = words.map(word -> CertificateName.of("subject:CN=" + word));
    Arbitrary<Credential> domains = words.map(word -> CertificateName.of("dns:" + word));
    Arbitrary<Credential> prints = Arbitraries.just(new PublicKeyPrint("0A".repeat(32)));
    Arbitrary<Credential> keys =
        Combinators.combine(words, Arbitraries.bytes().array(byte[].class).ofSize(16))
            .as((word, key) -> new SharedKey("of:" + word, key));
    return Arbitraries.oneOf(passwords, names, domains, prints, keys);
  }
}
