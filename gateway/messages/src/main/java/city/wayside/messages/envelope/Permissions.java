package city.wayside.messages.envelope;

/// Passes over what a certificate permits (IEEE 1609.2 §6.4).
final class Permissions {

  private static final int FIRST = 0x80;
  private static final int SECOND = 0x40;
  private static final int THIRD = 0x20;
  private static final int EE_TYPE_BYTES = 1;

  private Permissions() {}

  /// SequenceOfPsidSsp.
  static void skipPsidSsps(ByteCursor in) throws Unreadable {
    int count = Coer.quantity(in, "appPermissions", Coer.ELEMENTS_MAX);
    for (int i = 0; i < count; i++) {
      int preamble = Coer.preamble(in, "PsidSsp", FIRST);
      Coer.unsigned(in, "PsidSsp.psid");
      if ((preamble & FIRST) != 0) {
        // opaque and bitmapSsp alike: an octet string, the latter within an open type.
        Coer.choice(in, "PsidSsp.ssp");
        Coer.octets(in, "PsidSsp.ssp");
      }
    }
  }

  /// SequenceOfPsidGroupPermissions.
  static void skipPsidGroups(ByteCursor in, String field) throws Unreadable {
    int count = Coer.quantity(in, field, Coer.ELEMENTS_MAX);
    for (int i = 0; i < count; i++) {
      int preamble = Coer.preamble(in, "PsidGroupPermissions", FIRST | SECOND | THIRD);
      skipSubjectPermissions(in);
      if ((preamble & FIRST) != 0) {
        Coer.octets(in, "PsidGroupPermissions.minChainLength");
      }
      if ((preamble & SECOND) != 0) {
        Coer.octets(in, "PsidGroupPermissions.chainLengthRange");
      }
      if ((preamble & THIRD) != 0) {
        in.skip(EE_TYPE_BYTES, "PsidGroupPermissions.eeType");
      }
    }
  }

  private static void skipSubjectPermissions(ByteCursor in) throws Unreadable {
    switch (Coer.choice(in, "subjectPermissions")) {
      case 0 -> {
        int count = Coer.quantity(in, "subjectPermissions.explicit", Coer.ELEMENTS_MAX);
        for (int i = 0; i < count; i++) {
          skipPsidSspRange(in);
        }
      }
      // all
      case 1 -> {}
      default -> Coer.octets(in, "subjectPermissions");
    }
  }

  private static void skipPsidSspRange(ByteCursor in) throws Unreadable {
    int preamble = Coer.preamble(in, "PsidSspRange", FIRST);
    Coer.unsigned(in, "PsidSspRange.psid");
    if ((preamble & FIRST) == 0) {
      return;
    }
    switch (Coer.choice(in, "PsidSspRange.sspRange")) {
      case 0 -> {
        int count = Coer.quantity(in, "SspRange.opaque", Coer.ELEMENTS_MAX);
        for (int i = 0; i < count; i++) {
          Coer.octets(in, "SspRange.opaque");
        }
      }
      // all
      case 1 -> {}
      default -> Coer.octets(in, "PsidSspRange.sspRange");
    }
  }
}
