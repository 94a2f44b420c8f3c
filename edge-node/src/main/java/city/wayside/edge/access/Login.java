package city.wayside.edge.access;

import city.wayside.model.client.ClientRecord;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/// One way for a client to prove who it is.
@FunctionalInterface
interface Login {

  /// Looks at what a client shows.
  ///
  /// @return failed when what decides did not answer
  CompletionStage<Proof> prove(Presented presented);

  /// What comes of it.
  sealed interface Proof {}

  /// It is this client.
  ///
  /// @param marks of the credentials of which it needs one, see [Entry.Admitted]
  record Proven(ClientRecord client, Method method, long untilMs, Set<String> marks)
      implements Proof {

    /// By something that is not told from others of its kind.
    Proven(ClientRecord client, Method method, long untilMs) {
      this(client, method, untilMs, Set.of());
    }
  }

  /// It is not who it says; nothing else is tried.
  record Refuted(Entry.Denied denied) implements Proof {}

  /// It shows nothing of this kind that is known; another way may be tried.
  ///
  /// @param otherwise the answer when there is no other way
  record Undecided(Entry.Denied otherwise) implements Proof {}

  /// Nothing more is tried for a client from an address with too many failures.
  Proof TOO_MANY_FAILURES =
      refuted(Denial.TOO_FAST, "too many logins from this address failed, try again later");

  /// It is not who it says.
  static Proof refuted(Denial code, String reason) {
    return new Refuted(new Entry.Denied(code, reason));
  }
}
