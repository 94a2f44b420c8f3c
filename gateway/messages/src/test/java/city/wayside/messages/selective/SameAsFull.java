package city.wayside.messages.selective;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.messages.Unpacked;
import city.wayside.messages.Unpacker;
import city.wayside.messages.translation.Translator;
import city.wayside.model.message.Decoded;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/// Compares a selective decoder with the full decoder and its translation.
final class SameAsFull {

  /// A selective decoder.
  interface Selective {
    Object read(byte[] bytes, int offset, int length, long receivedMs);
  }

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
  void check(byte[] bytes, long receivedMs) {
    // The message lies within a larger array, so that reading beyond it would show.
    byte[] around = new byte[bytes.length + 16];
    Arrays.fill(around, (byte) 0xFF);
    System.arraycopy(bytes, 0, around, 7, bytes.length);
    Object read = selective.read(around, 7, bytes.length, receivedMs);
    String hex = HexFormat.of().formatHex(bytes);
    switch (unpacker.unpack(bytes)) {
      case Unpacked.Message message -> {
        Decoded full = translator.translate(message, receivedMs);
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
  void checkDamaged(byte[] bytes, Random random, int changes, long receivedMs) {
    for (int length = 0; length < bytes.length; length++) {
      check(Arrays.copyOf(bytes, length), receivedMs);
    }
    for (int i = 0; i < changes; i++) {
      byte[] damaged = bytes.clone();
      damaged[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      if (random.nextBoolean()) {
        damaged[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      check(damaged, receivedMs);
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
