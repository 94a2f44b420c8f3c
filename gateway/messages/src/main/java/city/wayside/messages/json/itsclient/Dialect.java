package city.wayside.messages.json.itsclient;

import city.wayside.messages.json.JsonCursor;
import city.wayside.messages.json.Rejection;
import city.wayside.model.message.Decoded;
import city.wayside.model.message.MessageKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The messages of the dialects, with the versions that are read. Between versions fields changed
/// their names and places, never their meaning; so one reader takes all spellings of a kind.
enum Dialect {
  CAM(
      MessageKind.CAM,
      CamReader::read,
      "1.1.0 1.1.1 1.1.2 1.1.3 2.0.0 2.1.0 2.2.0 2.3.0 2.4.0",
      "2.3.0 2.4.0"),
  DENM(MessageKind.DENM, DenmReader::read, "1.1.0 1.1.1 1.1.2 1.1.3 2.0.0 2.1.0 2.2.0 2.3.0", ""),
  CPM(
      MessageKind.CPM,
      CpmReader::read,
      "1.0.0 1.0.1 1.1.3 1.2.0 1.2.1 1.2.2 2.0.0 2.0.1 2.1.0 2.1.1",
      ""),
  SPATEM(MessageKind.SPATEM, SpatemReader::read, "2.0.0", ""),
  MAPEM(MessageKind.MAPEM, MapemReader::read, "2.0.0", ""),
  SREM(MessageKind.SREM, SremReader::read, "1.0.0 2.0.0 2.0.1", ""),
  SSEM(MessageKind.SSEM, SsemReader::read, "1.0.0 2.0.0 2.0.1", "");

  /// Reads the value of `message`.
  @FunctionalInterface
  interface Reader {
    /// @param json stands on the object
    /// @param header takes what all messages begin with
    Decoded read(JsonCursor json, Header header) throws Rejection;
  }

  private final MessageKind kind;
  private final Reader reader;
  private final List<String> versions;
  private final List<String> packedVersions;

  Dialect(MessageKind kind, Reader reader, String versions, String packedVersions) {
    this.kind = kind;
    this.reader = reader;
    this.versions = List.of(versions.split(" "));
    this.packedVersions = List.of(packedVersions.split(" "));
  }

  /// The kind of message in the model's terms.
  MessageKind kind() {
    return kind;
  }

  /// What reads it.
  Reader reader() {
    return reader;
  }

  /// Every version that is read, oldest first.
  List<String> versions() {
    return versions;
  }

  /// True when messages of this version may carry packed content instead of JSON.
  boolean mayBePacked(String version) {
    return packedVersions.contains(version);
  }

  /// The dialect of a word, exactly as written in lower case.
  static Optional<Dialect> ofWord(String word) {
    return Arrays.stream(values()).filter(dialect -> dialect.kind.word().equals(word)).findFirst();
  }

  /// All words, for refusals.
  static String words() {
    return Arrays.stream(values())
        .map(dialect -> dialect.kind.word())
        .collect(Collectors.joining(", "));
  }
}
