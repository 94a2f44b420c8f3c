package city.wayside.town.network;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HeapSizeTest {

  private record Pair(int[] numbers, String text, long number) {}

  @Test
  void objectsArraysAndTextsAreCountedOnce() {
    int[] numbers = new int[10]; // 16 + 40 = 56
    // A pair is 12 + 4 + 4 + 8 = 28, so 32; the text 24 and 16 + 3 = 19, so 24.
    assertThat(HeapSize.bytes(new Pair(numbers, "abc", 1))).isEqualTo(32 + 56 + 24 + 24);
    assertThat(HeapSize.bytes(new int[][] {numbers, numbers})).isEqualTo(24 + 56);
  }
}
