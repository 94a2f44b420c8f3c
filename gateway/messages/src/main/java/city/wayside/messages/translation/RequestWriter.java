package city.wayside.messages.translation;

import city.wayside.messages.Standard;
import city.wayside.messages.time.ItsTime;
import city.wayside.model.signal.PriorityRequest;

/// A request for priority to SREM (ETSI TS 103 301, protocolVersion 2) or SRM (SAE J2735-2024). The
/// requester is the sender.
public final class RequestWriter {

  private final RequestPaths paths;

  /// The writer of a family.
  public RequestWriter(Standard standard) {
    this.paths = new RequestPaths(standard);
  }

  /// Writes a message.
  ///
  /// @param request what is asked; a position with `NaN` is left out
  public Packed write(PriorityRequest request) {
    return paths.framing.pack(
        request.requester().stationId(),
        (draft, srm) -> {
          if (request.timeMs() != ItsTime.UNKNOWN_MS) {
            draft.put(srm, paths.minute, ItsTime.minuteOfUnixMs(request.timeMs()));
          }
          draft.put(srm, paths.second, ItsTime.secondOfUnixMs(request.timeMs()));
          draft.put(srm, paths.sequence, request.sequence());
          paths.requester.writeId(draft, srm, request.requester().stationId());
          paths.requester.writeType(draft, srm, request.requester());
          if (!Double.isNaN(request.position().latDeg())) {
            paths.position.write(draft, srm, request.position(), "position");
          }
          long cell = draft.sequence(paths.request);
          paths.key.write(draft, cell, request.intersection());
          draft.put(cell, paths.requestId, request.requestId());
          draft.put(cell, paths.requestType, SignalCodes.REQUEST_TYPES.indexOf(request.type()));
          paths.passage.write(draft, cell, request.passage(), request.timeMs());
          draft.put(srm, paths.requests, draft.list(cell));
        });
  }
}
