package city.wayside.edge.access;

import city.wayside.model.client.ClientRecord;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets those in who prove who they are: the ways are tried in turn, and the first that decides
/// ends it.
final class RegisteredGatekeeper implements Gatekeeper {

  private static final Logger LOG = LoggerFactory.getLogger(RegisteredGatekeeper.class);

  private static final Entry.Denied NOTHING_SHOWN =
      new Entry.Denied(Denial.NOT_AUTHORIZED, "nothing by which the client could be known");

  private final List<Login> logins;
  private final Lookup<ClientRecord> byName;
  private final ClientIdRule idRule;
  private final Grants grants;
  private final HandshakeDesk desk;
  private final Watch watch;
  private final List<AutoCloseable> running;

  /// @param logins the ways, in the order in which they are tried
  /// @param running what ends with the gatekeeper
  RegisteredGatekeeper(
      List<Login> logins,
      Lookup<ClientRecord> byName,
      ClientIdRule idRule,
      Grants grants,
      HandshakeDesk desk,
      Watch watch,
      List<AutoCloseable> running) {
    this.logins = List.copyOf(logins);
    this.byName = byName;
    this.idRule = idRule;
    this.grants = grants;
    this.desk = desk;
    this.watch = watch;
    this.running = List.copyOf(running);
  }

  @Override
  public CompletionStage<Entry> admit(Presented presented) {
    try {
      return prove(presented, 0, NOTHING_SHOWN).exceptionally(RegisteredGatekeeper::unanswered);
    } catch (RuntimeException e) {
      return CompletableFuture.completedFuture(unanswered(e));
    }
  }

  private CompletionStage<Entry> prove(Presented presented, int way, Entry.Denied otherwise) {
    if (way == logins.size()) {
      return CompletableFuture.completedFuture(otherwise);
    }
    return logins
        .get(way)
        .prove(presented)
        .thenCompose(proof ->
            switch (proof) {
              case Login.Proven proven -> judge(presented, proven);
              case Login.Refuted refuted -> CompletableFuture.completedFuture(refuted.denied());
              // A certificate that was shown tells more of the client than what was not.
              case Login.Undecided undecided ->
                  prove(
                      presented,
                      way + 1,
                      way > 0 && !presented.certificates().isEmpty()
                          ? otherwise
                          : undecided.otherwise());
            });
  }

  /// It is who it says: may it come in, and under this id?
  private CompletionStage<Entry> judge(Presented presented, Login.Proven proven) {
    String name = proven.client().name();
    return record(proven)
        .thenCombine(
            idRule.allows(presented, name),
            (record, ownsId) -> {
              if (!record.map(ClientRecord::isEnabled).orElse(true)) {
                return new Entry.Denied(Denial.BANNED, "the client \"" + name + "\" is disabled");
              }
              if (!ownsId) {
                return new Entry.Denied(
                    Denial.BAD_CLIENT_ID,
                    "the client id is \"%s\", must be \"%s\" or begin with it,"
                        .concat(" and belong to no other")
                        .formatted(presented.clientId(), name));
              }
              return new Entry.Admitted(
                  grants.of(proven.client()), proven.method(), proven.untilMs(), proven.marks());
            });
  }

  /// What the registry says of it. A client with a token need not be registered, but a disabled
  /// record keeps it out as well.
  private CompletionStage<Optional<ClientRecord>> record(Login.Proven proven) {
    return proven.method().needsRecord()
        ? CompletableFuture.completedFuture(Optional.of(proven.client()))
        : byName.find(proven.client().name());
  }

  private static Entry unanswered(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (cause instanceof RejectedExecutionException) {
      return new Entry.Denied(Denial.BUSY, "too many clients connect at once, try again");
    }
    LOG.debug("a client could not be looked up", cause);
    return new Entry.Denied(Denial.UNAVAILABLE, "the registry does not answer, try again");
  }

  @Override
  public HandshakeDesk handshakes() {
    return desk;
  }

  @Override
  public void watchOver(Guests guests) {
    watch.add(guests);
  }

  @Override
  public void close() {
    for (AutoCloseable part : running) {
      try {
        part.close();
      } catch (Exception e) {
        LOG.warn("a part of the gatekeeper did not stop cleanly", e);
      }
    }
  }
}
