package city.wayside.grid.entry;

import city.wayside.grid.form.StoredMessage;
import city.wayside.grid.form.StoredSession;
import city.wayside.model.event.EventTime;
import city.wayside.model.event.RoadEvent;
import city.wayside.model.event.RoadEvent.Termination;

/// Which of two values of an entry is the newer one. A value may always replace itself.
public enum Order {
  /// Sessions: the higher epoch, and of the same one the later save.
  SESSIONS {
    @Override
    boolean replaces(Object value, Object present) {
      return value instanceof StoredSession newer
          && present instanceof StoredSession older
          && newer.state().epoch() >= older.state().epoch();
    }
  },
  /// Retained messages: the later place in the log.
  RETAINED {
    @Override
    boolean replaces(Object value, Object present) {
      return value instanceof StoredMessage newer
          && present instanceof StoredMessage older
          && newer.sequence() >= older.sequence();
    }
  },
  /// Events: the message that was made later. A negation bears the time of the message that it
  /// denies (ETSI EN 302 637-3), so an end prevails over what has the same time.
  EVENTS {
    @Override
    boolean replaces(Object value, Object present) {
      return value instanceof RoadEvent newer
          && present instanceof RoadEvent older
          && isNewer(newer, older);
    }
  };

  /// Whether a value may take the place of the present one.
  abstract boolean replaces(Object value, Object present);

  /// Whether one message about an event holds rather than another.
  public static boolean isNewer(RoadEvent newer, RoadEvent older) {
    EventTime time = newer.time();
    if (time.referenceMs() != older.time().referenceMs()) {
      return time.referenceMs() > older.time().referenceMs();
    }
    return newer.termination() != Termination.NONE || older.termination() == Termination.NONE;
  }
}
