package city.wayside.grid.form;

import city.wayside.model.session.SessionState;
import city.wayside.model.session.SessionState.Subscription;
import city.wayside.model.session.SessionState.Unacknowledged;
import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A session, its lists as columns.
final class StoredSessionForm implements CompactSerializer<StoredSession> {

  @Override
  public StoredSession read(CompactReader in) {
    SessionState state =
        new SessionState(
            String.valueOf(in.readString("clientId")),
            String.valueOf(in.readString("edgeId")),
            in.readInt64("epoch"),
            in.readBoolean("isConnected"),
            in.readInt64("expiryS"),
            in.readInt64("sequence"),
            subscriptions(in),
            unacknowledged(in),
            Arrays.stream(Columns.orEmpty(in.readArrayOfInt32("unreleasedIds"))).boxed().toList());
    return new StoredSession(state, in.readInt64(Forms.UNTIL_MS));
  }

  private static List<Subscription> subscriptions(CompactReader in) {
    String[] filters = Columns.orEmpty(in.readArrayOfString("filters"));
    int[] options = Columns.orEmpty(in.readArrayOfInt32("options"));
    int[] identifiers = Columns.orEmpty(in.readArrayOfInt32("identifiers"));
    List<Subscription> subscriptions = new ArrayList<>(filters.length);
    for (int i = 0; i < filters.length; i++) {
      subscriptions.add(new Subscription(filters[i], options[i], identifiers[i]));
    }
    return subscriptions;
  }

  private static List<Unacknowledged> unacknowledged(CompactReader in) {
    int[] packetIds = Columns.orEmpty(in.readArrayOfInt32("packetIds"));
    long[] sequences = Columns.orEmpty(in.readArrayOfInt64("sequences"));
    List<Unacknowledged> unacknowledged = new ArrayList<>(packetIds.length);
    for (int i = 0; i < packetIds.length; i++) {
      unacknowledged.add(new Unacknowledged(packetIds[i], sequences[i]));
    }
    return unacknowledged;
  }

  @Override
  public void write(CompactWriter out, StoredSession session) {
    SessionState state = session.state();
    List<Subscription> subscriptions = state.subscriptions();
    List<Unacknowledged> unacknowledged = state.unacknowledged();
    out.writeString("clientId", state.clientId());
    out.writeString("edgeId", state.edgeId());
    out.writeInt64("epoch", state.epoch());
    out.writeBoolean("isConnected", state.isConnected());
    out.writeInt64("expiryS", state.expiryS());
    out.writeInt64("sequence", state.sequence());
    out.writeArrayOfString("filters", Columns.strings(subscriptions, Subscription::filter));
    out.writeArrayOfInt32(
        "options", Columns.orAbsent(Columns.ints(subscriptions, Subscription::optionsCode)));
    out.writeArrayOfInt32(
        "identifiers", Columns.orAbsent(Columns.ints(subscriptions, Subscription::identifier)));
    out.writeArrayOfInt32(
        "packetIds", Columns.orAbsent(Columns.ints(unacknowledged, Unacknowledged::packetId)));
    out.writeArrayOfInt64(
        "sequences", Columns.orAbsent(Columns.longs(unacknowledged, Unacknowledged::sequence)));
    out.writeArrayOfInt32(
        "unreleasedIds", Columns.orAbsent(Columns.ints(state.unreleasedIds(), Integer::intValue)));
    out.writeInt64(Forms.UNTIL_MS, session.untilMs());
  }

  @Override
  public String getTypeName() {
    return "session";
  }

  @Override
  public Class<StoredSession> getCompactClass() {
    return StoredSession.class;
  }
}
