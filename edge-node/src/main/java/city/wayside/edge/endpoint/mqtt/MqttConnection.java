package city.wayside.edge.endpoint.mqtt;

import city.wayside.edge.account.ClientAccount;
import city.wayside.edge.endpoint.mqtt.UpTopic.Elsewhere;
import city.wayside.edge.endpoint.mqtt.UpTopic.Up;
import city.wayside.edge.inbound.Acknowledger;
import city.wayside.edge.inbound.Client;
import city.wayside.edge.inbound.Inbound;
import city.wayside.edge.inbound.Intake;
import city.wayside.edge.rate.TokenBucket;
import city.wayside.model.client.ClientRole;
import city.wayside.model.client.Grant;
import city.wayside.model.client.SpeaksFor;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Future;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.messages.MqttPublishMessage;
import io.vertx.mqtt.messages.MqttSubscribeMessage;
import io.vertx.mqtt.messages.MqttUnsubscribeMessage;
import io.vertx.mqtt.messages.codes.MqttDisconnectReasonCode;
import io.vertx.mqtt.messages.codes.MqttSubAckReasonCode;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One client's connection, from CONNACK to its end. Its event loop only.
final class MqttConnection implements Client {

  private static final Logger LOG = LoggerFactory.getLogger(MqttConnection.class);

  /// Marks receipts of QoS 2 messages, whose packet ids have 16 bits.
  private static final int QOS_2 = 1 << 16;

  private final MqttLoop loop;
  private final MqttEndpoint endpoint;
  private final Intake intake;
  private final String id;
  private final Grant grant;
  private final ClientAccount account;
  private final boolean isMqtt5;
  private final Subscriptions subscriptions;
  private final Replies replies;
  private final TokenBucket noticeQuota;

  MqttConnection(MqttLoop loop, MqttEndpoint endpoint, Intake intake, String id) {
    this.loop = loop;
    this.endpoint = endpoint;
    this.intake = intake;
    this.id = id;
    this.isMqtt5 = Welcome.isMqtt5(endpoint);
    String userName = endpoint.auth() == null ? null : endpoint.auth().getUsername();
    String name = userName == null || userName.isEmpty() ? id : userName;
    this.grant = new Grant(name, ClientRole.VEHICLE, SpeaksFor.EVERYONE, Double.MAX_VALUE);
    String protocol = isMqtt5 ? "mqtt 5" : "mqtt 3.1.1";
    this.account = intake.accounts().connected(id, grant, protocol, loop.nowMs());
    this.subscriptions = new Subscriptions(id);
    this.replies = new Replies(endpoint);
    int noticesPerS = loop.config().noticesPerS();
    this.noticeQuota = new TokenBucket(noticesPerS, noticesPerS, loop.nowMs());
  }

  /// Has the endpoint call this connection.
  void attach() {
    endpoint
        .publishHandler(this::publish)
        .publishReleaseHandler(replies::complete)
        .subscribeHandler(this::subscribe)
        .unsubscribeHandler(this::unsubscribe)
        .exceptionHandler(this::fault)
        .closeHandler(_ -> {
          intake.accounts().disconnected(account, loop.nowMs());
          loop.closed(this);
        });
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Grant grant() {
    return grant;
  }

  @Override
  public ClientAccount account() {
    return account;
  }

  @Override
  public Acknowledger acknowledger() {
    return loop;
  }

  /// Its event loop's side of things.
  MqttLoop loop() {
    return loop;
  }

  /// Tells the client that a message of its is kept.
  void acknowledge(int receiptId) {
    if (!endpoint.isConnected()) {
      return;
    }
    if ((receiptId & QOS_2) != 0) {
      endpoint.publishReceived(receiptId & ~QOS_2);
    } else {
      endpoint.publishAcknowledge(receiptId);
    }
  }

  /// Ends the connection; MQTT 5 clients are told why.
  void disconnect(MqttDisconnectReasonCode why) {
    if (endpoint.isConnected()) {
      endpoint.disconnect(why, MqttProperties.NO_PROPERTIES);
    }
  }

  private void publish(MqttPublishMessage message) {
    if (isMqtt5 && message.qosLevel() == MqttQoS.EXACTLY_ONCE) {
      // CONNACK said so: MQTT 5 §3.3.2-2 and reason code 0x9B.
      disconnect(MqttDisconnectReasonCode.QOS_NOT_SUPPORTED);
      return;
    }
    switch (UpTopic.parse(message.topicName())) {
      case Up up -> publish(message, up);
      case Elsewhere(Refused refused) -> {
        intake.turnedAway(this, null, refused);
        refuse(message, refused);
      }
    }
  }

  private void publish(MqttPublishMessage message, Up topic) {
    int length = message.payload().length();
    int lengthMax = loop.config().payloadBytesMax();
    if (length > lengthMax) {
      Refused tooLarge =
          new Refused(
              Refusal.TOO_LARGE,
              "the payload has " + length + " bytes, must be at most " + lengthMax);
      intake.turnedAway(this, topic.kind(), tooLarge);
      refuse(message, tooLarge);
      return;
    }
    Payload payload = Payload.of(message.payload());
    Inbound inbound =
        new Inbound(
            this,
            receiptId(message),
            topic.kind(),
            topic.stationId(),
            payload.bytes(),
            payload.offset(),
            length,
            loop.nowMs());
    Refused refused = intake.take(inbound);
    if (refused != null) {
      refuse(message, refused);
    }
  }

  private static int receiptId(MqttPublishMessage message) {
    return switch (message.qosLevel()) {
      case AT_LEAST_ONCE -> message.messageId();
      case EXACTLY_ONCE -> message.messageId() | QOS_2;
      case AT_MOST_ONCE, FAILURE -> Inbound.NO_ANSWER;
    };
  }

  /// Answers a refused message, so that it is not sent again for ever, and tells the client why.
  private void refuse(MqttPublishMessage message, Refused refused) {
    if (!refused.code().tellsSuccess()) {
      replies.refuse(message, refused);
    }
    long nowMs = loop.nowMs();
    if (subscriptions.hasRefusals() && noticeQuota.take(nowMs)) {
      RefusalNotice notice =
          new RefusalNotice(refused, message.topicName(), Math.max(0, message.messageId()), nowMs);
      Future<Integer> _ =
          endpoint.publish(
              RefusalNotice.topicOf(id), notice.json(), MqttQoS.AT_MOST_ONCE, false, false, 0);
    }
  }

  private void subscribe(MqttSubscribeMessage message) {
    List<MqttSubAckReasonCode> codes =
        message.topicSubscriptions().stream()
            .map(wanted -> subscriptions.subscribe(wanted.topicName(), wanted.qualityOfService()))
            .toList();
    replies.subscribed(message.messageId(), codes);
  }

  private void unsubscribe(MqttUnsubscribeMessage message) {
    message.topics().forEach(subscriptions::unsubscribe);
    replies.unsubscribed(message.messageId(), message.topics().size());
  }

  /// A fault of the protocol or of the network ends the connection. The library's own exceptions
  /// are Throwables that are no Exceptions: they come here and go no further.
  private void fault(Throwable fault) {
    LOG.debug("Connection of client {} ends: {}", id, fault.toString());
    if (fault instanceof TooLongFrameException) {
      intake.turnedAway(this, null, new Refused(Refusal.TOO_LARGE, "the packet is too long"));
      disconnect(MqttDisconnectReasonCode.PACKET_TOO_LARGE);
    } else if (fault instanceof DecoderException) {
      disconnect(MqttDisconnectReasonCode.MALFORMED_PACKET);
    }
  }
}
