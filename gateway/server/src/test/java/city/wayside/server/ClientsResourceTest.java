package city.wayside.server;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.model.account.ClientFigures;
import city.wayside.model.account.MessageCounts;
import city.wayside.model.account.RefusalRecord;
import city.wayside.model.client.ClientRole;
import city.wayside.model.message.MessageKind;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClientsResourceTest {

  private static final String RSU =
      ("{'client':'rsu-1','edge':'edge-1','name':'Main Street','role':'rsu','protocol':'mqtt 5',"
              + "'connected':true,'connectedAt':'2026-11-23T04:00:00.000Z',"
              + "'seenAt':'2026-11-23T04:00:00.007Z','received':10,'admitted':5,'thinned':3,"
              + "'refused':{'clock':2,'thinned':3},'status':'{\\\"doorOpen\\\":true}'}")
          .replace('\'', '"');
  private static final String CAR =
      ("{'client':'car','edge':'edge-2','name':'car','role':'vehicle','protocol':'mqtt 3.1.1',"
              + "'connected':false,'connectedAt':'2026-11-23T04:00:00.000Z',"
              + "'seenAt':'2026-11-23T04:00:00.000Z','received':0,'admitted':0,'thinned':0,"
              + "'refused':{},'status':null}")
          .replace('\'', '"');

  private static final String LATE =
      ("{'at':'2026-11-23T04:00:00.000Z','client':'rsu-1','edge':'edge-1','type':'cam',"
              + "'code':'clock','reason':'t is 90000 ms behind'}")
          .replace('\'', '"');
  private static final String NOWHERE =
      ("{'at':'2026-11-23T03:59:59.999Z','client':'car','edge':'edge-2','type':null,"
              + "'code':'unknown_topic','reason':'no such topic'}")
          .replace('\'', '"');

  private RunningServer server;

  @BeforeEach
  void start() {
    server = RunningServer.start();
    server.clients.all.add(
        new ClientFigures(
            "rsu-1",
            "edge-1",
            "Main Street",
            ClientRole.RSU,
            "mqtt 5",
            true,
            Fixture.FOUR_MS,
            Fixture.FOUR_MS + 7,
            new MessageCounts(5, Map.of(Refusal.THINNED, 3L, Refusal.CLOCK, 2L)),
            "{\"doorOpen\":true}"));
    server.clients.all.add(
        new ClientFigures(
            "car",
            "edge-2",
            "car",
            ClientRole.VEHICLE,
            "mqtt 3.1.1",
            false,
            Fixture.FOUR_MS,
            Fixture.FOUR_MS,
            MessageCounts.NONE,
            ""));
    server.clients.refusals.add(
        new RefusalRecord(
            Fixture.FOUR_MS,
            "rsu-1",
            "edge-1",
            MessageKind.CAM,
            new Refused(Refusal.CLOCK, "t is 90000 ms behind")));
    server.clients.refusals.add(
        new RefusalRecord(
            Fixture.FOUR_MS - 1,
            "car",
            "edge-2",
            null,
            new Refused(Refusal.UNKNOWN_TOPIC, "no such topic")));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void clientsHaveWhatBecameOfTheirMessages() throws Exception {
    assertThat(server.get("/api/v1/clients").body())
        .isEqualTo("{\"count\":2,\"truncated\":false,\"clients\":[%s,%s]}".formatted(RSU, CAR));
  }

  @Test
  void moreThanTheLimitIsToldAsTruncated() throws Exception {
    assertThat(server.get("/api/v1/clients?limit=1").body())
        .isEqualTo("{\"count\":1,\"truncated\":true,\"clients\":[%s]}".formatted(RSU));
  }

  @Test
  void refusalsHaveCodeAndReason() throws Exception {
    assertThat(server.get("/api/v1/refusals").body())
        .isEqualTo("{\"count\":2,\"refusals\":[" + LATE + "," + NOWHERE + "]}");
    assertThat(server.get("/api/v1/refusals?limit=1").body())
        .isEqualTo("{\"count\":1,\"refusals\":[" + LATE + "]}");
  }

  @Test
  void limitsAreChecked() throws Exception {
    for (String path : List.of("clients", "refusals")) {
      assertThat(server.get("/api/v1/" + path + "?limit=1001").body())
          .contains("parameter 'limit' is '1001'; must be a whole number from 1 to 1000");
    }
  }

  @Test
  void onlyOperatorsAreAnswered() throws Exception {
    for (String path : List.of("clients", "refusals")) {
      assertThat(server.get("/api/v1/" + path, "X-Forwarded-For", "192.0.2.7").statusCode())
          .isEqualTo(403);
    }
  }
}
