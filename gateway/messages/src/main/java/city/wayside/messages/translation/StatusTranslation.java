package city.wayside.messages.translation;

import city.wayside.messages.Standard;
import city.wayside.messages.Unpacked;
import city.wayside.model.message.Decoded;
import city.wayside.model.signal.IntersectionKey;
import city.wayside.model.signal.PriorityStatus;
import city.wayside.model.signal.PriorityStatus.Outcome;
import java.util.ArrayList;
import java.util.List;

/// SSEM (ETSI TS 103 301, protocolVersion 1 and 2) or SSM (SAE J2735) to the model.
///
/// Left out: an answer that names no requester, for it answers nobody's request; the counts of
/// messages and changes; the vehicle's type, and regional extensions, also ETSI's reason of a
/// rejection. An outcome that later editions may add is unknown.
public final class StatusTranslation {

  private final StatusPaths paths;

  /// The translation of a family.
  public StatusTranslation(Standard standard) {
    this.paths = new StatusPaths(standard);
  }

  /// Translates a message.
  ///
  /// @param receivedMs when it was received, milliseconds since 1970; what the message says of time
  ///   lies near to it
  /// @return [Decoded.PriorityStatuses], empty when it answers nobody; [Decoded.Undecodable] for a
  ///   message of another kind
  public Decoded read(Unpacked.Message message, long receivedMs) {
    Values ssm = paths.framing.open(message);
    if (ssm == null) {
      return paths.framing.wrongKind(message);
    }
    long madeMs =
        MessageTime.madeMs(
            (int) ssm.number(paths.minute, MessageTime.NO_MINUTE),
            (int) ssm.number(paths.second, MessageTime.NO_SECOND),
            receivedMs);
    List<PriorityStatus> statuses = new ArrayList<>();
    for (int i = 0; i < ssm.count(paths.intersections); i++) {
      Values intersection = ssm.element(paths.intersections, i);
      IntersectionKey key = paths.key.read(intersection);
      for (int j = 0; j < intersection.count(paths.answers); j++) {
        Values answer = intersection.element(paths.answers, j);
        if (answer.has(paths.requesterInfo)) {
          statuses.add(status(answer, key, madeMs));
        }
      }
    }
    return new Decoded.PriorityStatuses(List.copyOf(statuses));
  }

  private PriorityStatus status(Values answer, IntersectionKey key, long madeMs) {
    String role = answer.word(paths.role);
    return new PriorityStatus(
        key,
        paths.requester.read(answer, role == null ? "" : role),
        (int) answer.number(paths.requestId, 0),
        (int) answer.number(paths.sequence, 0),
        madeMs,
        paths.passage.read(answer, madeMs),
        SignalCodes.at(answer.number(paths.outcome, 0), SignalCodes.OUTCOMES, Outcome.UNKNOWN));
  }
}
