package city.wayside.kit.coap;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.californium.core.coap.CoAP;
import org.eclipse.californium.core.coap.CoAP.ResponseCode;
import org.eclipse.californium.core.coap.EmptyMessage;
import org.eclipse.californium.core.coap.Message;
import org.eclipse.californium.core.coap.Request;
import org.eclipse.californium.core.coap.Response;
import org.eclipse.californium.core.coap.Token;
import org.eclipse.californium.core.config.CoapConfig;
import org.eclipse.californium.core.network.serialization.UdpDataParser;
import org.eclipse.californium.core.network.serialization.UdpDataSerializer;
import org.eclipse.californium.elements.config.Configuration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Californium reads what we write, and writes what we read.
class CoapPacketsTest {

  private static final byte[] PAYLOAD = "{\"t\":1}".getBytes(StandardCharsets.UTF_8);

  @BeforeAll
  static void register() {
    CoapConfig.register();
    Configuration.getStandard();
  }

  private static Message parsed(byte[] message) {
    return new UdpDataParser().parseMessage(message);
  }

  @Test
  void aPostIsReadAsItWasMeant() {
    byte[] options = CoapPackets.options("v1/up/4294967295/probe", 50, true);

    Request request =
        (Request) parsed(CoapPackets.post(CoapPackets.CON, 0xABCD, 0x0102, options, PAYLOAD));

    assertThat(request.getType()).isEqualTo(CoAP.Type.CON);
    assertThat(request.getCode()).isEqualTo(CoAP.Code.POST);
    assertThat(request.getMID()).isEqualTo(0xABCD);
    assertThat(request.getTokenBytes()).containsExactly(1, 2);
    assertThat(request.getOptions().getUriPath())
        .isEqualTo(List.of("v1", "up", "4294967295", "probe"));
    assertThat(request.getOptions().getContentFormat()).isEqualTo(50);
    assertThat(request.getOptions().hasNoResponse()).isFalse();
    assertThat(request.getPayload()).isEqualTo(PAYLOAD);
  }

  @Test
  void longLevelsAndTheWishForSilenceAreReadToo() {
    String level = "x".repeat(13);
    String longer = "y".repeat(300 - 45);
    byte[] options = CoapPackets.options(level + "/" + longer, 42, false);

    Request request =
        (Request) parsed(CoapPackets.post(CoapPackets.NON, 1, 0xFFFF, options, new byte[] {7}));

    assertThat(request.getType()).isEqualTo(CoAP.Type.NON);
    assertThat(request.getOptions().getUriPath()).isEqualTo(List.of(level, longer));
    assertThat(request.getOptions().getNoResponse().getMask()).isEqualTo(26);
    assertThat(request.getPayload()).containsExactly(7);
  }

  @Test
  void emptyMessagesAreEmpty() {
    Message ping = parsed(CoapPackets.empty(CoapPackets.CON, 7));
    Message acknowledgement = parsed(CoapPackets.empty(CoapPackets.ACK, 65_535));

    assertThat(ping).isInstanceOf(EmptyMessage.class);
    assertThat(ping.getType()).isEqualTo(CoAP.Type.CON);
    assertThat(acknowledgement.getType()).isEqualTo(CoAP.Type.ACK);
    assertThat(acknowledgement.getMID()).isEqualTo(65_535);
  }

  @Test
  void aResponseIsReadWithItsOptionsPassedOver() {
    Response response = new Response(ResponseCode.TOO_MANY_REQUESTS);
    response.setType(CoAP.Type.ACK);
    response.setMID(0xFEDC);
    response.setToken(new Token(new byte[] {(byte) 0xFF, 1}));
    response.getOptions().setMaxAge(5);
    response.setPayload("slowly");

    byte[] bytes = new UdpDataSerializer().getByteArray(response);

    assertThat(CoapReply.read(bytes))
        .isEqualTo(new CoapReply(CoapPackets.ACK, 0x9D, 0xFEDC, 0xFF01));
    assertThat(CoapCode.word(0x9D)).isEqualTo("4.29");
    assertThat(CoapCode.word(CoapCode.CHANGED)).isEqualTo("2.04");
  }
}
