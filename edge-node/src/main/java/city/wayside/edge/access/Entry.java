package city.wayside.edge.access;

import city.wayside.model.client.Grant;
import java.util.Set;

/// The gatekeeper's answer to a client.
public sealed interface Entry {

  /// It may come in.
  ///
  /// @param grant what it may do
  /// @param method by what it was let in
  /// @param untilMs when what lets it in ends, milliseconds since 1970, or [#FOREVER]
  /// @param marks of the credentials of which it needs one in its record
  ///   ([city.wayside.model.client.Credential#mark()]); empty where any of the kind will do
  record Admitted(Grant grant, Method method, long untilMs, Set<String> marks) implements Entry {

    /// Takes a copy.
    public Admitted {
      marks = Set.copyOf(marks);
    }

    /// By something that is not told from others of its kind.
    public Admitted(Grant grant, Method method, long untilMs) {
      this(grant, method, untilMs, Set.of());
    }

    /// The end of what does not end by itself.
    public static final long FOREVER = Long.MAX_VALUE;
  }

  /// It must stay outside, or go.
  ///
  /// @param code why, for machines
  /// @param reason why, for people: fit for the log and for the client itself
  record Denied(Denial code, String reason) implements Entry {}
}
