package city.wayside.kit.coap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class CoapConnectionTest {

  private static final long SECOND = 1_000_000_000L;
  private static final int CHANGED = CoapCode.CHANGED;
  private static final int TOO_MANY = 0x9D;
  private static final byte[] OPTIONS = CoapPackets.options("v1/up/7/probe", 50, true);
  private static final byte[] PAYLOAD = "{}".getBytes(StandardCharsets.UTF_8);

  private final AtomicLong nowNs = new AtomicLong();
  private final List<String> told = new ArrayList<>();
  private final List<ManualWire> wires = new ArrayList<>();
  private final CoapConnection connection =
      new CoapConnection(
          heard -> {
            wires.add(new ManualWire(heard));
            return wires.getLast();
          },
          new Told(),
          CoapTiming.standard(),
          nowNs::get,
          new SplittableRandom(1));

  private final class Told implements CoapListener {
    @Override
    public void opened() {
      told.add("opened");
    }

    @Override
    public void closed(boolean wasOpen, String reason) {
      told.add("closed " + wasOpen + " " + reason);
    }

    @Override
    public void answered(int token, int code) {
      told.add("answered " + token + " " + CoapCode.word(code));
    }

    @Override
    public void lost(int token) {
      told.add("lost " + token);
    }

    @Override
    public void sentAgain() {
      told.add("again");
    }

    @Override
    public void roomAgain() {
      told.add("room");
    }
  }

  private ManualWire wire() {
    return wires.getFirst();
  }

  private void open() {
    connection.connect();
    wire().answer(CoapPackets.RST, 0, wire().lastId(), -1);
    assertThat(told).containsExactly("opened", "room");
    told.clear();
  }

  private void look(double seconds) {
    nowNs.set((long) (seconds * SECOND));
    connection.look(nowNs.get());
  }

  @Test
  void aServerThatResetsAnEmptyMessageIsThere() {
    connection.connect();
    assertThat(wire().isOpened).isTrue();
    assertThat(wire().last()).hasSize(4).startsWith(0x40, 0x00);
    assertThat(connection.hasRoom()).isFalse();

    wire().answer(CoapPackets.RST, 0, wire().lastId(), -1);

    assertThat(told).containsExactly("opened", "room");
    assertThat(connection.hasRoom()).isTrue();
  }

  @Test
  void aResponseInTheAcknowledgementEndsTheMessage() {
    open();
    assertThat(connection.post(0x1234, OPTIONS, PAYLOAD)).isTrue();
    assertThat(connection.post(0x1235, OPTIONS, PAYLOAD)).isFalse();

    wire().answer(CoapPackets.ACK, CHANGED, wire().lastId(), 0x1234);
    wire().answer(CoapPackets.ACK, CHANGED, wire().lastId(), 0x1234);

    assertThat(told).containsExactly("answered 4660 2.04", "room");
    assertThat(connection.post(0x1235, OPTIONS, PAYLOAD)).isTrue();
  }

  @Test
  void aRefusalIsAnAnswer() {
    open();
    connection.post(1, OPTIONS, PAYLOAD);

    wire().answer(CoapPackets.ACK, TOO_MANY, wire().lastId(), 1);

    assertThat(told).containsExactly("answered 1 4.29", "room");
  }

  @Test
  void aSeparateResponseIsAcknowledgedEachTimeItComes() {
    open();
    connection.post(1, OPTIONS, PAYLOAD);
    wire().answer(CoapPackets.ACK, 0, wire().lastId(), -1);
    look(60);
    assertThat(told).as("acknowledged is not sent again").isEmpty();

    wire().answer(CoapPackets.CON, CHANGED, 0xBEEF, 1);
    assertThat(wire().last()).containsExactly(0x60, 0x00, 0xBE, 0xEF);
    wire().answer(CoapPackets.CON, CHANGED, 0xBEEF, 1);

    assertThat(wire().last()).containsExactly(0x60, 0x00, 0xBE, 0xEF);
    assertThat(told.subList(0, 2)).containsExactly("answered 1 2.04", "room");
  }

  @Test
  void whatIsNotAcknowledgedIsSentAgainFourTimesEachTwiceAsLateAndThenGivenUp() {
    open();
    connection.post(1, OPTIONS, PAYLOAD);
    byte[] first = wire().last();
    List<Double> againS = new ArrayList<>();
    double givenUpS = 0;
    for (double second = 0; givenUpS == 0 && second < 100; second += 0.1) {
      int before = wire().sent.size();
      look(second);
      if (wire().sent.size() > before) {
        assertThat(wire().last()).isEqualTo(first);
        againS.add(second);
      }
      if (told.contains("lost 1")) {
        givenUpS = second;
      }
    }

    assertThat(againS).hasSize(4);
    assertThat(againS.getFirst()).isBetween(2.0, 3.2);
    for (int i = 1; i < againS.size(); i++) {
      double timeoutS = againS.getFirst() * Math.pow(2, i);
      assertThat(againS.get(i) - againS.get(i - 1)).isBetween(timeoutS - 2, timeoutS + 0.2);
    }
    assertThat(givenUpS).isBetween(62.0, 94.0);
    assertThat(told)
        .containsExactly(
            "again", "again", "again", "again", "lost 1", "closed true no acknowledgement in time");
    assertThat(wire().isClosed).isTrue();
  }

  @Test
  void anAnswerToARetransmissionEndsIt() {
    open();
    connection.post(1, OPTIONS, PAYLOAD);
    look(3.5);

    wire().answer(CoapPackets.ACK, CHANGED, wire().lastId(), 1);
    look(90);

    assertThat(told).containsExactly("again", "answered 1 2.04", "room");
  }

  @Test
  void aMessageThatIsResetIsLostAndTheConnectionGoesOn() {
    open();
    connection.post(1, OPTIONS, PAYLOAD);

    wire().answer(CoapPackets.RST, 0, wire().lastId(), -1);

    assertThat(told).containsExactly("lost 1", "room");
    assertThat(connection.hasRoom()).isTrue();
  }

  @Test
  void whatIsNotAcknowledgedTakesNoRoomAndItsResponseIsHeard() {
    open();
    for (int token = 1; token <= 3; token++) {
      assertThat(connection.postUnacknowledged(token, OPTIONS, PAYLOAD)).isTrue();
    }
    assertThat((wire().last()[0] >> 4) & 3).isEqualTo(CoapPackets.NON);

    wire().answer(CoapPackets.NON, CHANGED, 9, 2);
    look(90);

    assertThat(told).containsExactly("answered 2 2.04");
  }

  @Test
  void messageIdsAreNotUsedAgainWithinTheirLifetime() {
    open();
    int taken = 0;
    while (connection.postUnacknowledged(taken & 0xFFFF, OPTIONS, PAYLOAD)) {
      taken++;
    }
    assertThat(taken).as("one is the ping's").isEqualTo(65_535);

    nowNs.set(248 * SECOND);

    assertThat(connection.postUnacknowledged(0, OPTIONS, PAYLOAD)).isTrue();
  }

  @Test
  void aServerThatIsNotThereIsToldAtOnceOrInTime() {
    connection.connect();
    wire().heard.failed("PortUnreachableException");
    wire().heard.failed("PortUnreachableException");
    assertThat(told).containsExactly("closed false PortUnreachableException");

    told.clear();
    CoapConnection other =
        new CoapConnection(
            ManualWire::new,
            new Told(),
            CoapTiming.standard(),
            nowNs::get,
            new SplittableRandom(1));
    other.connect();
    other.look(31 * SECOND);
    assertThat(told).contains("closed false no answer in time");
  }

  @Test
  void aConnectionThatWaitsForItsTurnIsNotLate() {
    look(1000);
    assertThat(told).isEmpty();

    open();
    assertThat(connection.hasRoom()).isTrue();
  }

  @Test
  void aConnectionThatEndedBeforeItsTurnNeverOpens() {
    connection.close();
    connection.connect();

    assertThat(told).containsExactly("closed false ");
    assertThat(wire().isOpened).isFalse();
  }

  @Test
  void aServerThatGoesAwayIsWaitedFor() {
    open();
    connection.post(1, OPTIONS, PAYLOAD);

    wire().heard.failed("PortUnreachableException");

    assertThat(told).isEmpty();
    wire().answer(CoapPackets.ACK, CHANGED, wire().lastId(), 1);
    assertThat(told).containsExactly("answered 1 2.04", "room");
  }

  @Test
  void whatIsNoMessageIsIgnored() {
    open();
    connection.post(1, OPTIONS, PAYLOAD);
    for (byte[] garbage :
        List.of(
            new byte[0], new byte[3], new byte[] {0x00, 0x44, 0, 0}, new byte[] {0x6F, 0, 0, 0})) {
      wire().heard.received(garbage);
    }
    assertThat(told).isEmpty();
    assertThat(connection.hasRoom()).isFalse();
  }
}
