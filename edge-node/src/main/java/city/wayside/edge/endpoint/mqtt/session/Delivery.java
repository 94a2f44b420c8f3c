package city.wayside.edge.endpoint.mqtt.session;

import city.wayside.model.downlink.DownMessage;

/// One message on its way to one client.
///
/// @param sequence its place in the log
/// @param outgoing its bytes, shared by all who get it
/// @param qos 0 or 1
/// @param isRetained true when it is told to be one from before the subscription
/// @param identifiers of the subscriptions that it matches; empty for none
public record Delivery(
    long sequence, Outgoing outgoing, int qos, boolean isRetained, int[] identifiers) {

  /// The identifiers of subscriptions without any.
  public static final int[] NO_IDENTIFIERS = {};

  DownMessage message() {
    return outgoing.message();
  }
}
