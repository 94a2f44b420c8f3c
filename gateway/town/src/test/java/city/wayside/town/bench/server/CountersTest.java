package city.wayside.town.bench.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CountersTest {

  private static final String TEXT =
      """
      # TYPE wayside_edge_messages_received_total counter
      wayside_edge_messages_received_total{type="cam"} 90.0
      wayside_edge_messages_received_total{otel_scope_name="w",type="denm"} 1.0E1
      wayside_edge_messages_refused_total{code="thinned"} 7.0
      wayside_edge_messages_refused_total{code="clock"} 3.0
      wayside_edge_messages_thinned_total{beacon="cam-qos0"} 7.0
      wayside_edge_messages_stored_total 90.0
      wayside_edge_connections 4.0
      """;

  @Test
  void everyMessageIsStoredOrRefused() {
    Counters counters = Counters.parse(TEXT);

    assertThat(counters.received()).isEqualTo(100);
    assertThat(counters.settled()).isEqualTo(new Settled(90, 10));
    assertThat(counters.thinned()).isEqualTo(7);
    assertThat(counters.lines())
        .containsExactly(
            "received cam 90",
            "received denm 10",
            "refused clock 3",
            "refused thinned 7",
            "stored 90",
            "thinned cam-qos0 7");
  }

  @Test
  void whatWasThereBeforeDoesNotCount() {
    Counters before = Counters.parse("wayside_edge_messages_stored_total 40.0\n");

    assertThat(Counters.parse(TEXT).since(before).stored()).isEqualTo(50);
  }
}
