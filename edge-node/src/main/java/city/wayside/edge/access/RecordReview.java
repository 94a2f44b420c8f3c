package city.wayside.edge.access;

import city.wayside.model.client.CertificateName;
import city.wayside.model.client.ClientRecord;
import city.wayside.model.client.Credential;
import city.wayside.model.client.Grant;
import city.wayside.model.client.PublicKeyPrint;
import city.wayside.model.client.SharedKey;
import java.util.Map;
import java.util.Optional;

/// Judges clients by what the registry says of them now.
///
/// @param looked what it says of each name that was looked up; clients of other names stay
/// @param grants what clients are granted
/// @param nowMs the moment, for what ends by itself
record RecordReview(Map<String, Optional<ClientRecord>> looked, Grants grants, long nowMs)
    implements Review {

  @Override
  public Entry of(Entry.Admitted before) {
    if (nowMs >= before.untilMs()) {
      return new Entry.Denied(Denial.NOT_AUTHORIZED, "the client's token has ended");
    }
    if (!looked.containsKey(before.grant().name())) {
      return before;
    }
    Optional<ClientRecord> now = looked.getOrDefault(before.grant().name(), Optional.empty());
    if (now.isEmpty()) {
      return before.method().needsRecord()
          ? new Entry.Denied(Denial.NOT_AUTHORIZED, "the client is not registered any more")
          : before;
    }
    ClientRecord record = now.get();
    if (!record.isEnabled()) {
      return new Entry.Denied(Denial.BANNED, "the client was disabled");
    }
    if (!before.method().needsRecord()) {
      return before;
    }
    if (!has(record, before)) {
      return new Entry.Denied(
          Denial.NOT_AUTHORIZED, "what let the client in was taken out of the registry");
    }
    Grant grant = grants.of(record);
    return grant.equals(before.grant())
        ? before
        : new Entry.Admitted(grant, before.method(), before.untilMs(), before.marks());
  }

  private static boolean has(ClientRecord record, Entry.Admitted before) {
    return before.marks().isEmpty()
        ? has(record, before.method())
        : record.credentials().stream()
            .anyMatch(one -> one.mark().filter(before.marks()::contains).isPresent());
  }

  private static boolean has(ClientRecord record, Method method) {
    return switch (method) {
      case PASSWORD -> record.password().isPresent();
      case CERTIFICATE -> has(record, CertificateName.class);
      case SHARED_KEY -> has(record, SharedKey.class);
      case PUBLIC_KEY -> has(record, PublicKeyPrint.class);
      case OPEN, TOKEN -> true;
    };
  }

  private static boolean has(ClientRecord record, Class<? extends Credential> kind) {
    return record.credentials().stream().anyMatch(kind::isInstance);
  }
}
