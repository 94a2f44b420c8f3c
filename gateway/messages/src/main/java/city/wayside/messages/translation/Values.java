package city.wayside.messages.translation;

import city.wayside.messages.measure.Quantity;
import city.wayside.messages.measure.SaeQuantity;
import city.wayside.messages.uper.EnumeratedType;
import city.wayside.messages.uper.Path;
import city.wayside.messages.uper.Tape;
import org.jspecify.annotations.Nullable;

/// Reads values of a message by their paths, starting at one of its values.
///
/// @param tape the message
/// @param from the cell of the value where paths begin
record Values(Tape tape, long from) {

  /// The cell at the end of a path, or [Tape#ABSENT].
  long cell(Path path) {
    return path.cell(tape, from);
  }

  /// True when there is a value.
  boolean has(Path path) {
    return cell(path) != Tape.ABSENT;
  }

  /// A number, or another one when it is absent.
  long number(Path path, long otherwise) {
    long cell = cell(path);
    return cell == Tape.ABSENT ? otherwise : cell;
  }

  /// A measured value in its unit; `NaN` when it is absent or the sender had none.
  double measure(Path path, Quantity quantity) {
    long cell = cell(path);
    return cell == Tape.ABSENT ? Double.NaN : quantity.valueOf(cell);
  }

  /// The same for SAE's numbers.
  double measure(Path path, SaeQuantity quantity) {
    long cell = cell(path);
    return cell == Tape.ABSENT ? Double.NaN : quantity.valueOf(cell);
  }

  /// The word of an enumeration; nothing when it is absent or an extension nobody has named.
  @Nullable String word(Path path) {
    long cell = cell(path);
    return cell == Tape.ABSENT ? null : ((EnumeratedType) path.target()).word(cell);
  }

  /// The same, starting at another value.
  Values at(long cell) {
    return new Values(tape, cell);
  }

  /// How many elements the list at the end of a path has.
  int count(Path path) {
    return tape.count(cell(path));
  }

  /// An element of the list at the end of a path, to start at.
  Values element(Path path, int index) {
    return at(tape.item(cell(path), index));
  }

  /// How many elements the list has that this starts at.
  int size() {
    return tape.count(from);
  }

  /// An element of the list that this starts at, to start at.
  Values get(int index) {
    return at(tape.item(from, index));
  }

  /// The octets or characters of a string, one byte each.
  ///
  /// @param unitBits how many bits each of them takes
  byte[] octets(Path path, int unitBits) {
    long string = cell(path);
    byte[] octets = new byte[string == Tape.ABSENT ? 0 : tape.length(string)];
    for (int i = 0; i < octets.length; i++) {
      octets[i] = (byte) tape.bits(string, i * unitBits, unitBits);
    }
    return octets;
  }
}
