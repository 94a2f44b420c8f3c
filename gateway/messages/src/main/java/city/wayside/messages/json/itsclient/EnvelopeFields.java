package city.wayside.messages.json.itsclient;

import static city.wayside.messages.json.JsonCursor.ABSENT;

import city.wayside.messages.json.JsonCursor;
import city.wayside.messages.json.Rejection;
import city.wayside.model.message.Report;
import city.wayside.model.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/// The fields around a message while they are read.
final class EnvelopeFields {

  private static final int WORD_CHARS_MAX = 32;

  private @Nullable Dialect dialect;
  private @Nullable String version;
  private @Nullable String sourceUuid;
  private long timestampMs = ABSENT;
  private long linkedStationId = Envelope.NO_STATION;
  private boolean isFormatSeen;
  private boolean isPacked;

  /// Reads a field of the envelope; an unknown one is skipped.
  void read(String field, JsonCursor json) throws Rejection {
    switch (field) {
      case "type", "message_type" -> dialect = readDialect(json);
      case "version" -> version = json.text(WORD_CHARS_MAX);
      case "source_uuid" -> sourceUuid = json.text(Limits.SOURCE_CHARS_MAX);
      case "timestamp" ->
          timestampMs = json.whole(Limits.TIMESTAMP_MIN_MS, Limits.TIMESTAMP_MAX_MS);
      case "linked_station_id" -> linkedStationId = json.whole(0, Report.STATION_ID_MAX);
      case "message_format" -> readFormat(json);
      default -> json.skip();
    }
  }

  /// True when all is known that reading the message needs.
  boolean isReady() {
    return dialect != null
        && version != null
        && timestampMs != ABSENT
        && (isFormatSeen || !dialect.mayBePacked(version));
  }

  /// Refuses the envelope that was just read to its end, unless it has all it must have.
  void require(JsonCursor json) throws Rejection {
    json.require(dialect != null, "message_type");
    json.require(version != null, "version");
    json.require(sourceUuid != null, "source_uuid");
  }

  /// The dialect, which must be known by now and read this version.
  Dialect dialect() throws Rejection {
    if (dialect == null || version == null) {
      throw new IllegalStateException("the envelope is not read yet");
    }
    if (!dialect.versions().contains(version)) {
      throw new Rejection(
          Refusal.UNSUPPORTED_TYPE,
          "version is " + version + ", must be one of " + String.join(", ", dialect.versions()));
    }
    return dialect;
  }

  /// True when the message is packed.
  boolean isPacked() {
    return isPacked && dialect != null && version != null && dialect.mayBePacked(version);
  }

  /// When the message was made, as far as the sender said.
  long timestampMs(long receivedMs) {
    return timestampMs == ABSENT ? receivedMs : timestampMs;
  }

  /// The envelope as a value.
  Envelope envelope(long stationId, long receivedMs) {
    if (dialect == null || version == null || sourceUuid == null) {
      throw new IllegalStateException("the envelope is not read yet");
    }
    return new Envelope(
        dialect.kind(), version, sourceUuid, timestampMs(receivedMs), stationId, linkedStationId);
  }

  private static Dialect readDialect(JsonCursor json) throws Rejection {
    String word = json.text(WORD_CHARS_MAX);
    return Dialect.ofWord(word)
        .orElseThrow(
            () -> json.refused(Refusal.UNSUPPORTED_TYPE, "must be one of " + Dialect.words()));
  }

  private void readFormat(JsonCursor json) throws Rejection {
    isFormatSeen = true;
    isPacked =
        switch (json.text(WORD_CHARS_MAX)) {
          case "asn1/uper" -> true;
          case "json/raw" -> false;
          default -> throw json.refused(Refusal.UNSUPPORTED_TYPE, "must be json/raw or asn1/uper");
        };
  }
}
