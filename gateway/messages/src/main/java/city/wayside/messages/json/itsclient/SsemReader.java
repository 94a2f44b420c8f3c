package city.wayside.messages.json.itsclient;

import static city.wayside.messages.json.JsonCursor.ABSENT;

import city.wayside.messages.json.JsonCursor;
import city.wayside.messages.json.Rejection;
import city.wayside.messages.time.ItsTime;
import city.wayside.model.message.Decoded;
import city.wayside.model.signal.IntersectionKey;
import city.wayside.model.signal.PriorityStatus;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads an SSEM (ETSI TS 103 301, SAE J2735 SSM).
final class SsemReader {

  private final Header header;
  private final List<Intersection> intersections = new ArrayList<>();
  private int minute = ItsTime.MINUTE_INVALID;
  private long second = ABSENT;
  private boolean hasStatus;

  /// The answers of one intersection (SignalStatus).
  private record Intersection(IntersectionKey key, List<AnswerFields> answers) {}

  private SsemReader(Header header) {
    this.header = header;
  }

  /// Reads the message on which the cursor stands.
  static Decoded read(JsonCursor json, Header header) throws Rejection {
    return new SsemReader(header).readMessage(json);
  }

  private Decoded readMessage(JsonCursor json) throws Rejection {
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      switch (field) {
        case "timestamp" -> minute = json.count(0, ItsTime.MINUTE_INVALID);
        case "second" -> second = json.whole(0, ItsTime.SECOND_UNAVAILABLE);
        case "status" -> readIntersections(json);
        default -> header.read(field, json);
      }
    }
    header.requireStation(json);
    json.require(second, "second");
    json.require(hasStatus, "status");
    long madeMs = MadeTime.unixMs(minute, (int) second, header.envelopeMs());
    List<PriorityStatus> statuses = new ArrayList<>();
    for (Intersection intersection : intersections) {
      for (AnswerFields answer : intersection.answers) {
        if (answer.hasRequester()) {
          statuses.add(answer.status(intersection.key, madeMs));
        }
      }
    }
    return new Decoded.PriorityStatuses(List.copyOf(statuses));
  }

  private void readIntersections(JsonCursor json) throws Rejection {
    hasStatus = true;
    json.enterArray();
    while (json.nextElement(Limits.INTERSECTIONS_MAX)) {
      intersections.add(readIntersection(json));
    }
  }

  private static Intersection readIntersection(JsonCursor json) throws Rejection {
    @Nullable IntersectionKey key = null;
    boolean hasAnswers = false;
    List<AnswerFields> answers = new ArrayList<>();
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      switch (field) {
        case "id" -> key = DsrcReader.readIntersection(json);
        case "sig_status" -> {
          hasAnswers = true;
          json.enterArray();
          while (json.nextElement(Limits.INTERSECTIONS_MAX)) {
            answers.add(AnswerFields.read(json));
          }
        }
        default -> json.skip();
      }
    }
    json.require(hasAnswers, "sig_status");
    return new Intersection(json.require(key, "id"), answers);
  }
}
