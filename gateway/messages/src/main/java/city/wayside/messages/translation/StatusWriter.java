package city.wayside.messages.translation;

import city.wayside.messages.Standard;
import city.wayside.messages.time.ItsTime;
import city.wayside.messages.uper.Draft;
import city.wayside.messages.uper.EnumeratedType;
import city.wayside.messages.uper.Malformed;
import city.wayside.model.signal.IntersectionKey;
import city.wayside.model.signal.PriorityRequest.Requester;
import city.wayside.model.signal.PriorityStatus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Answers to requests for priority to SSEM (ETSI TS 103 301, protocolVersion 2) or SSM (SAE
/// J2735-2024). The message has one time, the newest of its answers; they stand in the order of
/// their intersections.
public final class StatusWriter {

  private static final int IMPORTANCE_NOT_GIVEN = -1;

  private final StatusPaths paths;

  /// The writer of a family.
  public StatusWriter(Standard standard) {
    this.paths = new StatusPaths(standard);
  }

  /// Writes a message.
  ///
  /// @param statuses answers of one to 32 intersections, one to 32 each
  /// @param stationId who sends it, 0 to 4,294,967,295; not in SAE's messages
  /// @param changeCount grows by one, modulo 128, whenever the answers change: it tells requesters
  ///   that there is news
  public Packed write(List<PriorityStatus> statuses, long stationId, int changeCount) {
    return paths.framing.pack(
        stationId,
        (draft, ssm) -> {
          Map<IntersectionKey, List<PriorityStatus>> byIntersection = new LinkedHashMap<>();
          long timeMs = ItsTime.UNKNOWN_MS;
          for (PriorityStatus status : statuses) {
            timeMs = Math.max(timeMs, status.timeMs());
            byIntersection
                .computeIfAbsent(status.intersection(), _ -> new ArrayList<>())
                .add(status);
          }
          if (timeMs != ItsTime.UNKNOWN_MS) {
            draft.put(ssm, paths.minute, ItsTime.minuteOfUnixMs(timeMs));
          }
          draft.put(ssm, paths.second, ItsTime.secondOfUnixMs(timeMs));
          draft.put(ssm, paths.messageCount, changeCount);
          long[] cells = new long[byIntersection.size()];
          int count = 0;
          for (List<PriorityStatus> answers : byIntersection.values()) {
            cells[count++] = intersection(draft, answers, changeCount, timeMs);
          }
          draft.put(ssm, paths.intersections, draft.list(cells));
        });
  }

  private long intersection(Draft draft, List<PriorityStatus> answers, int changeCount, long timeMs)
      throws Malformed {
    long cell = draft.sequence(paths.intersection);
    draft.put(cell, paths.changeCount, changeCount);
    paths.key.write(draft, cell, answers.getFirst().intersection());
    long[] cells = new long[answers.size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = answer(draft, answers.get(i), timeMs);
    }
    draft.put(cell, paths.answers, draft.list(cells));
    return cell;
  }

  private long answer(Draft draft, PriorityStatus status, long timeMs) throws Malformed {
    long cell = draft.sequence(paths.answer);
    Requester requester = status.requester();
    paths.requester.writeId(draft, cell, requester.stationId());
    draft.put(cell, paths.requestId, status.requestId());
    draft.put(cell, paths.sequence, status.sequence());
    if (requester.importanceCode() != IMPORTANCE_NOT_GIVEN) {
      paths.requester.writeType(draft, cell, requester);
    } else if (!requester.role().isEmpty()) {
      EnumeratedType roles = (EnumeratedType) paths.role.target();
      draft.put(cell, paths.role, RequesterPlace.position(roles, requester.role()));
    }
    paths.passage.write(draft, cell, status.passage(), timeMs);
    draft.put(cell, paths.outcome, SignalCodes.OUTCOMES.indexOf(status.outcome()));
    return cell;
  }
}
