package city.wayside.grid.form;

import city.wayside.model.account.ClientFigures;
import city.wayside.model.account.MessageCounts;
import city.wayside.model.client.ClientRole;
import city.wayside.model.refusal.Refusal;
import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A client's figures. Codes are written as words: those that only another version knows are left
/// out when they are read, and their messages with them.
final class ClientFiguresForm implements CompactSerializer<ClientFigures> {

  @Override
  public ClientFigures read(CompactReader in) {
    return new ClientFigures(
        text(in, "clientId"),
        text(in, "edgeId"),
        text(in, "name"),
        ClientRole.ofWord(text(in, "role")).orElse(ClientRole.VEHICLE),
        text(in, "protocol"),
        in.readBoolean("connected"),
        in.readInt64("connectedMs"),
        in.readInt64("seenMs"),
        new MessageCounts(in.readInt64("admitted"), refused(in)),
        text(in, "status"));
  }

  private static Map<Refusal, Long> refused(CompactReader in) {
    Map<Refusal, Long> refused = new EnumMap<>(Refusal.class);
    @Nullable String @Nullable [] words = in.readArrayOfString("codes");
    long[] counts = Columns.orEmpty(in.readArrayOfInt64("counts"));
    for (int i = 0; words != null && i < words.length; i++) {
      long count = counts[i];
      Refusal.ofWord(String.valueOf(words[i])).ifPresent(code -> refused.put(code, count));
    }
    return refused;
  }

  @Override
  public void write(CompactWriter out, ClientFigures figures) {
    out.writeString("clientId", figures.clientId());
    out.writeString("edgeId", figures.edgeId());
    out.writeString("name", figures.name());
    out.writeString("role", figures.role().word());
    out.writeString("protocol", figures.protocol());
    out.writeBoolean("connected", figures.isConnected());
    out.writeInt64("connectedMs", figures.connectedMs());
    out.writeInt64("seenMs", figures.seenMs());
    out.writeInt64("admitted", figures.counts().admittedCount());
    Map<Refusal, Long> refused = figures.counts().refusedCounts();
    String[] words = new String[refused.size()];
    long[] counts = new long[refused.size()];
    int at = 0;
    for (Map.Entry<Refusal, Long> entry : refused.entrySet()) {
      words[at] = entry.getKey().word();
      counts[at++] = entry.getValue();
    }
    out.writeArrayOfString("codes", words.length == 0 ? null : words);
    out.writeArrayOfInt64("counts", Columns.orAbsent(counts));
    out.writeString("status", figures.status());
  }

  private static String text(CompactReader in, String field) {
    String text = in.readString(field);
    return text == null ? "" : text;
  }

  @Override
  public String getTypeName() {
    return "clientFigures";
  }

  @Override
  public Class<ClientFigures> getCompactClass() {
    return ClientFigures.class;
  }
}
