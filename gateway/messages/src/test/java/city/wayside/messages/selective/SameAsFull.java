package city.wayside.messages.selective;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.messages.RandomMessages;
import city.wayside.messages.Unpacked;
import city.wayside.messages.Unpacker;
import city.wayside.messages.translation.Translator;
import city.wayside.messages.uper.Path;
import city.wayside.messages.uper.RandomValues;
import city.wayside.messages.uper.SequenceType;
import city.wayside.messages.vectors.Vectors;
import city.wayside.model.message.Decoded;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/// Compares a selective decoder with the full decoder and its translation.
final class SameAsFull {

  /// A selective decoder.
  interface Selective {
    Object read(byte[] bytes, int offset, int length, long receivedMs);
  }

  /// When all messages were received, milliseconds since 1970.
  static final long RECEIVED_MS = Instant.parse("2026-06-01T11:59:47.321Z").toEpochMilli();

  private static final int RANDOM_COUNT = 4000;
  private static final int DAMAGED_EVERY = 20;

  private final Selective selective;
  private final Function<Decoded, Object> head;
  private final ToIntFunction<byte[]> fixedBits;
  private final Unpacker unpacker = new Unpacker();
  private final Translator translator = new Translator();
  private int same;
  private int refused;
  private int unnoticed;

  /// @param head what of the full decoder's answer must be the same
  /// @param fixedBits up to here every refusal must be the same
  SameAsFull(Selective selective, Function<Decoded, Object> head, ToIntFunction<byte[]> fixedBits) {
    this.selective = selective;
    this.head = head;
    this.fixedBits = fixedBits;
  }

  /// Asserts the same answer; only what is malformed beyond the fixed part may go unnoticed.
  void check(byte[] bytes) {
    // The message lies within a larger array, so that reading beyond it would show.
    byte[] around = new byte[bytes.length + 16];
    Arrays.fill(around, (byte) 0xFF);
    System.arraycopy(bytes, 0, around, 7, bytes.length);
    Object read = selective.read(around, 7, bytes.length, RECEIVED_MS);
    String hex = HexFormat.of().formatHex(bytes);
    switch (unpacker.unpack(bytes)) {
      case Unpacked.Message message -> {
        Decoded full = translator.translate(message, RECEIVED_MS);
        assertThat(read).as(hex).isEqualTo(head.apply(full));
        same++;
      }
      case Unpacked.Rejected rejected -> {
        if (read.equals(head.apply(new Decoded.Undecodable(rejected.refused())))) {
          refused++;
        } else {
          assertThat(rejected.bitOffset())
              .as(hex + ": " + rejected + ", but " + read)
              .isGreaterThanOrEqualTo(fixedBits.applyAsInt(bytes));
          unnoticed++;
        }
      }
    }
  }

  /// Checks the message cut off at every byte, and with so many random changes.
  void checkDamaged(byte[] bytes, int changes) {
    Random random = new Random(1);
    for (int length = 0; length < bytes.length; length++) {
      check(Arrays.copyOf(bytes, length));
    }
    for (int i = 0; i < changes; i++) {
      byte[] damaged = bytes.clone();
      damaged[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      if (random.nextBoolean()) {
        damaged[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      check(damaged);
    }
  }

  /// Checks all reference messages of ETSI's family; those of one kind damaged as well.
  ///
  /// @return how many there are of the kind
  int checkEtsiVectors(String kind) {
    int count = 0;
    for (JsonNode vector : Vectors.of("etsi.jsonl")) {
      byte[] bytes = Vectors.bytes(vector);
      check(bytes);
      if (vector.get("message").asText().equals(kind)) {
        checkDamaged(bytes, 2000);
        count++;
      }
    }
    System.out.println(kind + "s read selectively: " + count + ", and damaged: " + this);
    return count;
  }

  /// Checks random messages of an ETSI type, some of them damaged as well.
  void checkRandom(RandomMessages random, SequenceType type, int version, int messageId)
      throws Exception {
    RandomValues.Fixed protocolVersion =
        new RandomValues.Fixed(Path.of(type, "header.protocolVersion"), version);
    RandomValues.Fixed number =
        new RandomValues.Fixed(Path.of(type, "header.messageID"), messageId);
    checkRandom(() -> random.next(type, protocolVersion, number));
    System.out.println("random " + type.name() + "s of version " + version + ": " + this);
  }

  /// Checks random messages, some of them damaged as well.
  void checkRandom(Callable<byte[]> messages) throws Exception {
    for (int i = 0; i < RANDOM_COUNT; i++) {
      byte[] bytes = messages.call();
      check(bytes);
      if (i % DAMAGED_EVERY == 0) {
        checkDamaged(bytes, 50);
      }
    }
  }

  @Override
  public String toString() {
    return same
        + " the same, "
        + refused
        + " refused alike, "
        + unnoticed
        + " unnoticed further on";
  }
}
