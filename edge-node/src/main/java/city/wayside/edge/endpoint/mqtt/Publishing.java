package city.wayside.edge.endpoint.mqtt;

import city.wayside.edge.endpoint.mqtt.packet.PacketWriter;
import city.wayside.edge.endpoint.mqtt.packet.Publish;
import city.wayside.edge.endpoint.mqtt.packet.ReasonCode;
import city.wayside.edge.endpoint.mqtt.packet.Violation;
import city.wayside.edge.inbound.BatchReceipt;
import city.wayside.edge.inbound.BatchReceipt.Answer;
import city.wayside.edge.inbound.Inbound;
import city.wayside.edge.inbound.Intake;
import city.wayside.edge.inbound.Receipts;
import city.wayside.edge.inbound.topic.BatchReader;
import city.wayside.edge.inbound.topic.UpTopic;
import city.wayside.model.message.MessageKind;
import city.wayside.model.refusal.Refusal;
import city.wayside.model.refusal.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// What clients publish: from PUBLISH to the answer that ends its exchange, for all connections of
/// one event loop.
final class Publishing {

  /// Marks receipts of QoS 2 messages, whose packet ids have 16 bits.
  private static final int QOS_2 = 1 << 16;

  private final MqttLoop loop;
  private final MqttConfig config;
  private final Intake intake;
  private final BatchReader batches = new BatchReader();

  Publishing(MqttLoop loop) {
    this.loop = loop;
    this.config = loop.parts().config();
    this.intake = loop.parts().intake();
  }

  /// Takes a PUBLISH.
  void publish(MqttConnection from, Publish publish) {
    Visit visit = from.visit();
    if (publish.qos() == 2 && !visit.isNew(publish.packetId())) {
      // Sent again: it is not taken twice (MQTT 5 §4.3.3). Still on its way to the grid, it is
      // answered when it is there.
      if (visit.isReceived(publish.packetId())) {
        PacketWriter.pubRec(
            from.wire().out(), from.spoken(), publish.packetId(), ReasonCode.SUCCESS, null);
      }
      return;
    }
    if (publish.qos() > 0) {
      if (from.isMqtt5() && visit.underWayCount() >= config.limits().unacknowledgedMax()) {
        from.violated(
            new Violation(
                ReasonCode.RECEIVE_MAXIMUM_EXCEEDED,
                "more than " + config.limits().unacknowledgedMax() + " messages under way"));
        return;
      }
      visit.underWay();
    }
    if (publish.topicAlias() == 0) {
      take(from, publish, publish.bytes(), publish.topicOffset(), publish.topicLength());
    } else {
      takeAliased(from, publish);
    }
    if (publish.qos() > 0
        && !from.isEnded()
        && visit.underWayCount() >= config.limits().unacknowledgedMax()
        && !from.isMqtt5()) {
      // MQTT 3.1.1 has no receive maximum: the client feels it in its socket.
      from.hold();
    }
  }

  private void takeAliased(MqttConnection from, Publish publish) {
    Visit visit = from.visit();
    byte[] topic;
    if (publish.topicAlias() > config.limits().aliasesMax()) {
      from.violated(
          new Violation(
              ReasonCode.TOPIC_ALIAS_INVALID, "topic alias above " + config.limits().aliasesMax()));
      return;
    }
    if (publish.topicLength() > 0) {
      int offset = publish.topicOffset();
      topic = Arrays.copyOfRange(publish.bytes(), offset, offset + publish.topicLength());
      visit.alias(publish.topicAlias(), topic);
    } else {
      byte[] known = visit.topicOf(publish.topicAlias());
      if (known == null) {
        from.violated(
            new Violation(ReasonCode.TOPIC_ALIAS_INVALID, "topic alias that stands for nothing"));
        return;
      }
      topic = known;
    }
    take(from, publish, topic, 0, topic.length);
  }

  private void take(MqttConnection from, Publish publish, byte[] topic, int offset, int length) {
    switch (loop.upTopics().read(topic, offset, length)) {
      case UpTopic.Up up -> take(from, publish, up);
      case UpTopic.Queued queued ->
          take(from, publish, new UpTopic.Up(Inbound.STATION_IN_PAYLOAD, queued.kind()));
      case UpTopic.Status(String client) -> {
        if (isOwn(from, publish, client, MessageKind.STATUS)) {
          take(from, publish, new UpTopic.Up(Inbound.STATION_IN_PAYLOAD, MessageKind.STATUS));
        }
      }
      case UpTopic.Batch(String client) -> {
        if (isOwn(from, publish, client, null)) {
          takeBatch(from, publish);
        }
      }
      case UpTopic.Elsewhere(Refused refused) -> turnAway(from, publish, null, refused);
    }
  }

  private void take(MqttConnection from, Publish publish, UpTopic.Up topic) {
    Refused tooLong = tooLong(publish);
    if (tooLong != null) {
      turnAway(from, publish, topic.kind(), tooLong);
      return;
    }
    Refused refused =
        intake.take(
            new Inbound(
                from,
                receiptId(publish),
                topic.kind(),
                topic.stationId(),
                publish.bytes(),
                publish.payloadOffset(),
                publish.payloadLength(),
                loop.nowMs()));
    if (refused != null) {
      refuse(from, publish, refused);
    }
  }

  private @Nullable Refused tooLong(Publish publish) {
    int bytesMax = config.limits().payloadBytesMax();
    return publish.payloadLength() <= bytesMax
        ? null
        : new Refused(
            Refusal.TOO_LARGE,
            "the payload has " + publish.payloadLength() + " bytes, must be at most " + bytesMax);
  }

