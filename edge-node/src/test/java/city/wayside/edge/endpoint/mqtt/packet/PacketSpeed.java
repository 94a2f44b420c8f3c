package city.wayside.edge.endpoint.mqtt.packet;

import com.sun.management.ThreadMXBean;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.mqtt.MqttPublishMessage;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/// Measures on one thread how fast packets are read and written, and what garbage that makes:
/// processor time, so that a busy machine does not spoil the figures. For people, not a test:
///
///     java -cp … city.wayside.edge.endpoint.mqtt.packet.PacketSpeed
final class PacketSpeed {

  private static final int PACKETS = 512;
  private static final int ROUNDS_WARM = 20_000;
  private static final int ROUNDS = 20_000;
  private static final int RUNS = 5;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final byte[] PROBE =
      ("{\"t\":1795000000000,\"lat\":53.5503,\"lon\":9.9921,\"speedMps\":11.2,\"headingDeg\":87,"
              + "\"type\":\"passengerCar\"}")
          .getBytes(StandardCharsets.US_ASCII);
  private static final String TOPIC = "v1/up/4711/probe";
  private static final String SAID =
      "03 0010 6170706c69636174696f6e2f6a736f6e" // content type application/json
          + "26 000b 7472616365706172656e74 0008 3030313132323333"; // traceparent

  private PacketSpeed() {}

  /// Measures and prints.
  public static void main(String[] words) {
    System.out.printf(
        "%d processors, %s %s, load %.1f; one thread, probes of %d bytes on %s%n",
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("java.vm.name"),
        System.getProperty("java.vm.version"),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
        PROBE.length,
        TOPIC);
    for (MqttVersion version : MqttVersion.values()) {
      for (int qos = 0; qos < 2; qos++) {
        String name = version + " PUBLISH QoS " + qos;
        byte[] bytes = publishes(version, qos, "");
        measure("read " + name, reading(version, bytes));
        measure("read " + name + " (Netty)", nettyReading(version, bytes));
      }
      measure("write " + version + " PUBLISH QoS 1", writing(version));
    }
    measure(
        "read V5 PUBLISH QoS 1, properties",
        reading(MqttVersion.V5, publishes(MqttVersion.V5, 1, SAID)));
    measure("read V5 PUBACK", reading(MqttVersion.V5, repeated(RawPacket.hex("4002 1234"))));
  }

  private static byte[] publishes(MqttVersion version, int qos, String properties) {
    RawPacket packet = RawPacket.of(0x30 | qos << 1).text(TOPIC);
    if (qos > 0) {
      packet.u16(7);
    }
    if (version == MqttVersion.V5) {
      packet.properties(properties);
    }
    return repeated(packet.raw(PROBE).bytes());
  }

  private static byte[] repeated(byte[] packet) {
    byte[] all = new byte[PACKETS * packet.length];
    for (int i = 0; i < PACKETS; i++) {
      System.arraycopy(packet, 0, all, i * packet.length, packet.length);
    }
    return all;
  }

  private static IntSupplier reading(MqttVersion version, byte[] bytes) {
    PacketReader reader = new PacketReader(PacketLimits.defaults());
    Counting counting = new Counting(version);
    return () -> {
      counting.count = 0;
      int end = reader.read(bytes, 0, bytes.length, counting);
      return end == bytes.length ? counting.count : -1;
    };
  }

  private static IntSupplier nettyReading(MqttVersion version, byte[] bytes) {
    EmbeddedChannel client = NettyCodec.client(version);
    ByteBuf buffer = Unpooled.wrappedBuffer(bytes);
    return () -> {
      client.writeInbound(buffer.retainedDuplicate());
      int count = 0;
      MqttPublishMessage message = client.readInbound();
      while (message != null) {
        count++;
        message.release();
        message = client.readInbound();
      }
      return count;
    };
  }

  private static IntSupplier writing(MqttVersion version) {
    OutgoingPublish message = OutgoingPublish.of(version, TOPIC, PROBE, MessageProperties.none());
    ByteBuf out = Unpooled.buffer(PACKETS * 256);
    return () -> {
      out.clear();
      for (int i = 0; i < PACKETS; i++) {
        message.write(out, 1, false, false, i + 1, 0, true, OutgoingPublish.NO_IDENTIFIERS, -1);
      }
      return out.readableBytes() / message.sizeBytes(1, 0, true, OutgoingPublish.NO_IDENTIFIERS);
    };
  }

  private static void measure(String name, IntSupplier round) {
    run(round, ROUNDS_WARM);
    double[] rates = new double[RUNS];
    long allocatedBytes = THREADS.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < RUNS; i++) {
      rates[i] = run(round, ROUNDS);
    }
    allocatedBytes = THREADS.getCurrentThreadAllocatedBytes() - allocatedBytes;
    Arrays.sort(rates);
    System.out.printf(
        "%-36s %6.1f M/s (%.1f to %.1f) %8.3f B each%n",
        name,
        rates[RUNS / 2] / 1e6,
        rates[0] / 1e6,
        rates[RUNS - 1] / 1e6,
        (double) allocatedBytes / RUNS / ROUNDS / PACKETS);
  }

  /// Packets per second of processor time.
  private static double run(IntSupplier round, int rounds) {
    long startNs = THREADS.getCurrentThreadCpuTime();
    for (int i = 0; i < rounds; i++) {
      int count = round.getAsInt();
      if (count != PACKETS) {
        throw new IllegalStateException(count + " packets, must be " + PACKETS);
      }
    }
    return 1e9 * rounds * PACKETS / (THREADS.getCurrentThreadCpuTime() - startNs);
  }

  /// Looks at each message a little, as whoever takes it must.
  private static final class Counting implements PacketListener {

    private final MqttVersion version;
    private int count;
    private long sum;

    Counting(MqttVersion version) {
      this.version = version;
    }

    @Override
    public @Nullable MqttVersion version() {
      return version;
    }

    @Override
    public boolean isReading() {
      return sum != Long.MIN_VALUE;
    }

    @Override
    public void publish(Publish publish) {
      count++;
      sum +=
          publish.packetId()
              + publish.qos()
              + publish.bytes()[publish.topicOffset()]
              + publish.topicLength()
              + publish.bytes()[publish.payloadOffset()]
              + publish.payloadLength();
    }

    @Override
    public void pubAck(int packetId, int reasonCode) {
      count++;
      sum += packetId + reasonCode;
    }

    @Override
    public void violated(Violation violation) {
      throw new IllegalStateException(violation.toString());
    }

    @Override
    public void connect(Connect connect) {}

    @Override
    public void pubRec(int packetId, int reasonCode) {}

    @Override
    public void pubRel(int packetId, int reasonCode) {}

    @Override
    public void pubComp(int packetId, int reasonCode) {}

    @Override
    public void subscribe(Subscribe subscribe) {}

    @Override
    public void unsubscribe(Unsubscribe unsubscribe) {}

    @Override
    public void pingRequest() {}

    @Override
    public void disconnect(int reasonCode, long sessionExpiryS) {}

    @Override
    public void auth(int reasonCode, String method, byte[] data) {}
  }
}
