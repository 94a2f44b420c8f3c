package city.wayside.messages.translation;

import city.wayside.messages.Standard;
import city.wayside.messages.uper.Path;
import city.wayside.messages.uper.SequenceType;

/// The ways to the values of answers to requests for priority, of one family. Read and written
/// alike.
final class StatusPaths {

  final Framing framing;
  final Path minute;
  final Path second;
  final Path messageCount;
  final Path intersections;

  final SequenceType intersection;
  final IntersectionPlace key;
  final Path changeCount;
  final Path answers;

  final SequenceType answer;
  final Path requesterInfo;
  final RequesterPlace requester;
  final Path role;
  final Path requestId;
  final Path sequence;
  final PassagePlace passage;
  final Path outcome;

  StatusPaths(Standard standard) {
    framing = Framing.of(standard, "ssem", "ssm", "ssm", "SignalStatusMessage");
    minute = Path.of(framing.type(), "timeStamp");
    second = Path.of(framing.type(), "second");
    messageCount = Path.of(framing.type(), "sequenceNumber");
    intersections = Path.of(framing.type(), "status");

    intersection = SpatPaths.element(intersections);
    key = IntersectionPlace.in(intersection, "id");
    changeCount = Path.of(intersection, "sequenceNumber");
    answers = Path.of(intersection, "sigStatus");

    answer = SpatPaths.element(answers);
    requesterInfo = Path.of(answer, "requester");
    requester = RequesterPlace.in(standard, answer, "requester.id", "requester.typeData");
    role = Path.of(answer, "requester.role");
    requestId = Path.of(answer, "requester.request");
    sequence = Path.of(answer, "requester.sequenceNumber");
    passage = PassagePlace.in(answer, "inboundOn", "outboundOn");
    outcome = Path.of(answer, "status");
  }
}
