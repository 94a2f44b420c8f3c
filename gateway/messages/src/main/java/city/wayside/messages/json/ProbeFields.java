package city.wayside.messages.json;

import city.wayside.model.message.MessageKind;
import city.wayside.model.message.Report;
import city.wayside.model.message.StationType;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The fields of one probe while it is read. Used once, by one thread.
///
/// Absent numbers are `NaN`; a bit per field tells a repeated field from a first one.
final class ProbeFields {

  private static final int TIME = 1;
  private static final int LAT = 2;
  private static final int LON = 4;
  private static final int SPEED = 8;
  private static final int HEADING = 16;
  private static final int TYPE = 32;
  private static final int STATION = 64;
  private static final int ACCURACY = 128;

  private static final String TIME_ALLOWED =
      "must be a whole number of milliseconds since 1970-01-01T00:00:00Z";
  private static final String LAT_ALLOWED = "must be a number from -90 to 90";
  private static final String LON_ALLOWED = "must be a number from -180 to 180";
  private static final String SPEED_ALLOWED = "must be a number of metres per second, 0 or more";
  private static final String HEADING_ALLOWED = "must be a number from 0 to 360";
  private static final String TYPE_ALLOWED =
      "must be a station type of ETSI TS 102 894-2, as a word or a code from 0 to 15";
  private static final String STATION_ALLOWED = "must be a whole number from 0 to 4294967295";
  private static final String ACCURACY_ALLOWED = "must be a number of metres, 0 or more";

  /// How much of a sender's value is shown back to it.
  private static final int SHOWN_CHARS_MAX = 32;

  // StationType.ofWord folds case, which costs garbage; nearly every sender writes the exact word.
  private static final Map<String, StationType> TYPE_BY_WORD = typeByWord();

  private int seen;
  private long timeMs;
  private double latDeg = Double.NaN;
  private double lonDeg = Double.NaN;
  private double speedMps = Double.NaN;
  private double headingDeg = Double.NaN;
  private double accuracyM = Double.NaN;
  private StationType type = StationType.UNKNOWN;
  private long stationId = ProbeDecoder.STATION_IN_PAYLOAD;
  private @Nullable Refused refused;

  private static Map<String, StationType> typeByWord() {
    Map<String, StationType> types = new HashMap<>();
    for (StationType type : StationType.values()) {
      types.put(type.word(), type);
    }
    return Map.copyOf(types);
  }

  /// Reads the value of a field that the parser has just named; an unknown field is skipped.
  ///
  /// @return why the value cannot be taken; nothing when it was
  @Nullable Refused read(String field, JsonParser parser) throws IOException {
    JsonToken token = parser.nextToken();
    switch (field) {
      case "t" -> {
        if (isFirst(TIME, field)) {
          timeMs = whole(field, token, parser, TIME_ALLOWED);
        }
      }
      case "lat" -> latDeg = number(LAT, field, token, parser, LAT_ALLOWED);
      case "lon" -> lonDeg = number(LON, field, token, parser, LON_ALLOWED);
      case "speedMps" -> speedMps = optional(SPEED, field, token, parser, SPEED_ALLOWED);
      case "headingDeg" -> headingDeg = optional(HEADING, field, token, parser, HEADING_ALLOWED);
      case "accuracyM" -> accuracyM = optional(ACCURACY, field, token, parser, ACCURACY_ALLOWED);
      case "type" -> {
        if (isFirst(TYPE, field)) {
          readType(token, parser);
        }
      }
      case "station" -> {
        if (isFirst(STATION, field)) {
          readStation(token, parser);
        }
      }
      default -> skip(field, token, parser);
    }
    return refused;
  }

  /// The report of all fields, or why they make none.
  ///
  /// @param topicStationId the station of the topic, or [ProbeDecoder#STATION_IN_PAYLOAD]
  @Nullable Report report(long topicStationId) {
    requireSeen(TIME, "t", TIME_ALLOWED);
    requireSeen(LAT, "lat", LAT_ALLOWED);
    requireSeen(LON, "lon", LON_ALLOWED);
    long station = topicStationId;
    if (topicStationId == ProbeDecoder.STATION_IN_PAYLOAD) {
      requireSeen(STATION, "station", STATION_ALLOWED + " since the topic names no station");
      station = stationId;
    } else if ((seen & STATION) != 0 && stationId != topicStationId) {
      refuse(
          Refusal.STATION_MISMATCH,
          "station is " + stationId + ", must be the topic's station " + topicStationId);
    }
    if (refused != null) {
      return null;
    }
    // North may be written as 0 or 360; a report's heading is below 360.
    double heading = headingDeg == 360 ? 0 : headingDeg;
    return new Report(
        station, type, MessageKind.PROBE, timeMs, latDeg, lonDeg, speedMps, heading, accuracyM);
  }

  /// Why the fields make no report; only to be asked when they make none.
  Refused refused() {
    if (refused == null) {
      throw new IllegalStateException("nothing was refused");
    }
    return refused;
  }

