package city.wayside.messages.translation;

import city.wayside.messages.Standard;
import city.wayside.messages.uper.Draft;
import city.wayside.messages.uper.EnumeratedType;
import city.wayside.messages.uper.Malformed;
import city.wayside.messages.uper.Path;
import city.wayside.messages.uper.StringType;
import city.wayside.messages.uper.Tape;
import city.wayside.messages.uper.Type;
import city.wayside.model.message.Report;
import city.wayside.model.signal.PriorityRequest.Requester;

/// Where a message says who asks for priority (SAE J2735 DF_VehicleID and DF_RequestorType).
///
/// @param standard the family, which decides how an id is written
/// @param entityId four octets, SAE's TemporaryID
/// @param stationId ETSI's StationID
/// @param role why it may ask
/// @param importance how important that is
record RequesterPlace(
    Standard standard, Path entityId, Path stationId, Path role, Path importance) {

  /// The role of a requester who gives none but an importance, which needs a role beside it.
  static final String NO_ROLE = "none-unknown";

  private static final String TRAM = "tram";
  private static final String NEAREST_TO_TRAM = "publicTransport";
  private static final int IMPORTANCE_NOT_GIVEN = -1;
  private static final int IMPORTANCE_MAX = 14;
  private static final int ENTITY_BITS = 32;

  /// The place in a sequence.
  ///
  /// @param id the field of a VehicleID
  /// @param type the field of a RequestorType
  static RequesterPlace in(Standard standard, Type holder, String id, String type) {
    return new RequesterPlace(
        standard,
        Path.of(holder, id + ".entityID"),
        Path.of(holder, id + ".stationID"),
        Path.of(holder, type + ".role"),
        Path.of(holder, type + ".request"));
  }

  /// The requester.
  ///
  /// @param otherRole the role where this place has none
  Requester read(Values values, String otherRole) {
    long entity = values.cell(entityId);
    long station =
        entity == Tape.ABSENT
            ? values.number(stationId, 0)
            : values.tape().bits(entity, 0, ENTITY_BITS);
    String word = values.word(role);
    long level = values.number(importance, IMPORTANCE_NOT_GIVEN);
    return new Requester(
        station,
        word == null ? otherRole : word,
        // The level after the highest is reserved.
        level > IMPORTANCE_MAX ? IMPORTANCE_NOT_GIVEN : (int) level);
  }

  /// Writes the id: as octets in SAE's family, as a station id in ETSI's.
  void writeId(Draft draft, long at, long id) throws Malformed {
    if (id < 0 || id > Report.STATION_ID_MAX) {
      throw Framing.impossible(
          "the requester's id is " + id + ", must be 0 to " + Report.STATION_ID_MAX);
    }
    if (standard == Standard.ETSI) {
      draft.put(at, stationId, id);
    } else {
      long[] octets = {id >>> 24, id >>> 16 & 0xFF, id >>> 8 & 0xFF, id & 0xFF};
      draft.put(at, entityId, draft.string((StringType) entityId.target(), octets));
    }
  }

  /// Writes role and importance, if there is one of them.
  void writeType(Draft draft, long at, Requester requester) throws Malformed {
    int level = requester.importanceCode();
    if (level < IMPORTANCE_NOT_GIVEN || level > IMPORTANCE_MAX) {
      throw Framing.impossible("importanceCode is " + level + ", must be -1 to " + IMPORTANCE_MAX);
    }
    if (level == IMPORTANCE_NOT_GIVEN && requester.role().isEmpty()) {
      return;
    }
    draft.put(at, role, position((EnumeratedType) role.target(), requester.role()));
    if (level != IMPORTANCE_NOT_GIVEN) {
      draft.put(at, importance, level);
    }
  }

  /// The position of a role's word. SAE's edition has no trams; to a signal controller they are
  /// public transport.
  static long position(EnumeratedType roles, String word) throws Malformed {
    long position = roles.position(word.isEmpty() ? NO_ROLE : word);
    if (position == Tape.ABSENT && word.equals(TRAM)) {
      position = roles.position(NEAREST_TO_TRAM);
    }
    if (position == Tape.ABSENT) {
      throw Framing.impossible("role is not a word of BasicVehicleRole");
    }
    return position;
  }
}
