package city.wayside.kit.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.kit.broker.ScriptedBroker;
import city.wayside.kit.coap.CoapTarget;
import city.wayside.kit.coap.CoapTiming;
import city.wayside.kit.coap.DerivedKeys;
import city.wayside.kit.coap.ScriptedCoapServer;
import city.wayside.kit.coap.ScriptedCoapServer.Answer;
import city.wayside.kit.coap.ScriptedCoapServer.Heard;
import city.wayside.kit.coap.bare.BareServer;
import city.wayside.kit.mqtt.MqttLimits;
import city.wayside.kit.mqtt.MqttTarget;
import city.wayside.kit.mqtt.MqttVersion;
import city.wayside.kit.net.UdpLink;
import city.wayside.kit.trace.TraceReader;
import city.wayside.kit.trace.TraceSource;
import io.vertx.core.Vertx;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CoapReplayTest {

  private static final String HEADER = "time_s,vehicle_id,lat,lon,speed_mps,heading_deg,type\n";
  private static final MqttLimits QUICK = new MqttLimits(64, 64, 2000, 400, 60);
  private static final ReplayOptions FAST = new ReplayOptions(100, false, Integer.MAX_VALUE, 0, 10);

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void close() {
    vertx.close().await();
  }

  private static TraceSource trace(int seconds, int vehicles) {
    StringBuilder text = new StringBuilder(HEADER);
    for (int second = 0; second < seconds; second++) {
      for (int vehicle = 1; vehicle <= vehicles; vehicle++) {
        text.append(50 + second).append(",car").append(vehicle).append(",53.5,9.9,10,90,bus\n");
      }
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    return () -> TraceReader.open("t.csv", new ByteArrayInputStream(bytes), bad -> {});
  }

  private static FleetOptions to(CoapTarget target, int qos) {
    return new FleetOptions(
        List.of(new FleetTarget.Coap(target)), qos, PayloadFormat.PROBE, false, QUICK, 256);
  }

  private ReplayReport play(FleetOptions fleet, TraceSource source) throws Exception {
    Replay replay = new Replay(vertx, fleet, FAST, InstantSource.system(), System::nanoTime);
    return replay.start(source, progress -> {}).toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  @Test
  void everyRowIsPostedByASocketOfItsOwnAndAnswered() throws Exception {
    try (ScriptedCoapServer server = new ScriptedCoapServer(one -> ScriptedCoapServer.TAKEN)) {
      ReplayReport report = play(to(CoapTarget.plain(server.address()), 1), trace(10, 4));

      assertThat(report.sent()).isEqualTo(40);
      assertThat(report.acknowledged()).isEqualTo(40);
      assertThat(report.lost()).isZero();
      assertThat(report.pending()).isZero();
      assertThat(report.isBalanced()).isTrue();
      assertThat(report.latency().count()).isEqualTo(40);
      assertThat(report.connections()).isEqualTo(new Connections(0, 4, Map.of(), Map.of()));
      assertThat(server.heard.stream().map(Heard::client).distinct()).hasSize(4);
      assertThat(server.heard).filteredOn(h -> h.path().equals("v1/up/3/probe")).hasSize(10);
      assertThat(server.heard).extracting(Heard::isConfirmable).containsOnly(true);
    }
  }

  @Test
  void refusalsAreCountedByTheirCode() throws Exception {
    Answer quota = new Answer.Code(ResponseCode.TOO_MANY_REQUESTS);
    Answer away = new Answer.Separate(ResponseCode.SERVICE_UNAVAILABLE);
    Answer[] answers = {ScriptedCoapServer.TAKEN, quota, away, quota};
    try (ScriptedCoapServer server =
        new ScriptedCoapServer(one -> answers[one.number() % answers.length])) {
      ReplayReport report = play(to(CoapTarget.plain(server.address()), 1), trace(5, 4));

      assertThat(report.refusedByCode()).isEqualTo(Map.of("4.29", 10L, "5.03", 5L));
      assertThat(report.acknowledged()).isEqualTo(5);
      assertThat(report.isBalanced()).isTrue();
    }
  }

  @Test
  void withoutConfirmationWhatIsNotAnsweredInTimeIsLost() throws Exception {
    try (ScriptedCoapServer server =
        new ScriptedCoapServer(
            one -> one.number() < 3 ? new Answer.Silence() : ScriptedCoapServer.TAKEN)) {
      ReplayReport report = play(to(CoapTarget.plain(server.address()), 0), trace(10, 2));

      assertThat(report.lost()).isEqualTo(3);
      assertThat(report.acknowledged()).isEqualTo(17);
      assertThat(report.isBalanced()).isTrue();
      assertThat(server.heard).extracting(Heard::isConfirmable).containsOnly(false);
    }
  }

  @Test
  void whatTheLineLosesIsSentAgain() throws Exception {
    try (ScriptedCoapServer server = new ScriptedCoapServer(one -> ScriptedCoapServer.TAKEN);
        UdpLink line = new UdpLink(server.address())) {
      line.become(new UdpLink.Quality(UdpLink.Loss.ofShare(0.3, 1), 0));
      FleetTarget target =
          new FleetTarget.Coap(CoapTarget.plain(line.address()), CoapTiming.lossyLine());

      ReplayReport report = play(FleetOptions.of(List.of(target)), trace(5, 4));

      assertThat(report.acknowledged()).isEqualTo(20);
      assertThat(server.heard).hasSize(20);
      assertThat(report.sentAgain()).isPositive();
      assertThat(report.isBalanced()).isTrue();
    }
  }

  @Test
  void stationsShareSeveralServers() throws Exception {
    try (ScriptedCoapServer coap = new ScriptedCoapServer(one -> ScriptedCoapServer.TAKEN);
        ScriptedBroker mqtt = new ScriptedBroker(vertx, one -> ScriptedBroker.TAKEN)) {
      FleetTarget overCoap = new FleetTarget.Coap(CoapTarget.plain(coap.address()));
      FleetTarget overMqtt =
          new FleetTarget.Mqtt(MqttTarget.of("127.0.0.1", mqtt.port(), MqttVersion.V5));

      ReplayReport report =
          play(FleetOptions.of(List.of(overCoap, overMqtt, overMqtt)), trace(10, 6));

      assertThat(report.acknowledged()).isEqualTo(60);
      assertThat(coap.heard).hasSize(20);
      assertThat(mqtt.heard).hasSize(40);
    }
  }

  @Test
  void overDtlsStationsShowTheirKeysAndThoseWithoutAreLost() throws Exception {
    try (BareServer server = new BareServer(0, 0)) {
      server.start();
      CoapTarget target =
          CoapTarget.secured(
              server.secured(),
              stationId -> stationId == 2 ? null : DerivedKeys.of("v-" + stationId));

      ReplayReport report = play(to(target, 1), trace(10, 4));

      assertThat(report.acknowledged()).isEqualTo(30);
      assertThat(report.lost()).isEqualTo(10);
      assertThat(report.connections().failed()).containsOnlyKeys("no key for this station");
      assertThat(report.isBalanced()).isTrue();
      assertThat(server.taken()).isEqualTo(30);
    }
  }

  @Test
  void whereNobodyListensAllIsLost() throws Exception {
    ReplayReport report = play(to(CoapTarget.plain(deserted()), 1), trace(3, 2));

    assertThat(report.lost()).isEqualTo(6);
    assertThat(report.isBalanced()).isTrue();
  }

  private static InetSocketAddress deserted() throws IOException {
    try (DatagramSocket taken = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      return new InetSocketAddress(InetAddress.getLoopbackAddress(), taken.getLocalPort());
    }
  }
}