  private boolean isFirst(int bit, String field) {
    if ((seen & bit) != 0) {
      refuse(Refusal.MALFORMED, field + " stands twice, must stand once");
      return false;
    }
    seen |= bit;
    return true;
  }

  private void requireSeen(int bit, String field, String allowed) {
    if ((seen & bit) == 0) {
      refuse(Refusal.MALFORMED, field + " is missing, " + allowed);
    }
  }

  private double optional(int bit, String field, JsonToken token, JsonParser parser, String allowed)
      throws IOException {
    if (token == JsonToken.VALUE_NULL) {
      isFirst(bit, field);
      return Double.NaN;
    }
    return number(bit, field, token, parser, allowed);
  }

  private double number(int bit, String field, JsonToken token, JsonParser parser, String allowed)
      throws IOException {
    if (!isFirst(bit, field)) {
      return Double.NaN;
    }
    if (token != JsonToken.VALUE_NUMBER_FLOAT && token != JsonToken.VALUE_NUMBER_INT) {
      refuse(Refusal.MALFORMED, field + " is " + named(token) + ", " + allowed);
      return Double.NaN;
    }
    if (parser.isNaN()) {
      refuse(Refusal.MALFORMED, field + " is " + shown(parser) + ", " + allowed);
      return Double.NaN;
    }
    double value = parser.getDoubleValue();
    if (!Double.isFinite(value)) {
      refuse(Refusal.OUT_OF_RANGE, field + " is " + shown(parser) + ", " + allowed);
    }
    return value;
  }

  private long whole(String field, JsonToken token, JsonParser parser, String allowed)
      throws IOException {
    if (token == JsonToken.VALUE_NUMBER_INT) {
      try {
        return parser.getLongValue();
      } catch (InputCoercionException tooLong) {
        refuse(Refusal.OUT_OF_RANGE, field + " is " + shown(parser) + ", " + allowed);
        return 0;
      }
    }
    String value = token == JsonToken.VALUE_NUMBER_FLOAT ? shown(parser) : named(token);
    refuse(Refusal.MALFORMED, field + " is " + value + ", " + allowed);
    return 0;
  }

  private void readStation(JsonToken token, JsonParser parser) throws IOException {
    stationId = whole("station", token, parser, STATION_ALLOWED);
    if (refused == null && (stationId < 0 || stationId > Report.STATION_ID_MAX)) {
      refuse(Refusal.OUT_OF_RANGE, "station is " + stationId + ", " + STATION_ALLOWED);
    }
  }

  private void readType(JsonToken token, JsonParser parser) throws IOException {
    Optional<StationType> found = Optional.empty();
    if (token == JsonToken.VALUE_STRING) {
      String word = parser.getText();
      StationType exact = TYPE_BY_WORD.get(word);
      if (exact != null) {
        type = exact;
        return;
      }
      found = StationType.ofWord(word);
    } else if (token == JsonToken.VALUE_NUMBER_INT) {
      long code = whole("type", token, parser, TYPE_ALLOWED);
      if (refused == null && code == (int) code) {
        found = StationType.ofCode((int) code);
      }
    } else if (token != JsonToken.VALUE_NULL) {
      refuse(Refusal.MALFORMED, "type is " + named(token) + ", " + TYPE_ALLOWED);
      return;
    } else {
      return;
    }
    if (found.isPresent()) {
      type = found.get();
    } else {
      // A number too long for its type was refused as out of range; the type is the better word.
      refused = null;
      refuse(Refusal.UNKNOWN_STATION_TYPE, "type is " + shown(parser) + ", " + TYPE_ALLOWED);
    }
  }

  /// Reads past an unknown value of any depth the factory allows, still refusing what is not JSON.
  private void skip(String field, JsonToken first, JsonParser parser) throws IOException {
    int depth = 0;
    JsonToken token = first;
    while (true) {
      if (token == JsonToken.VALUE_NUMBER_FLOAT && parser.isNaN()) {
        refuse(
            Refusal.MALFORMED,
            shortened(field) + " is " + shown(parser) + ", must be a JSON value");
        return;
      }
      if (token.isStructStart()) {
        depth++;
      } else if (token.isStructEnd()) {
        depth--;
      }
      if (depth == 0) {
        return;
      }
      token = parser.nextToken();
    }
  }

  private void refuse(Refusal code, String reason) {
    if (refused == null) {
      refused = new Refused(code, reason);
    }
  }

  private static String shown(JsonParser parser) throws IOException {
    return shortened(parser.getText());
  }

  private static String shortened(String text) {
    return text.length() <= SHOWN_CHARS_MAX ? text : text.substring(0, SHOWN_CHARS_MAX) + "...";
  }

  private static String named(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_STRING -> "a string";
      case VALUE_TRUE, VALUE_FALSE -> "a boolean";
      case VALUE_NULL -> "null";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
      case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> "no value";
    };
  }
}
