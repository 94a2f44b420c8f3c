package city.wayside.messages.uper;

import city.wayside.model.refusal.Refusal;

/// Bytes that are no message of the expected type, or a value that the type does not have. Carries
/// no stack trace: it is an answer to the sender, not a fault of the program.
public final class Malformed extends Exception {

  /// Stands for the offset of a value that does not come from bytes.
  public static final int NO_OFFSET = -1;

  /// How long a path to a field may grow; what lies further out is left off.
  private static final int PATH_CHARS_MAX = 160;

  private static final long serialVersionUID = 1;

  private final Refusal code;
  private final int bitOffset;
  private String path = "";

  /// A refusal at a place.
  ///
  /// @param code the stable code that the sender is answered
  /// @param reason what is wrong, without the place
  /// @param bitOffset where in the bytes, from 0; [#NO_OFFSET] when the value came from elsewhere
  public Malformed(Refusal code, String reason, int bitOffset) {
    super(reason, null, false, false);
    this.code = code;
    this.bitOffset = bitOffset;
  }

  /// Notes on the way out which field was being read.
  public Malformed in(String name) {
    if (path.length() + name.length() < PATH_CHARS_MAX) {
      path = path.isEmpty() || path.startsWith("[") ? name + path : name + "." + path;
    }
    return this;
  }

  /// Notes on the way out which element of a list was being read.
  public Malformed in(int index) {
    return in("[" + index + "]");
  }

  /// The stable code.
  public Refusal code() {
    return code;
  }

  /// Where in the bytes, in bits from 0, or [#NO_OFFSET].
  public int bitOffset() {
    return bitOffset;
  }

  /// The field with its path, and what is wrong with it.
  public String reason() {
    return path.isEmpty() ? getMessage() + "" : path + " " + getMessage();
  }
}
