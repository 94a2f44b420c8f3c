package city.wayside.messages.envelope;

import city.wayside.model.refusal.Refused;

/// Opens envelopes in tests and expects one of the two outcomes.
final class Openings {

  private static final EnvelopeReader READER = new EnvelopeReader();

  private Openings() {}

  static Unwrapped unwrapped(byte[] bytes) {
    return unwrapped(READER.open(bytes));
  }

  static Unwrapped unwrapped(Opening opening) {
    return switch (opening) {
      case Unwrapped unwrapped -> unwrapped;
      case Opening.Unreachable unreachable -> throw new AssertionError(unreachable.toString());
    };
  }

  static Refused refused(byte[] bytes) {
    return switch (READER.open(bytes)) {
      case Unwrapped unwrapped -> throw new AssertionError(unwrapped.toString());
      case Opening.Unreachable(Refused refused, int _) -> refused;
    };
  }

  /// The code's word and the reason, as one text.
  static String refusal(byte[] bytes) {
    Refused refused = refused(bytes);
    return refused.code().word() + ": " + refused.reason();
  }
}
