package city.wayside.edge.coap.conform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.coap.RawCoap;
import city.wayside.edge.coap.RawCoap.Option;
import city.wayside.edge.coap.RawCoap.Received;
import city.wayside.edge.rig.Served;
import city.wayside.edge.rig.Server;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is longer than a datagram should be (RFC 7959).
@ExtendWith(Served.class)
class BlockCasesTest {

  private static final byte[] NOTHING = {};
  private static final String LINKS = ".well-known/core";
  private static final String BATCH = "v1/up/batch";
  private static final int MORE = 8;

  private final Server server;
  private final RawCoap raw;

  BlockCasesTest(Server server) {
    this.server = server;
    this.raw = new RawCoap(server.coapPort());
  }

  @AfterEach
  void close() {
    raw.close();
  }

  /// The exponent that stands for a size (RFC 7959 §2.2).
  private static int exponent(int size) {
    return Integer.numberOfTrailingZeros(size) - 4;
  }

  private static Option block(int option, int number, boolean hasMore, int size) {
    return Option.of(option, (long) number << 4 | (hasMore ? MORE : 0) | exponent(size));
  }

  private static int number(Received answer, int option) {
    return (int) answer.number(option) >> 4;
  }

  private static boolean hasMore(Received answer, int option) {
    return (answer.number(option) & MORE) != 0;
  }

  private static int size(Received answer, int option) {
    return 16 << (answer.number(option) & 7);
  }

  private Received get(String uri, Option... more) {
    return raw.ask(RawCoap.CON, RawCoap.GET, RawCoap.options(uri, more), NOTHING);
  }

  /// Proves that somebody is at this address, so that answers may be of any size.
  private void prove() {
    List<Option> observe = new ArrayList<>(List.of(Option.of(RawCoap.OBSERVE, 0)));
    observe.addAll(RawCoap.path("v1/geo/0"));
    byte[] echo = raw.ask(RawCoap.CON, RawCoap.GET, observe, NOTHING).option(RawCoap.ECHO);
    assertThat(echo).isNotNull();
    assertThat(get("v1/time", new Option(RawCoap.ECHO, Objects.requireNonNull(echo))).codeText())
        .isEqualTo("2.05");
  }

