package city.wayside.kit.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.wayside.model.message.StationType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceReaderTest {

  private static final String HEADER = "time_s,vehicle_id,lat,lon,speed_mps,heading_deg,type\n";

  private final List<BadLine> badLines = new ArrayList<>();

  private TraceReader read(String text) throws TraceException {
    return open("town.csv", text.getBytes(StandardCharsets.UTF_8));
  }

  private TraceReader open(String name, byte[] bytes) throws TraceException {
    return TraceReader.open(name, new ByteArrayInputStream(bytes), badLines::add);
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  void aRowBecomesPlainNumbers() throws Exception {
    try (TraceReader trace = read(HEADER + "300.25,car7,53.547842,-9.985392,7.5,109.91,bus\n")) {
      assertThat(trace.next()).isTrue();
      assertThat(trace.timeMs()).isEqualTo(300_250);
      assertThat(trace.stationIndex()).isZero();
      assertThat(trace.stationId()).isEqualTo(1);
      assertThat(trace.vehicleId(0)).isEqualTo("car7");
      assertThat(trace.latDeg()).isEqualTo(53.547842);
      assertThat(trace.lonDeg()).isEqualTo(-9.985392);
      assertThat(trace.speedMps()).isEqualTo(7.5);
      assertThat(trace.headingDeg()).isEqualTo(109.91);
      assertThat(trace.type()).isEqualTo(StationType.BUS);
      assertThat(trace.next()).isFalse();
      assertThat(trace.rowCount()).isEqualTo(1);
      assertThat(badLines).isEmpty();
    }
  }

  @Test
  void columnsAreFoundByNameInAnyOrder() throws Exception {
    String text =
        "\uFEFFlon,lat,edge_id,vehicle_id,heading_deg,colour,speed_mps,time_s\r\n"
            + "9.5,53.5,:17_0,a,90,red,2,1\r\n\r\n8.5,52.5,e,b,360,blue,,2";
    try (TraceReader trace = read(text)) {
      assertThat(trace.next()).isTrue();
      assertThat(trace.lonDeg()).isEqualTo(9.5);
      assertThat(trace.timeMs()).isEqualTo(1000);
      assertThat(trace.type()).isEqualTo(StationType.UNKNOWN);
      assertThat(trace.next()).isTrue();
      assertThat(trace.latDeg()).isEqualTo(52.5);
      assertThat(trace.speedMps()).isNaN();
      assertThat(trace.headingDeg()).isZero();
      assertThat(trace.next()).isFalse();
    }
    assertThat(badLines).isEmpty();
  }

  @Test
  void stationsAreNumberedByTheirFirstRow() throws Exception {
    StringBuilder text = new StringBuilder(HEADER);
    for (int second = 0; second < 2; second++) {
      for (int vehicle = 2999; vehicle >= 0; vehicle--) {
        text.append(second).append(",v").append(vehicle).append(",1,2,3,4,bus\n");
      }
    }
    try (TraceReader trace = open("town.csv.gz", gzip(text.toString()))) {
      for (int row = 0; row < 6000; row++) {
        assertThat(trace.next()).isTrue();
        assertThat(trace.stationIndex()).isEqualTo(row % 3000);
      }
      assertThat(trace.next()).isFalse();
      assertThat(trace.stationCount()).isEqualTo(3000);
      assertThat(trace.vehicleId(2999)).isEqualTo("v0");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "passengerCar|PASSENGER_CAR",
        "lighttruck|LIGHT_TRUCK",
        "LKW_special|HEAVY_TRUCK",
        "truck_trailer|HEAVY_TRUCK",
        "PKW_special|PASSENGER_CAR",
        "BUS_12m|BUS",
        "tram|TRAM",
        "''|UNKNOWN",
        "DEFAULT_VEHTYPE|PASSENGER_CAR"
      })
  void aSimulatorsTypesAreUnderstood(String word, StationType type) throws Exception {
    try (TraceReader trace = read(HEADER + "1,a,1,2,3,4," + word + "\n")) {
      assertThat(trace.next()).isTrue();
      assertThat(trace.type()).isEqualTo(type);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,a,1,2,3,4|6 fields instead of 7",
        "x|time_s is no number: \"x\"",
        ",a,1,2,3,4,bus|time_s is empty",
        "1,a,1,2,3,4,bus,9|more than 7 fields",
        "1,,1,2,3,4,bus|vehicle_id is empty",
        "1,a,,2,3,4,bus|lat is empty",
        "1,a,1,,3,4,bus|lon is empty",
        "1,a,1.2.3,2,3,4,bus|lat is no number: \"1.2.3\"",
        "1,a,1,NaN,3,4,bus|lon is no number: \"NaN\"",
        "1,a,1,2,fast,4,bus|speed_mps is no number: \"fast\"",
        "1,a,1,2,3,-,bus|heading_deg is no number: \"-\"",
        "1e300,a,1,2,3,4,bus|time_s is no number: \"1e300\"",
      })
  void aLineThatIsNoRowIsToldAndSkipped(String line, String reason) throws Exception {
    try (TraceReader trace = read(HEADER + line + "\n2,a,1,2,3,4,bus\n")) {
      assertThat(trace.next()).isTrue();
      assertThat(trace.timeMs()).isEqualTo(2000);
      assertThat(badLines).containsExactly(new BadLine(2, reason));
      assertThat(trace.badLineCount()).isEqualTo(1);
      assertThat(trace.rowCount()).isEqualTo(1);
    }
  }

  @Test
  void aLongLineIsSkippedWholeWhereverTheBufferEnds() throws Exception {
    String row = "1,a,1,2,3,4,bus\n";
    for (int length : new int[] {4096, 4097, 131_072, 1_000_000}) {
      badLines.clear();
      try (TraceReader trace = read(HEADER + row.repeat(8000) + "z".repeat(length) + "\n" + row)) {
        while (trace.next()) {
          assertThat(trace.timeMs()).isEqualTo(1000);
        }
        assertThat(trace.rowCount()).isEqualTo(8001);
      }
      assertThat(badLines).hasSize(1);
      assertThat(badLines.getFirst().lineNumber()).isEqualTo(8002);
      assertThat(badLines.getFirst().reason())
          .isEqualTo(
              length == 4096
                  ? "time_s is no number: \"" + "z".repeat(32) + "…\""
                  : "longer than 4096 bytes");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1,0", "-0.5,0", "53.547842,0", "0.1,0", "9007199254740993,0", "123456789012345678901.5,0",
    "1e3,0", "-1.5E-3,0", "+2,0", "0.000000000000000000001,0", ".5,0", "5.,0"
  })
  void numbersAreReadAsTheJdkReadsThem(String text, int from) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    assertThat(Decimals.parse(bytes, from, bytes.length)).isEqualTo(Double.parseDouble(text));
  }

  @Test
  void whatIsNoTraceIsRefused(@TempDir Path folder) throws Exception {
    String expected =
        "; expected a header with time_s,vehicle_id,lat,lon,speed_mps,heading_deg"
            + " and optionally edge_id,type, in any order";
    assertThatThrownBy(() -> read(""))
        .isInstanceOf(TraceException.class)
        .hasMessage("town.csv: is empty" + expected);
    assertThatThrownBy(() -> read("\n1,2,3\n")).hasMessage("town.csv: is empty" + expected);
    assertThatThrownBy(() -> read("time_s;lat\n"))
        .hasMessage(
            "town.csv: the header lacks time_s, vehicle_id, lat, lon, speed_mps, heading_deg"
                + expected);
    assertThatThrownBy(() -> read("time_s,lat,lat\n"))
        .hasMessage("town.csv: the header names lat twice");
    assertThatThrownBy(() -> open("town.csv.gz", HEADER.getBytes(StandardCharsets.UTF_8)))
        .hasMessage("town.csv.gz: is not gzipped, though its name says so");
    Path missing = folder.resolve("none.csv");
    assertThatThrownBy(() -> TraceReader.open(missing, badLines::add))
        .hasMessage(missing + ": no such file");
  }

  @Test
  void aFileThatEndsTooEarlyIsNoEndOfTrace() throws Exception {
    byte[] whole = gzip(HEADER + "1,a,1,2,3,4,bus\n".repeat(5000));
    byte[] half = Arrays.copyOf(whole, whole.length - 20);
    try (TraceReader trace = open("town.csv.gz", half)) {
      assertThatThrownBy(
              () -> {
                while (trace.next()) {
                  assertThat(trace.timeMs()).isEqualTo(1000);
                }
              })
          .isInstanceOf(TraceException.class)
          .hasMessageStartingWith("town.csv.gz: cannot be read after line ")
          .hasMessageEndingWith("Unexpected end of ZLIB input stream");
    }
  }

  @Test
  void aFileIsReadFromDisk(@TempDir Path folder) throws Exception {
    Path file = Files.write(folder.resolve("t.csv.gz"), gzip(HEADER + "5,a,1,2,3,4,bus\n"));
    try (TraceReader trace = TraceReader.open(file, badLines::add)) {
      assertThat(trace.next()).isTrue();
      assertThat(trace.timeMs()).isEqualTo(5000);
    }
  }
}
