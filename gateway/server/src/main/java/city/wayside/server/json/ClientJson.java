package city.wayside.server.json;

import city.wayside.model.account.ClientFigures;
import city.wayside.model.account.RefusalRecord;
import city.wayside.model.message.MessageKind;
import city.wayside.model.refusal.Refusal;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What became of the clients' messages; for operators only, because it tells who is connected.
public final class ClientJson {

  private ClientJson() {}

  /// Clients with their figures.
  ///
  /// @param truncated true when there are more than are shown
  public static byte[] clients(List<ClientFigures> clients, boolean truncated) {
    return JsonBytes.of(json -> {
      Timestamps times = new Timestamps();
      json.writeStartObject();
      json.writeNumberField("count", clients.size());
      json.writeBooleanField("truncated", truncated);
      json.writeArrayFieldStart("clients");
      for (ClientFigures client : clients) {
        write(json, times, client);
      }
      json.writeEndArray();
      json.writeEndObject();
    });
  }

  private static void write(JsonGenerator json, Timestamps times, ClientFigures client)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("client", client.clientId());
    json.writeStringField("edge", client.edgeId());
    json.writeStringField("name", client.name());
    json.writeStringField("role", client.role().word());
    json.writeStringField("protocol", client.protocol());
    json.writeBooleanField("connected", client.isConnected());
    times.write(json, "connectedAt", client.connectedMs());
    times.write(json, "seenAt", client.seenMs());
    json.writeNumberField("received", client.counts().receivedCount());
    json.writeNumberField("admitted", client.counts().admittedCount());
    json.writeNumberField("thinned", client.counts().thinnedCount());
    json.writeObjectFieldStart("refused");
    // In the order of the codes, so that the same figures are the same text.
    for (Map.Entry<Refusal, Long> code :
        new TreeMap<>(client.counts().refusedCounts()).entrySet()) {
      json.writeNumberField(code.getKey().word(), code.getValue());
    }
    json.writeEndObject();
    if (client.status().isEmpty()) {
      json.writeNullField("status");
    } else {
      json.writeStringField("status", client.status());
    }
    json.writeEndObject();
  }

  /// Refusals, in the order given.
  public static byte[] refusals(List<RefusalRecord> refusals) {
    return JsonBytes.of(json -> {
      Timestamps times = new Timestamps();
      json.writeStartObject();
      json.writeNumberField("count", refusals.size());
      json.writeArrayFieldStart("refusals");
      for (RefusalRecord refusal : refusals) {
        MessageKind kind = refusal.kind();
        json.writeStartObject();
        times.write(json, "at", refusal.atMs());
        json.writeStringField("client", refusal.clientId());
        json.writeStringField("edge", refusal.edgeId());
        if (kind == null) {
          json.writeNullField("type");
        } else {
          json.writeStringField("type", kind.word());
        }
        json.writeStringField("code", refusal.refused().code().word());
        json.writeStringField("reason", refusal.refused().reason());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    });
  }
}
