package city.wayside.edge;

import city.wayside.messages.Standard;
import city.wayside.messages.translation.CamWriter;
import city.wayside.messages.translation.DenmWriter;
import city.wayside.messages.translation.IvimWriter;
import city.wayside.messages.translation.Packed;
import city.wayside.messages.translation.RequestWriter;
import city.wayside.messages.translation.TimWriter;
import city.wayside.model.area.GeoPoint;
import city.wayside.model.event.EventCause;
import city.wayside.model.event.EventKey;
import city.wayside.model.event.EventPlace;
import city.wayside.model.event.EventTime;
import city.wayside.model.event.Relevance;
import city.wayside.model.event.RoadEvent;
import city.wayside.model.event.RoadEvent.Termination;
import city.wayside.model.event.Sign;
import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationType;
import city.wayside.model.signal.IntersectionKey;
import city.wayside.model.signal.PriorityRequest;
import city.wayside.model.signal.PriorityRequest.Access;
import city.wayside.model.signal.PriorityRequest.Passage;
import city.wayside.model.signal.PriorityRequest.RequestType;
import city.wayside.model.signal.PriorityRequest.Requester;
import java.util.List;

/// Messages as stations send them.
public final class Messages {

  private static final EventCause ACCIDENT = new EventCause(2, 0);
  private static final Sign ROADWORK = new Sign(Sign.Catalogue.ITIS, "1025");

  private Messages() {}

  /// An accident on the road of [EdgeRig#road()] that holds for ten minutes.
  public static RoadEvent accident(long originId, long sequence, long referenceMs) {
    return event(originId, sequence, referenceMs, EdgeRig.ROAD_LAT, EdgeRig.ROAD_LON);
  }

  /// The same elsewhere.
  public static RoadEvent event(
      long originId, long sequence, long referenceMs, double latDeg, double lonDeg) {
    return new RoadEvent(
        new EventKey(originId, sequence),
        ACCIDENT,
        Termination.NONE,
        new EventTime(referenceMs, referenceMs, referenceMs, referenceMs + 600_000),
        new EventPlace(
            new GeoPoint(latDeg, lonDeg), Double.NaN, Double.NaN, Double.NaN, List.of(), List.of()),
        Relevance.UNKNOWN,
        RoadEvent.Quality.UNKNOWN,
        List.of(ROADWORK));
  }

  /// The same event, told at another time.
  public static RoadEvent at(RoadEvent event, EventTime time) {
    return new RoadEvent(
        event.key(),
        event.cause(),
        event.termination(),
        time,
        event.place(),
        event.relevance(),
        event.quality(),
        event.signs());
  }

  /// The end of an event, told later.
  public static RoadEvent ended(RoadEvent event, Termination termination, long byMs) {
    EventTime time = event.time();
    return new RoadEvent(
        event.key(),
        event.cause(),
        termination,
        new EventTime(time.detectedMs(), time.referenceMs() + byMs, time.fromMs(), time.untilMs()),
        event.place(),
        event.relevance(),
        event.quality(),
        event.signs());
  }

  /// As a DENM of a station.
  public static byte[] denm(RoadEvent event, long stationId) {
    return bytes(DenmWriter.write(event, stationId));
  }

  /// As a TIM.
  public static byte[] tim(RoadEvent event) {
    return bytes(TimWriter.write(event));
  }

  /// As an IVIM of a station.
  public static byte[] ivim(RoadEvent event, long stationId) {
    return bytes(IvimWriter.write(event, stationId));
  }

  /// A CAM of a car on the road of [EdgeRig#road()].
  public static byte[] cam(long stationId, long timeMs) {
    return bytes(
        new CamWriter()
            .write(
                new Report(
                    stationId,
                    StationType.PASSENGER_CAR,
                    MessageKind.CAM,
                    timeMs,
                    EdgeRig.ROAD_LAT,
                    EdgeRig.ROAD_LON + 0.001,
                    10,
                    90,
                    Double.NaN)));
  }

  /// A request for priority.
  public static byte[] srem(long stationId, long timeMs) {
    Passage anyhow = new Passage(Access.UNKNOWN, Access.UNKNOWN, Long.MIN_VALUE, -1);
    return bytes(
        new RequestWriter(Standard.ETSI)
            .write(
                new PriorityRequest(
                    new IntersectionKey(3, 17),
                    new Requester(stationId, "", -1),
                    1,
                    2,
                    RequestType.REQUEST,
                    timeMs,
                    anyhow,
                    new GeoPoint(Double.NaN, Double.NaN))));
  }

  private static byte[] bytes(Packed packed) {
    return switch (packed) {
      case Packed.Bytes message -> message.bytes();
      case Packed.Unpackable(city.wayside.model.refusal.Refused refused) ->
          throw new AssertionError(refused.reason());
    };
  }
}
