package city.wayside.kit.load;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.kit.coap.DerivedKeys;
import city.wayside.kit.coap.ScriptedCoapServer;
import city.wayside.kit.coap.ScriptedCoapServer.Answer;
import city.wayside.kit.coap.ScriptedCoapServer.Heard;
import city.wayside.kit.coap.SharedKeys;
import city.wayside.kit.coap.bare.BareServer;
import city.wayside.kit.fleet.DemoTown;
import city.wayside.kit.fleet.PayloadFormat;
import city.wayside.model.client.SharedKey;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class CoapLoadTest {

  private static final int WAIT_MS = 20_000;
  private static final SharedKeys KEYS = stationId -> DerivedKeys.of("v-" + stationId);

  private static Load load(
      InetSocketAddress server, @Nullable SharedKeys keys, int vehicles, double qos1)
      throws Exception {
    LoadOptions options = new LoadOptions(server, vehicles, 9000, 1, PayloadFormat.PROBE, 0, qos1);
    Load load =
        Load.overCoap(options, keys, DemoTown.network(), InstantSource.system(), System::nanoTime);
    get(load.connect());
    return load;
  }

  private static <T> T get(CompletionStage<T> stage) throws Exception {
    return stage.toCompletableFuture().get(WAIT_MS, TimeUnit.MILLISECONDS);
  }

  @Test
  void eachVehicleHasASocketAndEveryMessageItsAnswer() throws Exception {
    try (ScriptedCoapServer server = new ScriptedCoapServer(one -> ScriptedCoapServer.TAKEN);
        Load load = load(server.address(), null, 20, 1)) {
      get(load.drive(Pace.of(500)));
      Awaitility.await().until(() -> server.heard.size() >= 200);
      LoadCounts counts = get(load.drain(WAIT_MS / 2));

      assertThat(counts.isBalanced()).isTrue();
      assertThat(counts.all().acknowledged()).isEqualTo(counts.all().sent());
      assertThat(counts.all().sent()).isEqualTo(server.heard.size());
      assertThat(counts.pending()).isZero();
      assertThat(counts.open()).isEqualTo(20);
      assertThat(counts.all().latency().total()).isEqualTo(counts.all().sent());
      assertThat(server.heard.stream().map(Heard::client).distinct()).hasSize(20);
      assertThat(server.heard).extracting(Heard::path).contains("v1/up/9000/probe");
      assertThat(server.heard).extracting(Heard::format).containsOnly(50);
      assertThat(server.heard).extracting(Heard::isConfirmable).containsOnly(true);
    }
  }

  @Test
  void whatNobodyAnswersIsNotConfirmable() throws Exception {
    try (ScriptedCoapServer server = new ScriptedCoapServer(one -> ScriptedCoapServer.TAKEN);
        Load load = load(server.address(), null, 5, 0)) {
      get(load.drive(Pace.of(500)));
      Awaitility.await().until(() -> server.heard.size() >= 50);
      LoadCounts counts = get(load.drain(WAIT_MS / 2));

      assertThat(counts.isBalanced()).isTrue();
      assertThat(counts.of(Stream.BEACON_QOS_0).sent()).isEqualTo(counts.all().sent());
      assertThat(counts.all().acknowledged()).isZero();
      assertThat(server.heard).extracting(Heard::isConfirmable).containsOnly(false);
    }
  }

  @Test
  void refusalsAreCountedByCodeAndSeparateResponsesCountAsAnyOther() throws Exception {
    try (ScriptedCoapServer server =
            new ScriptedCoapServer(one ->
                one.number() % 2 == 0
                    ? new Answer.Separate(ResponseCode.CHANGED)
                    : new Answer.Code(ResponseCode.TOO_MANY_REQUESTS));
        Load load = load(server.address(), null, 4, 1)) {
      get(load.drive(Pace.of(200)));
      Awaitility.await().until(() -> server.heard.size() >= 40);
      LoadCounts counts = get(load.drain(WAIT_MS / 2));

      assertThat(counts.isBalanced()).isTrue();
      assertThat(counts.all().lost()).isZero();
      assertThat(counts.all().refusedByCode().keySet()).containsExactly(0x9D);
      assertThat(counts.all().refused()).isEqualTo(server.heard.size() / 2);
      assertThat(counts.all().acknowledged() + counts.all().refused())
          .isEqualTo(server.heard.size());
    }
  }

  @Test
  void eachVehicleHasASessionWithItsOwnKey() throws Exception {
    try (BareServer server = new BareServer(0, 0)) {
      server.start();
      try (Load load = load(server.secured(), KEYS, 200, 1)) {
        get(load.drive(Pace.answered(50)));
        Awaitility.await().until(() -> server.taken() >= 1000);
        LoadCounts counts = get(load.drain(WAIT_MS / 2));

        assertThat(counts.isBalanced()).isTrue();
        assertThat(counts.all().acknowledged()).isEqualTo(counts.all().sent());
        assertThat(counts.all().sent()).isEqualTo(server.taken());
        assertThat(counts.open()).isEqualTo(200);
        assertThat(counts.endedByReason()).isEmpty();
        get(load.leave());
      }
    }
  }

  @Test
  void aVehicleWhoseKeyIsWrongOrMissingStaysOutside() throws Exception {
    SharedKeys wrong =
        stationId -> stationId == 9000 ? null : new SharedKey("v-" + stationId, new byte[16]);
    try (BareServer server = new BareServer(0, 0)) {
      server.start();
      LoadOptions options =
          new LoadOptions(server.secured(), 2, 9000, 1, PayloadFormat.PROBE, 0, 1);
      try (Load load =
          Load.overCoap(
              options, wrong, DemoTown.network(), InstantSource.system(), System::nanoTime)) {
        CompletionStage<Void> _ = load.connect();
        get(load.drive(Pace.of(50)));
        LoadCounts[] sum = {LoadCounts.none()};
        Awaitility.await()
            .until(() -> {
              sum[0] = sum[0].plus(get(load.take()));
              return sum[0].endedByReason().size() >= 1 && sum[0].all().heldBack() > 20;
            });

        assertThat(sum[0].all().sent()).isZero();
        assertThat(sum[0].open()).isZero();
        assertThat(sum[0].endedByReason()).containsKey("no key for this station");
        assertThat(server.taken()).isZero();
      }
    }
  }
}
