package city.wayside.messages.json;

import city.wayside.model.message.Decoded;
import city.wayside.model.message.Report;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Decodes a probe: one JSON object with one position and motion sample.
///
/// ```json
/// {"t":1795404861000,"lat":52.5163,"lon":13.3777,
///  "speedMps":13.9,"headingDeg":92.5,"type":"passengerCar","station":4711,"accuracyM":2.5}
/// ```
///
/// `t` (milliseconds since 1970), `lat` and `lon` must be there; `station` when the topic names no
/// station; the rest may be left out or `null`. `type` is the word or the code of ETSI TS 102
/// 894-2. Unknown fields are skipped. Ranges of position and motion are for admission to judge.
public final class ProbeDecoder {

  /// Stands for the station of a topic that names none.
  public static final long STATION_IN_PAYLOAD = -1;

  /// Decodes a whole payload.
  public Decoded decode(byte[] payload, long topicStationId) {
    return decode(payload, 0, payload.length, topicStationId);
  }

  /// Decodes a payload that lies within an array.
  ///
  /// @param bytes holds the payload; only read
  /// @param offset index of the payload's first byte
  /// @param length how many bytes it has
  /// @param topicStationId the station that the topic names, or [#STATION_IN_PAYLOAD]
  /// @return a report, or the code and reason why there is none
  public Decoded decode(byte[] bytes, int offset, int length, long topicStationId) {
    ProbeFields fields = new ProbeFields();
    @Nullable String field = null;
    try (JsonParser parser = BoundedJson.parser(bytes, offset, length)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return undecodable("the payload is not a JSON object");
      }
      while ((field = parser.nextFieldName()) != null) {
        Refused refused = fields.read(field, parser);
        if (refused != null) {
          return new Decoded.Undecodable(refused);
        }
      }
      if (parser.nextToken() != null) {
        return undecodable("something follows the JSON object, which must stand alone");
      }
    } catch (IOException malformed) {
      return undecodable(
          field == null || !isOneOfOurs(field)
              ? "the payload is not valid JSON"
              : "the payload is not valid JSON at or after field " + field);
    }
    Report report = fields.report(topicStationId);
    return report != null ? report : new Decoded.Undecodable(fields.refused());
  }

  private static boolean isOneOfOurs(String field) {
    return switch (field) {
      case "t", "lat", "lon", "speedMps", "headingDeg", "type", "station", "accuracyM" -> true;
      default -> false;
    };
  }

  private static Decoded undecodable(String reason) {
    return new Decoded.Undecodable(new Refused(Refusal.MALFORMED, reason));
  }
}