  /// A client speaks for itself, by its id or as `-`.
  private boolean isOwn(
      MqttConnection from, Publish publish, String client, @Nullable MessageKind kind) {
    if (client.equals(UpTopic.SELF) || client.equals(from.id())) {
      return true;
    }
    turnAway(
        from,
        publish,
        kind,
        new Refused(
            Refusal.NOT_AUTHORIZED,
            "the topic's client is " + client + ", must be - or the client's own id"));
    return false;
  }

  /// Takes the messages of a batch one by one: a bad one does not lose its neighbours.
  private void takeBatch(MqttConnection from, Publish publish) {
    Refused tooLong = tooLong(publish);
    if (tooLong != null) {
      turnAway(from, publish, null, tooLong);
      return;
    }
    int receiptId = receiptId(publish);
    BatchReceipt receipt = new BatchReceipt(from, receiptId);
    Refused first = null;
    batches.start(publish.bytes(), publish.payloadOffset(), publish.payloadLength());
    while (batches.next()) {
      Refused refused = batches.refused();
      if (refused != null) {
        intake.turnedAway(from, null, refused);
      } else {
        refused = intake.take(batched(receipt, receiptId, publish));
      }
      receipt.taken(refused);
      first = first == null ? refused : first;
    }
    Answer answer = receipt.complete();
    if (answer != null) {
      answerBatch(from, answer);
    }
    if (first != null) {
      // One notice tells of the whole batch.
      loop.notices().tell(from, first, publish.topic(), publish.packetId());
    }
  }

  private Inbound batched(BatchReceipt receipt, int receiptId, Publish publish) {
    return new Inbound(
        receipt,
        receiptId,
        batches.kind(),
        Inbound.STATION_IN_PAYLOAD,
        publish.bytes(),
        batches.offset(),
        batches.length(),
        loop.nowMs());
  }

  private void answerBatch(MqttConnection to, Answer answer) {
    Refused refused = answer.refused();
    if (refused != null && !refused.code().tellsSuccess()) {
      answer(to, answer.messageId(), refused.code().mqttReasonCode(), refused.reason());
    } else {
      answer(to, answer.messageId(), ReasonCode.SUCCESS, answer.remark());
    }
  }

  /// True for the topic on which a client publishes its own status, and its will.
  boolean isStatusTopic(String topic, String clientId) {
    byte[] bytes = topic.getBytes(StandardCharsets.UTF_8);
    return loop.upTopics().read(bytes, 0, bytes.length) instanceof UpTopic.Status(String client)
        && (client.equals(UpTopic.SELF) || client.equals(clientId));
  }

  private static int receiptId(Publish publish) {
    return switch (publish.qos()) {
      case 0 -> Inbound.NO_ANSWER;
      case 1 -> publish.packetId();
      default -> publish.packetId() | QOS_2;
    };
  }

  /// Refuses what the pipeline never saw.
  private void turnAway(
      MqttConnection from, Publish publish, @Nullable MessageKind kind, Refused refused) {
    intake.turnedAway(from, kind, refused);
    refuse(from, publish, refused);
  }

  /// Ends the exchange of a refused message. MQTT 3.1.1 has no code for it: the client is told that
  /// the message has arrived, for otherwise it would send it again for ever.
  private void refuse(MqttConnection from, Publish publish, Refused refused) {
    if (!refused.code().tellsSuccess()) {
      answer(from, receiptId(publish), refused.code().mqttReasonCode(), refused.reason());
    }
    loop.notices().tell(from, refused, publish.topic(), publish.packetId());
  }

  /// Tells clients that their messages are kept.
  void acknowledge(Receipts receipts) {
    for (int place = 0; place < receipts.count(); place++) {
      switch (receipts.client(place)) {
        case MqttConnection to when to.isOpen() -> {
          answer(to, receipts.messageId(place), ReasonCode.SUCCESS, null);
          takeMore(to);
        }
        case BatchReceipt batch -> {
          Answer answer = batch.kept();
          if (answer != null && batch.sender() instanceof MqttConnection to && to.isOpen()) {
            answerBatch(to, answer);
            takeMore(to);
          }
        }
        default -> {}
      }
    }
  }

  private void takeMore(MqttConnection from) {
    if (from.isHeld() && from.visit().underWayCount() <= config.limits().unacknowledgedMax() / 2) {
      from.release();
    }
  }

  private void answer(MqttConnection to, int receiptId, int reasonCode, @Nullable String reason) {
    if (receiptId == Inbound.NO_ANSWER) {
      return;
    }
    Visit visit = to.visit();
    int packetId = receiptId & ~QOS_2;
    int code = to.isMqtt5() ? reasonCode : ReasonCode.SUCCESS;
    String words =
        to.isMqtt5() && reason != null && !reason.isEmpty() ? visit.reasonFor(reason) : null;
    if ((receiptId & QOS_2) == 0) {
      visit.answered();
      PacketWriter.pubAck(
          to.wire().out(), to.spoken(), packetId, code, words, visit.packetBytesMax());
      return;
    }
    if (ReasonCode.isFailure(code)) {
      // A PUBREC that says no ends the exchange; there will be no PUBREL (MQTT 5 §4.3.3).
      visit.release(packetId);
      visit.answered();
    } else {
      visit.received(packetId);
    }
    PacketWriter.pubRec(
        to.wire().out(), to.spoken(), packetId, code, words, visit.packetBytesMax());
  }

  /// Ends a QoS 2 exchange: its packet id is free again.
  void release(MqttConnection from, int packetId) {
    Visit visit = from.visit();
    boolean wasThere = visit.release(packetId);
    if (wasThere) {
      visit.answered();
    }
    PacketWriter.pubComp(
        from.wire().out(),
        from.spoken(),
        packetId,
        wasThere || !from.isMqtt5() ? ReasonCode.SUCCESS : ReasonCode.PACKET_IDENTIFIER_NOT_FOUND,
        null);
  }
}
