package city.wayside.edge.inbound.topic;

import city.wayside.model.message.MessageKind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The words by which topics and batches name kinds of message, found by their bytes.
public final class KindWords {

  /// The words of `v1/up/{station}/{type}` and of batches.
  public static final KindWords OWN = new KindWords(own());

  /// The words of the its-client layout. The SDKs do not agree on two of them.
  public static final KindWords QUEUE = new KindWords(queue());

  private static final Map<MessageKind, List<String>> QUEUE_WORDS = queueWords();

  private final byte[][] words;
  private final MessageKind[] kinds;

  private KindWords(Map<String, MessageKind> kindOf) {
    words =
        kindOf.keySet().stream()
            .map(word -> word.getBytes(StandardCharsets.US_ASCII))
            .toArray(byte[][]::new);
    kinds = kindOf.values().toArray(MessageKind[]::new);
  }

  private static Map<String, MessageKind> own() {
    Map<String, MessageKind> kindOf = new LinkedHashMap<>();
    for (MessageKind kind : MessageKind.values()) {
      kindOf.put(kind.word(), kind);
    }
    return kindOf;
  }

  private static Map<String, MessageKind> queue() {
    Map<String, MessageKind> kindOf = new LinkedHashMap<>();
    queueWords().forEach((kind, words) -> words.forEach(word -> kindOf.put(word, kind)));
    return kindOf;
  }

  private static Map<MessageKind, List<String>> queueWords() {
    Map<MessageKind, List<String>> wordsOf = new EnumMap<>(MessageKind.class);
    for (MessageKind kind : MessageKind.values()) {
      wordsOf.put(
          kind,
          switch (kind) {
            case CAM, DENM, CPM, VAM, SREM, SSEM, IVIM -> List.of(kind.word());
            // The Rust SDK says map and spat, the others mapem and spatem.
            case MAPEM -> List.of("mapem", "map");
            case SPATEM -> List.of("spatem", "spat");
            case BSM, PSM, SRM, SSM, SPAT, MAP, TIM, PROBE, STATUS -> List.of();
          });
    }
    return wordsOf;
  }

  /// The words under which a kind goes out in the its-client layout: none, one, or one for each of
  /// those that the SDKs use.
  public static List<String> queueWords(MessageKind kind) {
    return QUEUE_WORDS.getOrDefault(kind, List.of());
  }

  /// The kind that a word names.
  ///
  /// @param start index of the word's first byte
  /// @param end index after its last byte
  /// @return absent when it names none
  public @Nullable MessageKind find(byte[] bytes, int start, int end) {
    for (int place = 0; place < words.length; place++) {
      byte[] word = words[place];
      if (word.length == end - start
          && word[0] == bytes[start]
          && Arrays.equals(word, 0, word.length, bytes, start, end)) {
        return kinds[place];
      }
    }
    return null;
  }
}
