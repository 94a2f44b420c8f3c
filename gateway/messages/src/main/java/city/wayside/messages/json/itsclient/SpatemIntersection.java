package city.wayside.messages.json.itsclient;

import static city.wayside.messages.json.JsonCursor.ABSENT;

import city.wayside.messages.json.JsonCursor;
import city.wayside.messages.json.Rejection;
import city.wayside.messages.time.ItsTime;
import city.wayside.model.signal.IntersectionKey;
import city.wayside.model.signal.SignalGroup;
import city.wayside.model.signal.SignalState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The signals of one intersection (IntersectionState) while they are read.
final class SpatemIntersection {

  private static final int REVISION_MAX = 127;
  private static final int GROUP_ID_MAX = 255;

  private @Nullable IntersectionKey intersection;
  private long revision = ABSENT;
  private int statusFlags;
  private int minute = ItsTime.MINUTE_INVALID;
  private int second = ItsTime.SECOND_UNAVAILABLE;
  private boolean hasStates;
  private final List<Group> groups = new ArrayList<>();

  /// A signal group whose time marks still wait for the intersection's time.
  private record Group(int groupId, List<PhaseFields> phases) {}

  /// Reads the object on which the cursor stands.
  ///
  /// @param envelopeMs when the message was made, by its envelope
  SignalState read(JsonCursor json, long envelopeMs) throws Rejection {
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      switch (field) {
        case "id" -> intersection = DsrcReader.readIntersection(json);
        case "revision" -> revision = json.whole(0, REVISION_MAX);
        case "status" -> readStatus(json);
        case "moy" -> minute = json.count(0, ItsTime.MINUTE_INVALID);
        case "timestamp" -> second = json.count(0, ItsTime.SECOND_UNAVAILABLE);
        case "states" -> readStates(json);
        default -> json.skip();
      }
    }
    json.require(revision, "revision");
    json.require(hasStates, "states");
    return state(json.require(intersection, "id"), MadeTime.unixMs(minute, second, envelopeMs));
  }

  private SignalState state(IntersectionKey key, long timeMs) {
    List<SignalGroup> resolved = new ArrayList<>(groups.size());
    for (Group group : groups) {
      List<SignalGroup.Phase> phases = new ArrayList<>(group.phases.size());
      for (PhaseFields phase : group.phases) {
        phases.add(phase.phase(timeMs));
      }
      resolved.add(new SignalGroup(group.groupId, List.copyOf(phases)));
    }
    return new SignalState(
        key,
        (int) revision,
        timeMs,
        new SignalState.ControllerStatus(statusFlags),
        List.copyOf(resolved));
  }

  private void readStatus(JsonCursor json) throws Rejection {
    json.enterArray();
    while (json.nextElement(Limits.STATUS_WORDS_MAX)) {
      statusFlags |= StatusWords.flag(json.text(Limits.NAME_CHARS_MAX));
    }
  }

  private void readStates(JsonCursor json) throws Rejection {
    hasStates = true;
    json.enterArray();
    while (json.nextElement(Limits.GROUPS_MAX)) {
      groups.add(readGroup(json));
    }
  }

  private static Group readGroup(JsonCursor json) throws Rejection {
    long groupId = ABSENT;
    boolean hasPhases = false;
    List<PhaseFields> phases = new ArrayList<>();
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      switch (field) {
        case "signal_group" -> groupId = json.whole(0, GROUP_ID_MAX);
        case "state_time_speed" -> {
          hasPhases = true;
          json.enterArray();
          while (json.nextElement(Limits.PHASES_MAX)) {
            phases.add(PhaseFields.read(json));
          }
        }
        default -> json.skip();
      }
    }
    json.require(hasPhases, "state_time_speed");
    return new Group((int) json.require(groupId, "signal_group"), phases);
  }
}
