package city.wayside.kit.fleet;

import io.netty.handler.codec.mqtt.MqttConnectReturnCode;
import io.netty.handler.codec.mqtt.MqttProperties;
import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.mqtt.MqttEndpoint;
import io.vertx.mqtt.MqttServer;
import io.vertx.mqtt.MqttServerOptions;
import io.vertx.mqtt.messages.MqttPublishMessage;
import io.vertx.mqtt.messages.codes.MqttPubAckReasonCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A server that answers as its script says, and remembers what it heard.
final class ScriptedBroker implements AutoCloseable {

  /// What to do with a message.
  sealed interface Answer {
    /// Acknowledge it with a reason code.
    record Code(MqttPubAckReasonCode code) implements Answer {}

    /// Say nothing.
    record Silence() implements Answer {}

    /// Close the connection.
    record Close() implements Answer {}

    /// Acknowledge it, and tell the refusal on the client's own topic.
    record Notice(String json) implements Answer {}
  }

  static final Answer TAKEN = new Answer.Code(MqttPubAckReasonCode.SUCCESS);

  /// One message that arrived; `number` counts all of them from 0.
  record Heard(int number, String client, String topic, String payload, int qos) {}

  final List<Heard> heard = new CopyOnWriteArrayList<>();
  final List<String> connected = new CopyOnWriteArrayList<>();
  final List<String> disconnected = new CopyOnWriteArrayList<>();
  private final AtomicInteger count = new AtomicInteger();
  private final MqttServer server;
  private final Function<Heard, Answer> script;
  private final @Nullable MqttConnectReturnCode refusal;

  ScriptedBroker(
      Vertx vertx, Function<Heard, Answer> script, @Nullable MqttConnectReturnCode refusal) {
    this.script = script;
    this.refusal = refusal;
    this.server = MqttServer.create(vertx, new MqttServerOptions().setHost("127.0.0.1").setPort(0));
    server.endpointHandler(this::welcome).exceptionHandler(ignored -> {});
    server.listen().await();
  }

  int port() {
    return server.actualPort();
  }

  private void welcome(MqttEndpoint endpoint) {
    if (refusal != null) {
      endpoint.reject(refusal);
      return;
    }
    connected.add(endpoint.clientIdentifier());
    endpoint.disconnectHandler(bye -> disconnected.add(endpoint.clientIdentifier()));
    endpoint.publishHandler(message -> answer(endpoint, message));
    endpoint.subscribeHandler(request ->
        endpoint.subscribeAcknowledge(request.messageId(), List.of(MqttQoS.AT_MOST_ONCE)));
    endpoint.accept(false);
  }

  private void answer(MqttEndpoint endpoint, MqttPublishMessage message) {
    Heard one =
        new Heard(
            count.getAndIncrement(),
            endpoint.clientIdentifier(),
            message.topicName(),
            message.payload().toString(StandardCharsets.UTF_8),
            message.qosLevel().value());
    heard.add(one);
    switch (script.apply(one)) {
      case Answer.Code(MqttPubAckReasonCode code) -> acknowledge(endpoint, message, code);
      case Answer.Silence() -> {}
      case Answer.Close() -> endpoint.close();
      case Answer.Notice(String json) -> {
        String topic = "v1/refused/" + endpoint.clientIdentifier();
        endpoint.publish(topic, Buffer.buffer(json), MqttQoS.AT_MOST_ONCE, false, false);
        acknowledge(endpoint, message, MqttPubAckReasonCode.SUCCESS);
      }
    }
  }

  private static void acknowledge(
      MqttEndpoint endpoint, MqttPublishMessage message, MqttPubAckReasonCode code) {
    if (message.qosLevel() == MqttQoS.AT_MOST_ONCE) {
      return;
    }
    if (endpoint.protocolVersion() == 5) {
      endpoint.publishAcknowledge(message.messageId(), code, MqttProperties.NO_PROPERTIES);
    } else {
      endpoint.publishAcknowledge(message.messageId());
    }
  }

  @Override
  public void close() {
    server.close().await();
  }
}
