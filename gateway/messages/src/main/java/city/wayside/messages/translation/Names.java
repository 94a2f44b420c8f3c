package city.wayside.messages.translation;

import city.wayside.messages.uper.Draft;
import city.wayside.messages.uper.Malformed;
import city.wayside.messages.uper.Path;
import city.wayside.messages.uper.StringType;
import city.wayside.messages.uper.Tape;

/// Names of 1 to 63 characters of ASCII (SAE J2735 DE_DescriptiveName).
final class Names {

  private static final int CHARACTER_BITS = 7;
  private static final int FIRST_PRINTABLE = 0x20;
  private static final int DELETE = 0x7F;

  private Names() {}

  /// A name; empty when there is none. Control characters become spaces, for names go on to formats
  /// that have no place for them.
  static String read(Values values, Path path) {
    long cell = values.cell(path);
    if (cell == Tape.ABSENT) {
      return "";
    }
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < values.tape().length(cell); i++) {
      long code = values.tape().bits(cell, i * CHARACTER_BITS, CHARACTER_BITS);
      name.append(code < FIRST_PRINTABLE || code == DELETE ? ' ' : (char) code);
    }
    return name.toString();
  }

  /// Writes a name, if there is one. It is cut at the longest length; what is no printable ASCII
  /// becomes a question mark.
  static void write(Draft draft, long at, Path path, String name) throws Malformed {
    if (name.isEmpty()) {
      return;
    }
    int lengthMax = ((StringType) path.target()).lengthMax();
    StringBuilder sent = new StringBuilder();
    name.codePoints()
        .limit(lengthMax)
        .forEach(code -> sent.append(code < FIRST_PRINTABLE || code >= DELETE ? '?' : (char) code));
    draft.text(at, path, sent.toString());
  }
}
