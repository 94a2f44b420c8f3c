package city.wayside.messages.json.itsclient;

import city.wayside.messages.dsrc.Requestors;
import city.wayside.messages.uper.Tape;
import java.util.Objects;

/// The roles of those who ask for priority (BasicVehicleRole), by code.
final class Roles {

  /// The role of one who has none or does not say.
  static final int NONE_CODE = 8;

  /// The largest code.
  static final int CODE_MAX = Requestors.BASIC_VEHICLE_ROLE.words().size() - 1;

  private Roles() {}

  /// The word of a code from 0 to [#CODE_MAX].
  static String word(int code) {
    return Objects.requireNonNull(Requestors.BASIC_VEHICLE_ROLE.word(code));
  }

  /// The code of a word; -1 for a word that is none.
  static int code(String word) {
    long position = Requestors.BASIC_VEHICLE_ROLE.position(word);
    return position == Tape.ABSENT ? -1 : (int) position;
  }
}
