package city.wayside.messages.json.itsclient;

import city.wayside.messages.json.JsonCursor;
import city.wayside.messages.json.Rejection;
import city.wayside.model.message.Decoded;
import city.wayside.model.message.MessageKind;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The messages of the dialects, with the versions that are read. Between versions fields changed
/// their names and places, never their meaning; so one reader takes all spellings of a kind.
enum Dialect {
  CAM(MessageKind.CAM, "1.1.0 1.1.1 1.1.2 1.1.3 2.0.0 2.1.0 2.2.0 2.3.0 2.4.0", "2.3.0 2.4.0"),
  DENM(MessageKind.DENM, "1.1.0 1.1.1 1.1.2 1.1.3 2.0.0 2.1.0 2.2.0 2.3.0", ""),
  CPM(MessageKind.CPM, "1.0.0 1.0.1 1.1.3 1.2.0 1.2.1 1.2.2 2.0.0 2.0.1 2.1.0 2.1.1", ""),
  SPATEM(MessageKind.SPATEM, "2.0.0", ""),
  MAPEM(MessageKind.MAPEM, "2.0.0", ""),
  SREM(MessageKind.SREM, "1.0.0 2.0.0 2.0.1", ""),
  SSEM(MessageKind.SSEM, "1.0.0 2.0.0 2.0.1", "");

  private static final Map<String, Dialect> BY_WORD = byWord();

  private final MessageKind kind;
  private final String versions;
  private final String packedVersions;

  /// @param versions every version that is read, oldest first
  /// @param packedVersions those that may carry packed content instead of JSON
  Dialect(MessageKind kind, String versions, String packedVersions) {
    this.kind = kind;
    this.versions = versions;
    this.packedVersions = packedVersions;
  }

  private static Map<String, Dialect> byWord() {
    Map<String, Dialect> dialects = new LinkedHashMap<>();
    for (Dialect dialect : values()) {
      dialects.put(dialect.kind.word(), dialect);
    }
    return Collections.unmodifiableMap(dialects);
  }

  /// The kind of message in the model's terms.
  MessageKind kind() {
    return kind;
  }

  /// Reads the value of `message`.
  ///
  /// @param json stands on the object
  /// @param header takes what all messages begin with
  Decoded read(JsonCursor json, Header header) throws Rejection {
    return switch (this) {
      case CAM -> CamReader.read(json, header);
      case DENM -> DenmReader.read(json, header);
      case CPM -> CpmReader.read(json, header);
      case SPATEM -> SpatemReader.read(json, header);
      case MAPEM -> MapemReader.read(json, header);
      case SREM -> SremReader.read(json, header);
      case SSEM -> SsemReader.read(json, header);
    };
  }

  /// Every version that is read, oldest first.
  List<String> versions() {
    return List.of(versions.split(" "));
  }

  /// True when messages of this version may carry packed content instead of JSON.
  boolean mayBePacked(String version) {
    return List.of(packedVersions.split(" ")).contains(version);
  }

  /// The dialect of a word, exactly as written in lower case.
  static Optional<Dialect> ofWord(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }

  /// All words, for refusals.
  static String words() {
    return String.join(", ", BY_WORD.keySet());
  }
}
