package city.wayside.edge.endpoint.mqtt;

import io.netty.handler.codec.mqtt.MqttQoS;
import io.vertx.mqtt.messages.codes.MqttSubAckReasonCode;

/// What one client is subscribed to. It may have the refusals of its own messages, and what is sent
/// down to one station or client.
final class Subscriptions {

  private static final String DOWN = "v1/down/";

  private final String refusals;
  private boolean hasRefusals;

  Subscriptions(String clientId) {
    refusals = RefusalNotice.topicOf(clientId);
  }

  /// Answers one filter of a SUBSCRIBE.
  MqttSubAckReasonCode subscribe(String filter, MqttQoS wanted) {
    if (filter.startsWith("$share/")) {
      return MqttSubAckReasonCode.SHARED_SUBSCRIPTIONS_NOT_SUPPORTED;
    }
    if (filter.equals(refusals)) {
      hasRefusals = true;
      // Notices are sent once; a client that needs certainty has the reason in its PUBACK.
      return MqttSubAckReasonCode.qosGranted(MqttQoS.AT_MOST_ONCE);
    }
    if (isDown(filter)) {
      return MqttSubAckReasonCode.qosGranted(
          wanted == MqttQoS.AT_MOST_ONCE ? wanted : MqttQoS.AT_LEAST_ONCE);
    }
    return MqttSubAckReasonCode.NOT_AUTHORIZED;
  }

  /// Ends a subscription.
  void unsubscribe(String filter) {
    if (filter.equals(refusals)) {
      hasRefusals = false;
    }
  }

  /// True when the client wants to be told of its refused messages.
  boolean hasRefusals() {
    return hasRefusals;
  }

  /// `v1/down/{one}/#`: one station or client, all types.
  private static boolean isDown(String filter) {
    int end = filter.length() - 2;
    if (!filter.startsWith(DOWN) || !filter.endsWith("/#") || end <= DOWN.length()) {
      return false;
    }
    for (int at = DOWN.length(); at < end; at++) {
      char letter = filter.charAt(at);
      if (letter == '/' || letter == '+' || letter == '#') {
        return false;
      }
    }
    return true;
  }
}
