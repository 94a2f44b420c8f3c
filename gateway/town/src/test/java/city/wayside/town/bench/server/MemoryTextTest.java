package city.wayside.town.bench.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class MemoryTextTest {

  @Test
  void theResidentSetIsReadFromTheStatus() throws IOException {
    String status = "Name:\tjava\nVmHWM:\t  300 kB\nVmRSS:\t  145020 kB\nRssAnon:\t 114920 kB\n";

    assertThat(MemoryText.residentBytes(status)).isEqualTo(145_020L * 1024);
  }

  @Test
  void theLiveHeapIsTheHistogramsSum() throws IOException {
    String histogram =
        """
        1234:
         num     #instances         #bytes  class name (module)
        -------------------------------------------------------
           1:         50000        4000000  [B (java.base@25)
        Total        432100       23456789
        """;

    assertThat(MemoryText.liveBytes(histogram)).isEqualTo(23_456_789);
  }

  @Test
  void theResidentHeapIsWhatLiesBetweenItsAddresses() throws IOException {
    String heapInfo =
        "1234:\n garbage-first heap   total reserved 6172672K, committed 405504K, used 78314K"
            + " [0x0000000687400000, 0x0000000800000000)\n region size 4096K, 5 young (20480K)\n";
    String smaps =
        """
        5e000000-5e001000 ---p 00000000 00:00 0
        Rss:                   4 kB
        687400000-690000000 rw-p 00000000 00:00 0
        Size:             143360 kB
        Rss:              100000 kB
        Pss:              100000 kB
        690000000-800000000 ---p 00000000 00:00 0
        Rss:                  24 kB
        7f0000000000-7f0000021000 rw-p 00000000 00:00 0
        Rss:                 132 kB
        """;

    assertThat(MemoryText.residentHeapBytes(heapInfo, smaps)).isEqualTo(100_024L * 1024);
  }

  @Test
  void whatIsNotThereIsSaid() {
    assertThatThrownBy(() -> MemoryText.residentBytes("Name: java\n"))
        .isInstanceOf(IOException.class)
        .hasMessage("there is no VmRSS in: Name: java");
    assertThatThrownBy(() -> MemoryText.residentHeapBytes("no heap", ""))
        .isInstanceOf(IOException.class)
        .hasMessage("there is no address in: no heap");
  }

  @Test
  void whatAConnectionNeedsIsInTheHeapAndOutside() {
    long kib = 1024;
    Memory before = new Memory(1000 * kib, 600 * kib, 200 * kib);
    Memory after = new Memory(1500 * kib, 650 * kib, 400 * kib);

    assertThat(after.residentKib(before, 100)).isEqualTo(5.0);
    assertThat(after.heapKib(before, 100)).isEqualTo(2.0);
    assertThat(after.outsideKib(before, 100)).isEqualTo(4.5);
    assertThat(after.neededKib(before, 100)).isEqualTo(6.5);
  }
}
