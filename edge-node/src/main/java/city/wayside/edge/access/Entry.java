package city.wayside.edge.access;

import city.wayside.model.client.Grant;

/// The gatekeeper's answer to a client.
public sealed interface Entry {

  /// It may come in.
  ///
  /// @param grant what it may do
  /// @param method by what it was let in
  /// @param untilMs when what lets it in ends, milliseconds since 1970, or [#FOREVER]
  record Admitted(Grant grant, Method method, long untilMs) implements Entry {

    /// The end of what does not end by itself.
    public static final long FOREVER = Long.MAX_VALUE;
  }

  /// It must stay outside, or go.
  ///
  /// @param code why, for machines
  /// @param reason why, for people: fit for the log and for the client itself
  record Denied(Denial code, String reason) implements Entry {}
}
