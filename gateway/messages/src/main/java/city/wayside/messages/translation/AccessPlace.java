package city.wayside.messages.translation;

import city.wayside.messages.uper.Draft;
import city.wayside.messages.uper.Malformed;
import city.wayside.messages.uper.Path;
import city.wayside.messages.uper.Tape;
import city.wayside.messages.uper.Type;
import city.wayside.model.signal.PriorityRequest.Access;
import city.wayside.model.signal.PriorityRequest.AccessKind;

/// Where a message names a way into or out of an intersection (SAE J2735
/// DF_IntersectionAccessPoint). Lane 0 and approach 0 are not known by the standard, and so is a
/// kind of way that later editions may add.
record AccessPlace(Path lane, Path approach, Path connection) {

  private static final int NOT_KNOWN = 0;

  /// The place in a field of a sequence.
  static AccessPlace in(Type holder, String field) {
    return new AccessPlace(
        Path.of(holder, field + ".lane"),
        Path.of(holder, field + ".approach"),
        Path.of(holder, field + ".connection"));
  }

  Access read(Values values) {
    long laneId = values.number(lane, NOT_KNOWN);
    if (laneId != NOT_KNOWN) {
      return new Access(AccessKind.LANE, (int) laneId);
    }
    long approachId = values.number(approach, NOT_KNOWN);
    if (approachId != NOT_KNOWN) {
      return new Access(AccessKind.APPROACH, (int) approachId);
    }
    long connectionId = values.cell(connection);
    return connectionId == Tape.ABSENT
        ? Access.UNKNOWN
        : new Access(AccessKind.CONNECTION, (int) connectionId);
  }

  /// Writes a way that must be named: one that is not known as lane 0.
  void write(Draft draft, long at, Access access) throws Malformed {
    switch (access.kind()) {
      case UNKNOWN -> draft.put(at, lane, NOT_KNOWN);
      case LANE -> draft.put(at, lane, access.accessId());
      case APPROACH -> draft.put(at, approach, access.accessId());
      case CONNECTION -> draft.put(at, connection, access.accessId());
    }
  }

  /// Writes a way that may be left out when it is not known.
  void writeIfKnown(Draft draft, long at, Access access) throws Malformed {
    if (access.kind() != AccessKind.UNKNOWN) {
      write(draft, at, access);
    }
  }
}
