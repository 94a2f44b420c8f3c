package city.wayside.edge.endpoint.coap.observe;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.inbound.topic.BatchReader;
import city.wayside.model.downlink.DownMessage;
import city.wayside.model.downlink.DownMessage.Kind;
import city.wayside.model.message.MessageKind;
import org.junit.jupiter.api.Test;

class MessageFrameTest {

  private static DownMessage message(int length, Kind kind, long untilMs) {
    return new DownMessage(1, "v1/geo/1/denm", new byte[length], "", kind, "", untilMs);
  }

  @Test
  void whatIsFramedCanBeReadAsABatch() {
    MessageFrame frame = new MessageFrame(100);
    assertThat(frame.add(message(3, Kind.BEACON, 9000))).isTrue();
    assertThat(frame.add(message(0, Kind.NOTICE, 5000))).isTrue();

    BatchReader reader = new BatchReader();
    reader.start(frame.bytes(), 0, frame.bytes().length);
    assertThat(reader.next()).isTrue();
    assertThat(reader.kind()).isEqualTo(MessageKind.DENM);
    assertThat(reader.length()).isEqualTo(3);
    assertThat(reader.next()).isTrue();
    assertThat(reader.length()).isEqualTo(0);
    assertThat(reader.next()).isFalse();
    assertThat(frame.messagesCount()).isEqualTo(2);
    assertThat(frame.isAssured()).isTrue();
    assertThat(frame.holdsS(1000, 300)).isEqualTo(4);
  }

  @Test
  void whatDoesNotFitIsLeftOutUnlessItIsAlone() {
    MessageFrame frame = new MessageFrame(20);
    assertThat(frame.add(message(50, Kind.BEACON, 9000))).isTrue();
    assertThat(frame.add(message(1, Kind.NOTICE, 9000))).isFalse();
    assertThat(frame.bytes()).hasSize(57);
    assertThat(frame.isAssured()).isFalse();
  }

  @Test
  void anEmptyFrameHoldsAsLongAsItIsTold() {
    assertThat(new MessageFrame(20).holdsS(1000, 300)).isEqualTo(300);
  }

  @Test
  void whatIsAlmostOverHoldsForASecond() {
    MessageFrame frame = new MessageFrame(20);
    boolean _ = frame.add(message(1, Kind.BEACON, 1001));

    assertThat(frame.holdsS(1000, 300)).isEqualTo(1);
  }

  @Test
  void aLengthHasTwoBytes() {
    assertThat(MessageFrame.isTooLong(message(65_535, Kind.NOTICE, 1))).isFalse();
    assertThat(MessageFrame.isTooLong(message(65_536, Kind.NOTICE, 1))).isTrue();
  }
}
