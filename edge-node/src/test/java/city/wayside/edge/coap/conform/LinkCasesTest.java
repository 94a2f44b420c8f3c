package city.wayside.edge.coap.conform;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.coap.CoapCaller;
import city.wayside.edge.rig.Served;
import city.wayside.edge.rig.Server;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// Looking for what there is (RFC 6690).
@ExtendWith(Served.class)
class LinkCasesTest {

  private static final List<String> ALL =
      List.of("</v1/up>", "</v1/up/batch>", "</v1/down>", "</v1/geo>", "</v1/time>");
  private static final int LINK_FORMAT = 40;

  private final CoapCaller caller;

  LinkCasesTest(Server server) {
    caller = new CoapCaller(server.coapPort());
  }

  @AfterEach
  void close() {
    caller.close();
  }

  /// The targets of the links that match a filter.
  private List<String> targets(String filter) {
    Response answer = caller.get(".well-known/core" + filter);
    assertThat(answer.getCode()).isEqualTo(ResponseCode.CONTENT);
    assertThat(answer.getOptions().getContentFormat()).isEqualTo(LINK_FORMAT);
    return Stream.of(answer.getPayloadString().split(","))
        .filter(link -> !link.isEmpty())
        .map(link -> link.substring(0, link.indexOf('>') + 1))
        .toList();
  }

  @Test
  @Plugtest("TD_COAP_LINK_01")
  void whatThereIsIsListed() {
    assertThat(targets("")).isEqualTo(ALL);
  }

  @Test
  @Plugtest({"TD_COAP_LINK_02", "TD_COAP_LINK_04"})
  void aTypeIsMetAsAWhole() {
    assertThat(targets("?rt=wayside.up")).containsExactly("</v1/up>");
    assertThat(targets("?rt=wayside")).isEmpty();
    assertThat(targets("?rt=wayside.u*")).containsExactly("</v1/up>");
  }

  @Test
  @Plugtest("TD_COAP_LINK_03")
  void aStarAloneMeetsWhateverHasTheAttribute() {
    assertThat(targets("?rt=*")).isEqualTo(ALL);
    assertThat(targets("?obs")).containsExactly("</v1/down>", "</v1/geo>");
  }

  @Test
  @Plugtest({"TD_COAP_LINK_05", "TD_COAP_LINK_06"})
  void attributesThatNothingHasMeetNothing() {
    assertThat(targets("?if=If*")).isEmpty();
    assertThat(targets("?sz=*")).isEmpty();
  }

  @Test
  @Plugtest({"TD_COAP_LINK_07", "TD_COAP_LINK_08"})
  void aTargetIsMetAsAWholeOrByItsBeginning() {
    assertThat(targets("?href=/v1/up")).containsExactly("</v1/up>");
    assertThat(targets("?href=/v1/up*")).containsExactly("</v1/up>", "</v1/up/batch>");
    assertThat(targets("?href=/*")).isEqualTo(ALL);
    assertThat(targets("?href=/v1/up*&rt=wayside.batch")).containsExactly("</v1/up/batch>");
  }

  /// There is one list, and it has no lists below it.
  @Test
  @Plugtest("TD_COAP_LINK_09")
  void noLinkLeadsToFurtherLinks() {
    assertThat(targets("?ct=40")).isEmpty();
    assertThat(targets("?ct=50")).containsExactly("</v1/up>", "</v1/time>");
  }
}
