package city.wayside.messages.translation;

import city.wayside.messages.Standard;
import city.wayside.messages.Unpacked;
import city.wayside.model.area.GeoPoint;
import city.wayside.model.message.Decoded;
import city.wayside.model.signal.PriorityRequest;
import city.wayside.model.signal.PriorityRequest.RequestType;
import city.wayside.model.signal.PriorityRequest.Requester;
import java.util.ArrayList;
import java.util.List;

/// SREM (ETSI TS 103 301, protocolVersion 1 and 2) or SRM (SAE J2735) to the model.
///
/// Left out: heading and speed, names and routes, what public transport says of its occupancy and
/// schedule, the vehicle's type and the role's kind, and regional extensions. A request type that
/// later editions may add is reserved.
public final class RequestTranslation {

  private static final String NO_ROLE = "";

  private final RequestPaths paths;

  /// The translation of a family.
  public RequestTranslation(Standard standard) {
    this.paths = new RequestPaths(standard);
  }

  /// Translates a message.
  ///
  /// @param receivedMs when it was received, milliseconds since 1970; what the message says of time
  ///   lies near to it
  /// @return [Decoded.PriorityRequests], empty when it asks nothing; [Decoded.Undecodable] for a
  ///   message of another kind
  public Decoded read(Unpacked.Message message, long receivedMs) {
    Values srm = paths.framing.open(message);
    if (srm == null) {
      return paths.framing.wrongKind(message);
    }
    long madeMs =
        MessageTime.madeMs(
            (int) srm.number(paths.minute, MessageTime.NO_MINUTE),
            (int) srm.number(paths.second, MessageTime.NO_SECOND),
            receivedMs);
    Requester requester = paths.requester.read(srm, NO_ROLE);
    int sequence = (int) srm.number(paths.sequence, 0);
    GeoPoint position = paths.position.read(srm);
    List<PriorityRequest> requests = new ArrayList<>();
    for (int i = 0; i < srm.count(paths.requests); i++) {
      Values request = srm.element(paths.requests, i);
      requests.add(
          new PriorityRequest(
              paths.key.read(request),
              requester,
              (int) request.number(paths.requestId, 0),
              sequence,
              SignalCodes.at(
                  request.number(paths.requestType, 0),
                  SignalCodes.REQUEST_TYPES,
                  RequestType.RESERVED),
              madeMs,
              paths.passage.read(request, madeMs),
              position));
    }
    return new Decoded.PriorityRequests(List.copyOf(requests));
  }
}
