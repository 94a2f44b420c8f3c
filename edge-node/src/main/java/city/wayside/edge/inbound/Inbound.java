package city.wayside.edge.inbound;

import city.wayside.model.message.MessageKind;
import java.util.Arrays;

/// One message as it came in, not yet decoded. Its bytes belong to the endpoint: they are valid
/// until the endpoint's call returns.
///
/// @param client who sent it
/// @param messageId by what the client knows it when it is acknowledged, or [#NO_ANSWER]
/// @param kind what the topic or path says it is
/// @param stationId the station of the topic or path, or [#STATION_IN_PAYLOAD]
/// @param bytes holds the payload; only to be read
/// @param offset index of the payload's first byte
/// @param length how many bytes the payload has
/// @param receivedMs when it was received, milliseconds since 1970
public record Inbound(
    Client client,
    int messageId,
    MessageKind kind,
    long stationId,
    byte[] bytes,
    int offset,
    int length,
    long receivedMs) {

  /// The id of messages whose sender waits for no answer (MQTT QoS 0).
  public static final int NO_ANSWER = 0;

  /// The station of topics that leave it to the payload.
  public static final long STATION_IN_PAYLOAD = -1;

  private static final byte[] NO_BYTES = new byte[0];

  /// True when the payload is taken for JSON, because it begins with `{`.
  public boolean isJson() {
    return length > 0 && bytes[offset] == '{';
  }

  /// A copy of the payload, for what outlives the endpoint's call.
  public byte[] payload() {
    return Arrays.copyOfRange(bytes, offset, offset + length);
  }

  /// The same without its payload, for what only has to be answered later.
  public Inbound withoutBytes() {
    return new Inbound(client, messageId, kind, stationId, NO_BYTES, 0, 0, receivedMs);
  }

  /// True when the sender waits for an answer.
  public boolean wantsAnswer() {
    return messageId != NO_ANSWER;
  }
}
