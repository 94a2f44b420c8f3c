package city.wayside.edge.endpoint.mqtt;

import city.wayside.model.refusal.Refused;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttProperties.IntegerProperty;
import io.netty.handler.codec.mqtt.MqttProperties.StringProperty;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.messages.MqttPublishMessage;
import io.vertx.mqtt.messages.codes.MqttPubAckReasonCode;
import io.vertx.mqtt.messages.codes.MqttSubAckReasonCode;
import io.vertx.mqtt.messages.codes.MqttUnsubAckReasonCode;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;

/// The answers whose form depends on the protocol's version and on what the client asked for.
final class Replies {

  /// What a PUBACK with a reason has beside the reason itself, at most.
  private static final int PUBACK_FRAME_BYTES = 16;

  private final MqttEndpoint endpoint;
  private final boolean isMqtt5;
  private final int reasonBytesMax;

  Replies(MqttEndpoint endpoint) {
    this.endpoint = endpoint;
    this.isMqtt5 = Welcome.isMqtt5(endpoint);
    int packetBytesMax = asked(MqttProperties.MAXIMUM_PACKET_SIZE, Integer.MAX_VALUE);
    // MQTT 5 §3.1.2.11.7: 0 asks for reason codes without words; §3.4.2.2.2: never too large.
    boolean wantsReasons = asked(MqttProperties.REQUEST_PROBLEM_INFORMATION, 1) != 0;
    this.reasonBytesMax = wantsReasons ? packetBytesMax - PUBACK_FRAME_BYTES : -1;
  }

  private int asked(int property, int otherwise) {
    return endpoint.connectProperties().getProperty(property) instanceof IntegerProperty number
        ? number.value()
        : otherwise;
  }

  /// Ends the exchange of a refused message. MQTT 3.1.1 has no code for it: the client is told that
  /// the message has arrived, for otherwise it would send it again for ever.
  void refuse(MqttPublishMessage message, Refused refused) {
    switch (message.qosLevel()) {
      case AT_LEAST_ONCE -> {
        if (isMqtt5) {
          endpoint.publishAcknowledge(
              message.messageId(),
              MqttPubAckReasonCode.valueOf((byte) refused.code().mqttReasonCode()),
              reason(refused));
        } else {
          endpoint.publishAcknowledge(message.messageId());
        }
      }
      case EXACTLY_ONCE -> endpoint.publishReceived(message.messageId());
      case AT_MOST_ONCE, FAILURE -> {}
    }
  }

  private MqttProperties reason(Refused refused) {
    byte[] words = refused.reason().getBytes(StandardCharsets.UTF_8);
    if (words.length > reasonBytesMax) {
      return MqttProperties.NO_PROPERTIES;
    }
    MqttProperties properties = new MqttProperties();
    properties.add(new StringProperty(MqttProperties.REASON_STRING, refused.reason()));
    return properties;
  }

  /// Ends a QoS 2 exchange: nothing is kept for it after PUBREC, so there is nothing to forget.
  void complete(int messageId) {
    endpoint.publishComplete(messageId);
  }

  /// Answers a SUBSCRIBE, filter by filter.
  void subscribed(int messageId, List<MqttSubAckReasonCode> codes) {
    if (isMqtt5) {
      endpoint.subscribeAcknowledge(messageId, codes, MqttProperties.NO_PROPERTIES);
    } else {
      endpoint.subscribeAcknowledge(messageId, codes.stream().map(Replies::granted).toList());
    }
  }

  /// Answers an UNSUBSCRIBE of so many filters: none of them is heard of any more.
  void unsubscribed(int messageId, int filtersCount) {
    if (isMqtt5) {
      endpoint.unsubscribeAcknowledge(
          messageId,
          Collections.nCopies(filtersCount, MqttUnsubAckReasonCode.SUCCESS),
          MqttProperties.NO_PROPERTIES);
    } else {
      endpoint.unsubscribeAcknowledge(messageId);
    }
  }

  /// MQTT 3.1.1 knows only one failure, 0x80.
  private static MqttQoS granted(MqttSubAckReasonCode code) {
    return code.isError() ? MqttQoS.FAILURE : MqttQoS.valueOf(code.value());
  }
}
