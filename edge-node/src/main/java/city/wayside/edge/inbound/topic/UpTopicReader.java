package city.wayside.edge.inbound.topic;

import city.wayside.edge.inbound.Inbound;
import city.wayside.edge.inbound.topic.UpTopic.Batch;
import city.wayside.edge.inbound.topic.UpTopic.Elsewhere;
import city.wayside.edge.inbound.topic.UpTopic.Queued;
import city.wayside.edge.inbound.topic.UpTopic.Status;
import city.wayside.edge.inbound.topic.UpTopic.Up;
import city.wayside.model.message.MessageKind;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// Reads the topic or path of a message from its bytes, without taking it to pieces: what it gives
/// is the only thing that is made. The bytes are known to be UTF-8. Any thread.
public final class UpTopicReader {

  /// Bytes of the longest client or name in a topic.
  public static final int NAME_BYTES_MAX = 512;

  /// Levels of the deepest tile in an its-client topic: the Rust SDK's are that small.
  public static final int TILE_LEVELS_MAX = 26;

  /// More digits than any station id has, and still within 64 bits.
  private static final int STATION_DIGITS_MAX = 18;

  private static final long NO_STATION = -2;

  private static final byte[] UP = ascii("v1/up/");
  private static final byte[] BATCH = ascii("batch");
  private static final byte[] STATUS = ascii("status");

  /// What the SDKs also send, and nobody here takes.
  private static final List<byte[]> NOT_TAKEN =
      List.of(ascii("mcm"), ascii("info"), ascii("status"), ascii("poim"), ascii("po"));

  private static final Elsewhere NO_TOPIC = unknown("topic must be v1/up/{station}/{type}");
  private static final Elsewhere NO_TYPE =
      unknown("the topic's type must be one of cam, denm, probe and the other known types");
  private static final Elsewhere NO_STATION_LEVEL =
      unknown("the topic's station must be a number from 0 to 4294967295, or -");
  private static final Elsewhere NO_NAME =
      unknown(
          "the topic's client must have 1 to "
              + NAME_BYTES_MAX
              + " bytes, none of them +, #, $ or a control character");
  private static final Elsewhere NO_TILE =
      unknown(
          "the topic must end in the digits of a tile, 0 to 3, one a level, at most "
              + TILE_LEVELS_MAX);
  private static final Elsewhere NO_QUEUE_TYPE =
      unknown("the topic's type must be one of cam, denm, cpm, spatem, mapem, srem, ssem");
  private static final Elsewhere NOT_TAKEN_TYPE =
      new Elsewhere(
          new Refused(
              Refusal.UNSUPPORTED_TYPE,
              "the topic's type is one that this version does not take: mcm, info, status, poim"));

  private final byte[] inQueue;

  /// @param inQueue the levels before the type of an its-client topic, with a slash at the end;
  ///   empty where there are no such topics
  public UpTopicReader(String inQueue) {
    this.inQueue = inQueue.getBytes(StandardCharsets.UTF_8);
  }

  /// Reads a topic.
  ///
  /// @param bytes holds the topic; only read
  /// @param offset index of its first byte
  /// @param length how many bytes it has
  public UpTopic read(byte[] bytes, int offset, int length) {
    int end = offset + length;
    if (isPrefix(UP, bytes, offset, end)) {
      return up(bytes, offset + UP.length, end);
    }
    if (inQueue.length > 0 && isPrefix(inQueue, bytes, offset, end)) {
      return queued(bytes, offset + inQueue.length, end);
    }
    return NO_TOPIC;
  }

  private static UpTopic up(byte[] bytes, int start, int end) {
    int nameEnd = levelEnd(bytes, start, end);
    if (nameEnd == end) {
      return NO_TOPIC;
    }
    int typeAt = nameEnd + 1;
    if (isWord(BATCH, bytes, typeAt, end)) {
      return isName(bytes, start, nameEnd) ? new Batch(text(bytes, start, nameEnd)) : NO_NAME;
    }
    if (isWord(STATUS, bytes, typeAt, end)) {
      return isName(bytes, start, nameEnd) ? new Status(text(bytes, start, nameEnd)) : NO_NAME;
    }
    MessageKind kind = KindWords.OWN.find(bytes, typeAt, end);
    if (kind == null) {
      return NO_TYPE;
    }
    long stationId = stationId(bytes, start, nameEnd);
    return stationId == NO_STATION ? NO_STATION_LEVEL : new Up(stationId, kind);
  }

  private static UpTopic queued(byte[] bytes, int start, int end) {
    int typeEnd = levelEnd(bytes, start, end);
    MessageKind kind = KindWords.QUEUE.find(bytes, start, typeEnd);
    if (kind == null) {
      return isNotTaken(bytes, start, typeEnd) ? NOT_TAKEN_TYPE : NO_QUEUE_TYPE;
    }
    int nameAt = Math.min(end, typeEnd + 1);
    int nameEnd = levelEnd(bytes, nameAt, end);
    if (!isName(bytes, nameAt, nameEnd)) {
      return NO_NAME;
    }
    return isTile(bytes, nameEnd, end) ? new Queued(kind, text(bytes, nameAt, nameEnd)) : NO_TILE;
  }

  /// True for `/1/2/0`, also with a slash at the end, and for nothing at all.
  private static boolean isTile(byte[] bytes, int start, int end) {
    int at = start;
    while (at + 1 < end) {
      if (bytes[at] != '/' || bytes[at + 1] < '0' || bytes[at + 1] > '3') {
        return false;
      }
      at += 2;
    }
    return at - start <= 2 * TILE_LEVELS_MAX && (at == end || bytes[at] == '/');
  }

  private static long stationId(byte[] bytes, int start, int end) {
    int digits = end - start;
    if (digits == 1 && bytes[start] == '-') {
      return Inbound.STATION_IN_PAYLOAD;
    }
    if (digits == 0 || digits > STATION_DIGITS_MAX) {
      return NO_STATION;
    }
    long stationId = 0;
    for (int at = start; at < end; at++) {
      int digit = bytes[at] - '0';
      if (digit < 0 || digit > 9) {
        return NO_STATION;
      }
      stationId = 10 * stationId + digit;
    }
    return stationId;
  }

  private static boolean isNotTaken(byte[] bytes, int start, int end) {
    for (byte[] word : NOT_TAKEN) {
      if (isWord(word, bytes, start, end)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isName(byte[] bytes, int start, int end) {
    return end - start <= NAME_BYTES_MAX && TopicText.isLevel(bytes, start, end);
  }

  private static int levelEnd(byte[] bytes, int start, int end) {
    int at = start;
    while (at < end && bytes[at] != '/') {
      at++;
    }
    return at;
  }

  private static boolean isPrefix(byte[] prefix, byte[] bytes, int start, int end) {
    int prefixEnd = start + prefix.length;
    return prefixEnd <= end && Arrays.equals(prefix, 0, prefix.length, bytes, start, prefixEnd);
  }

  private static boolean isWord(byte[] word, byte[] bytes, int start, int end) {
    return end - start == word.length && Arrays.equals(word, 0, word.length, bytes, start, end);
  }

  private static String text(byte[] bytes, int start, int end) {
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static Elsewhere unknown(String reason) {
    return new Elsewhere(new Refused(Refusal.UNKNOWN_TOPIC, reason));
  }
}
