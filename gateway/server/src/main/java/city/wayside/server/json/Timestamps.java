package city.wayside.server.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Moments as RFC 3339 with milliseconds in UTC. Remembers the two newest texts, for a window's
/// start and end are repeated in every record. One thread at a time.
public final class Timestamps {

  private static final DateTimeFormatter RFC_3339 =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

  private final long[] timesMs = {Long.MIN_VALUE, Long.MIN_VALUE};
  private final SerializedString[] texts = {new SerializedString(""), new SerializedString("")};
  private int oldest;

  /// A moment's text.
  ///
  /// @param timeMs milliseconds since 1970
  public static String text(long timeMs) {
    return RFC_3339.format(Instant.ofEpochMilli(timeMs));
  }

  /// Writes a moment.
  ///
  /// @param timeMs milliseconds since 1970
  public void write(JsonGenerator json, String field, long timeMs) throws IOException {
    json.writeFieldName(field);
    if (timesMs[0] == timeMs) {
      json.writeString(texts[0]);
    } else if (timesMs[1] == timeMs) {
      json.writeString(texts[1]);
    } else {
      SerializedString text = new SerializedString(text(timeMs));
      timesMs[oldest] = timeMs;
      texts[oldest] = text;
      oldest = 1 - oldest;
      json.writeString(text);
    }
  }
}
