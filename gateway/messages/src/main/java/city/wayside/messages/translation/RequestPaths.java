package city.wayside.messages.translation;

import city.wayside.messages.Standard;
import city.wayside.messages.uper.Path;
import city.wayside.messages.uper.SequenceType;

/// The ways to the values of requests for priority, of one family. Read and written alike.
final class RequestPaths {

  final Framing framing;
  final Path minute;
  final Path second;
  final Path sequence;
  final RequesterPlace requester;
  final PositionPlace position;
  final Path requests;

  final SequenceType request;
  final IntersectionPlace key;
  final Path requestId;
  final Path requestType;
  final PassagePlace passage;

  RequestPaths(Standard standard) {
    framing = Framing.of(standard, "srem", "srm", "srm", "SignalRequestMessage");
    SequenceType message = framing.type();
    minute = Path.of(message, "timeStamp");
    second = Path.of(message, "second");
    sequence = Path.of(message, "sequenceNumber");
    requester = RequesterPlace.in(standard, message, "requestor.id", "requestor.type");
    position =
        PositionPlace.of(
            message, "requestor.position.position.lat", "requestor.position.position.long");
    requests = Path.of(message, "requests");

    request = SpatPaths.element(requests);
    key = IntersectionPlace.in(request, "request.id");
    requestId = Path.of(request, "request.requestID");
    requestType = Path.of(request, "request.requestType");
    passage = PassagePlace.in(request, "request.inBoundLane", "request.outBoundLane");
  }
}