  /// Gets a whole answer, block by block; each but the last is full.
  private byte[] rest(String uri, Received first, int size) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    Received block = first;
    int next = 0;
    while (true) {
      assertThat(block.codeText()).isEqualTo("2.05");
      assertThat(number(block, RawCoap.BLOCK2)).isEqualTo(next);
      assertThat(size(block, RawCoap.BLOCK2)).isEqualTo(size);
      whole.writeBytes(block.payload());
      if (!hasMore(block, RawCoap.BLOCK2)) {
        assertThat(block.payload()).hasSizeBetween(1, size);
        return whole.toByteArray();
      }
      assertThat(block.payload()).hasSize(size);
      next++;
      block = get(uri, block(RawCoap.BLOCK2, next, false, size));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 32, 64, 128})
  @Plugtest({"TD_COAP_BLOCK_01", "TD_COAP_BLOCK_06"})
  void aClientMayAskForSmallBlocksFromTheBeginning(int size) {
    prove();
    byte[] whole = get(LINKS).payload();
    assertThat(whole.length).isGreaterThan(size);

    Received first = get(LINKS, block(RawCoap.BLOCK2, 0, false, size));

    assertThat(rest(LINKS, first, size)).isEqualTo(whole);
  }

  @Test
  void whatFitsIntoABlockNeedsNone() {
    prove();

    Received answer = get(LINKS, block(RawCoap.BLOCK2, 0, false, 1024));

    assertThat(answer.option(RawCoap.BLOCK2)).isNull();
    assertThat(new String(answer.payload(), UTF_8)).contains("</v1/time>");
  }

  private String longList() {
    String place = server.freshPlace();
    for (int digit = 0; digit < 4; digit++) {
      String text = Integer.toString(digit).repeat(700);
      server.publishDown("v1/geo/" + place + "/" + digit + "/denm", text, 1, true);
    }
    String uri = "v1/geo/" + place.replace("/", "");
    prove();
    Awaitility.await()
        .until(
            () -> rest(uri, get(uri, block(RawCoap.BLOCK2, 0, false, 1024)), 1024).length > 2800);
    return uri;
  }

  @Test
  @Plugtest("TD_COAP_BLOCK_02")
  void theServerSendsBlocksOfItsOwnWhereNobodyHasAsked() {
    String uri = longList();

    Received first = get(uri);

    byte[] whole = rest(uri, first, 1024);
    assertThat(whole.length).isGreaterThan(2800);
    // The client may go on with smaller ones after the first.
    Received again = get(uri);
    assertThat(again.payload()).isEqualTo(Arrays.copyOf(whole, 1024));
    Received smaller = get(uri, block(RawCoap.BLOCK2, 16, false, 64));
    assertThat(smaller.payload()).isEqualTo(Arrays.copyOfRange(whole, 1024, 1088));
    assertThat(number(smaller, RawCoap.BLOCK2)).isEqualTo(16);
  }

  private byte[] batch(int stations) {
    ByteArrayOutputStream batch = new ByteArrayOutputStream();
    for (int count = 0; count < stations; count++) {
      long station = server.freshStation();
      String probe = new String(server.probe(station), UTF_8);
      append(batch, probe.replaceFirst("\\{", "{\"station\":%d,".formatted(station)));
    }
    return batch.toByteArray();
  }

  private static void append(ByteArrayOutputStream batch, String probe) {
    byte[] payload = probe.getBytes(UTF_8);
    batch.write("probe".length());
    batch.writeBytes("probe".getBytes(UTF_8));
    batch.write(payload.length >> 8);
    batch.write(payload.length);
    batch.writeBytes(payload);
  }

  private Received part(int method, byte[] whole, int number, int size, Option... more) {
    int end = Math.min(whole.length, (number + 1) * size);
    Option[] options = Arrays.copyOf(more, more.length + 1);
    options[more.length] = block(RawCoap.BLOCK1, number, end < whole.length, size);
    return raw.ask(
        RawCoap.CON,
        method,
        RawCoap.options(BATCH, options),
        Arrays.copyOfRange(whole, number * size, end));
  }

  /// Sends all blocks but the last.
  private int allButTheLast(int method, byte[] whole, int size) {
    int last = (whole.length - 1) / size;
    for (int number = 0; number < last; number++) {
      Received answer = part(method, whole, number, size);
      assertThat(answer.codeText()).isEqualTo("2.31");
      assertThat(number(answer, RawCoap.BLOCK1)).isEqualTo(number);
      assertThat(hasMore(answer, RawCoap.BLOCK1)).isTrue();
      assertThat(size(answer, RawCoap.BLOCK1)).isEqualTo(size);
    }
    return last;
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 32, 64, 128, 256, 512, 1024})
  @Plugtest("TD_COAP_BLOCK_04")
  void whatIsPostedMayComeInBlocks(int size) {
    byte[] whole = batch(12);
    assertThat(whole.length).isGreaterThan(1024);
    long before = server.receivedCount("probe");

    int last = allButTheLast(RawCoap.POST, whole, size);
    assertThat(server.receivedCount("probe")).isEqualTo(before);
    Received answer = part(RawCoap.POST, whole, last, size);

    assertThat(answer.codeText()).isEqualTo("2.04");
    assertThat(number(answer, RawCoap.BLOCK1)).isEqualTo(last);
    assertThat(hasMore(answer, RawCoap.BLOCK1)).isFalse();
    assertThat(server.receivedCount("probe")).isEqualTo(before + 12);
  }

  @Test
  @Plugtest("TD_COAP_BLOCK_03")
  void nothingIsPutInBlocksEither() {
    byte[] whole = batch(3);

    int last = allButTheLast(RawCoap.PUT, whole, 256);

    assertThat(part(RawCoap.PUT, whole, last, 256).codeText()).isEqualTo("4.05");
  }

  @Test
  @Plugtest("TD_COAP_BLOCK_05")
  void theAnswerToWhatCameInBlocksMayComeInBlocks() {
    prove();
    ByteArrayOutputStream batch = new ByteArrayOutputStream();
    batch.writeBytes(batch(2));
    append(batch, "{}");
    byte[] whole = batch.toByteArray();
    int last = allButTheLast(RawCoap.POST, whole, 64);

    Received answer = part(RawCoap.POST, whole, last, 64, block(RawCoap.BLOCK2, 0, false, 16));

    assertThat(answer.codeText()).isEqualTo("2.04");
    assertThat(number(answer, RawCoap.BLOCK1)).isEqualTo(last);
    StringBuilder words = new StringBuilder(answer.text());
    for (int next = 1; hasMore(answer, RawCoap.BLOCK2); next++) {
      assertThat(answer.payload()).hasSize(16);
      Option[] wanted = {block(RawCoap.BLOCK2, next, false, 16)};
      answer = raw.ask(RawCoap.CON, RawCoap.POST, RawCoap.options(BATCH, wanted), NOTHING);
      assertThat(answer.codeText()).isEqualTo("2.04");
      words.append(answer.text());
    }
    assertThat(words.toString()).startsWith("1 of 3 messages were refused");
  }

  @Test
  void aBlockThatIsSentAgainIsTakenOnce() {
    byte[] whole = batch(4);
    long before = server.receivedCount("probe");
    int last = (whole.length - 1) / 256;
    Received answer = part(RawCoap.POST, whole, 0, 256);
    for (int number = 1; number <= last; number++) {
      int end = Math.min(whole.length, (number + 1) * 256);
      RawCoap.Message part =
          raw.request(
              RawCoap.CON,
              RawCoap.POST,
              RawCoap.options(BATCH, block(RawCoap.BLOCK1, number, end < whole.length, 256)),
              Arrays.copyOfRange(whole, number * 256, end));
      raw.send(part.bytes());
      answer = raw.receive();
      raw.send(part.bytes());
      assertThat(raw.receive()).usingRecursiveComparison().isEqualTo(answer);
    }

    assertThat(answer.codeText()).isEqualTo("2.04");
    assertThat(server.receivedCount("probe")).isEqualTo(before + 4);
  }

  @Test
  void blocksOutOfOrderAreIncomplete() {
    byte[] whole = batch(12);

    assertThat(part(RawCoap.POST, whole, 0, 64).codeText()).isEqualTo("2.31");
    assertThat(part(RawCoap.POST, whole, 2, 64).codeText()).isEqualTo("4.08");
    assertThat(part(RawCoap.POST, whole, 1, 64).codeText()).isEqualTo("4.08");
    // From the beginning it goes well.
    assertThat(part(RawCoap.POST, whole, 0, 64).codeText()).isEqualTo("2.31");
    assertThat(part(RawCoap.POST, whole, 1, 64).codeText()).isEqualTo("2.31");
  }

  @Test
  void aBlockWithMoreToComeIsFull() {
    Option[] half = {block(RawCoap.BLOCK1, 0, true, 64)};

    Received answer =
        raw.ask(RawCoap.CON, RawCoap.POST, RawCoap.options(BATCH, half), new byte[30]);

    assertThat(answer.codeText()).isIn("4.00", "4.08");
  }

  /// Nobody else's block is added to what somebody sends.
  @Test
  void eachClientHasBlocksOfItsOwn() {
    byte[] whole = batch(12);
    int last = allButTheLast(RawCoap.POST, whole, 256);
    try (RawCoap other = new RawCoap(server.coapPort())) {
      Option[] begin = {block(RawCoap.BLOCK1, 0, true, 256)};
      assertThat(
              other
                  .ask(RawCoap.CON, RawCoap.POST, RawCoap.options(BATCH, begin), new byte[256])
                  .codeText())
          .isEqualTo("2.31");
    }

    assertThat(part(RawCoap.POST, whole, last, 256).codeText()).isEqualTo("2.04");
  }
}
