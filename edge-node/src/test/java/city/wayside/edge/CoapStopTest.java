package city.wayside.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.wayside.edge.admit.AdmissionConfig;
import city.wayside.edge.coap.RawCoap;
import city.wayside.edge.coap.RawCoap.Option;
import city.wayside.edge.coap.RawCoap.Received;
import city.wayside.edge.coap.Soon;
import city.wayside.edge.endpoint.coap.CoapConfig;
import city.wayside.edge.rig.Server;
import city.wayside.model.telemetry.Metric;
import io.vertx.core.Future;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// An edge node that stops, and one that lets nobody in who shows nothing.
class CoapStopTest {

  private static final int OBSERVERS = 30;

  @Test
  void whatWasTakenIsAnsweredAndNothingMoreIsTaken() {
    EdgeRig rig = new EdgeRig();
    rig.uplink.hold();
    try (RawCoap raw = new RawCoap(rig.node.coapPort());
        RawCoap other = new RawCoap(rig.node.coapPort())) {
      raw.send(
          raw.request(
                  RawCoap.CON, RawCoap.POST, RawCoap.path("v1/up/1/probe"), rig.probe(rig.nowMs()))
              .bytes());
      Soon.await().until(() -> rig.admitted() == 1);

      Future<Void> closing = rig.node.close();

      Received refused = other.get("v1/time");
      assertThat(refused.codeText()).isEqualTo("5.03");
      assertThat(refused.number(RawCoap.MAX_AGE)).isEqualTo(5);
      assertThat(closing.isComplete()).isFalse();
      rig.uplink.release();
      Received kept = raw.receive();
      assertThat(kept.codeText()).isEqualTo("2.04");
      EdgeRig.await(closing);
    } finally {
      EdgeRig.await(rig.vertx().close());
    }
  }

  @Test
  void whoWasToldToWaitIsNotLeftWaiting() {
    EdgeRig rig = new EdgeRig();
    rig.uplink.hold();
    try (RawCoap raw = new RawCoap(rig.node.coapPort())) {
      raw.send(
          raw.request(
                  RawCoap.CON, RawCoap.POST, RawCoap.path("v1/up/1/probe"), rig.probe(rig.nowMs()))
              .bytes());
      assertThat(raw.receive().codeText()).isEqualTo("0.00");

      EdgeRig.await(rig.node.close());

      // The grid may have it later or not: the client, which would not send again, shall.
      assertThat(raw.receive().codeText()).isEqualTo("5.03");
    } finally {
      EdgeRig.await(rig.vertx().close());
    }
  }

  @Test
  void whoObservesIsToldThatItEnds() {
    EdgeRig rig = new EdgeRig();
    List<RawCoap> observers = new ArrayList<>();
    List<byte[]> tokens = new ArrayList<>();
    try {
      for (int number = 0; number < OBSERVERS; number++) {
        RawCoap raw = new RawCoap(rig.node.coapPort());
        observers.add(raw);
        List<Option> options = new ArrayList<>(List.of(Option.of(RawCoap.OBSERVE, 0)));
        options.addAll(RawCoap.path("v1/geo/1"));
        byte[] echo = raw.ask(RawCoap.CON, RawCoap.GET, options, new byte[0]).echo();
        options.add(new Option(RawCoap.ECHO, echo));
        Received first = raw.ask(RawCoap.CON, RawCoap.GET, options, new byte[0]);
        assertThat(first.option(RawCoap.OBSERVE)).isNotNull();
        tokens.add(first.token());
      }

      EdgeRig.await(rig.node.close());

      for (int number = 0; number < OBSERVERS; number++) {
        Received last = observers.get(number).receive();
        assertThat(last.codeText()).isEqualTo("5.03");
        assertThat(last.token()).isEqualTo(tokens.get(number));
        assertThat(last.option(RawCoap.OBSERVE)).isNull();
      }
      assertThat(rig.telemetry.count(Metric.EDGE_COAP_OBSERVATIONS_ENDED, "stopped"))
          .isEqualTo(OBSERVERS);
    } finally {
      observers.forEach(RawCoap::close);
      EdgeRig.await(rig.vertx().close());
    }
  }

  @Test
  void aPortThatIsTakenIsNamedWithItsSetting() throws IOException {
    try (DatagramSocket taken = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      CoapConfig coap = CoapConfig.defaults().withPort(taken.getLocalPort());
      EdgeConfig config = EdgeConfig.defaults().withMqtt(EdgeRig.plain()).withCoap(coap);

      assertThatThrownBy(() -> new EdgeRig(config))
          .hasStackTraceContaining(
              "CoAP on 127.0.0.1 port " + taken.getLocalPort() + " (settings edge.coap.host");
    }
  }

  @Test
  void whoShowsNothingIsNotLetInWhereClientsAreRegistered() {
    try (EdgeRig rig =
            new EdgeRig(EdgeRig.plain(), Server.registered(), AdmissionConfig.defaults());
        RawCoap raw = new RawCoap(rig.node.coapPort())) {
      Received refused =
          raw.ask(RawCoap.CON, RawCoap.POST, RawCoap.path("v1/up/1/probe"), rig.probe(rig.nowMs()));

      assertThat(refused.codeText()).isEqualTo("4.03");
      assertThat(refused.text()).contains("not_authorized");
      assertThat(rig.telemetry.count(Metric.EDGE_LOGINS_DENIED, "not_authorized")).isEqualTo(1);
      assertThat(rig.received()).isEqualTo(0);
      // What says nothing of anybody is told to everybody.
      assertThat(raw.get("v1/time").codeText()).isEqualTo("2.05");
    }
  }
}
