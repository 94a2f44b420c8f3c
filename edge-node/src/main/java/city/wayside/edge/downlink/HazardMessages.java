package city.wayside.edge.downlink;

import city.wayside.edge.event.EventMemory;
import city.wayside.edge.event.EventName;
import city.wayside.edge.event.HazardConfig;
import city.wayside.edge.event.KnownEvent;
import city.wayside.edge.inbound.Inbound;
import city.wayside.model.downlink.DownItem;
import city.wayside.model.downlink.DownMessage;
import city.wayside.model.downlink.DownMessage.Kind;
import city.wayside.model.event.RoadEvent;
import city.wayside.model.event.RoadEvent.Termination;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Passes messages about events on to the clients around: the bytes as they came, because a
/// signature covers them, on the topic of the event's tile, retained as long as the event holds.
///
/// A message that ends an event is told like any other, and after it the topic is emptied, so that
/// nobody who subscribes later is warned of what is over. A topic retains only its newest message:
/// when that is another event's, it stays. An event that moves to another tile leaves the old one
/// empty.
public final class HazardMessages {

  private static final byte[] NOTHING = {};
  private static final String JSON = "application/json";
  private static final String PACKED = "application/octet-stream";

  private final HazardConfig config;
  private final DownTopicOf topics;
  private final LongSupplier ids;

  /// @param topics names the topic of an event's place
  /// @param ids unique ids for messages
  public HazardMessages(HazardConfig config, DownTopicOf topics, LongSupplier ids) {
    this.config = config;
    this.topics = topics;
    this.ids = ids;
  }

  /// The messages for the events of one message that was admitted. The caller holds the memory.
  ///
  /// @param events its events that were admitted
  public List<DownItem> of(Inbound inbound, List<RoadEvent> events, EventMemory memory) {
    return new Telling(inbound, memory).all(events);
  }

  /// One message while it is passed on.
  private final class Telling {

    private final Inbound inbound;
    private final EventMemory memory;
    private final byte[] payload;
    private final String contentType;

    /// Topics that are told once, and until when that matters.
    private final Map<String, Long> notices = new LinkedHashMap<>();

    /// Topics that the message is retained for, and until when.
    private final Map<String, Long> retained = new LinkedHashMap<>();

    /// Topics that are emptied.
    private final Set<String> emptied = new LinkedHashSet<>();

    Telling(Inbound inbound, EventMemory memory) {
      this.inbound = inbound;
      this.memory = memory;
      this.payload = inbound.payload();
      this.contentType = inbound.isJson() ? JSON : PACKED;
    }

    List<DownItem> all(List<RoadEvent> events) {
      for (RoadEvent event : events) {
        EventName name = EventName.of(event.key(), inbound);
        KnownEvent known = memory.remembered(name, inbound.receivedMs());
        String topic = topics.topic(event.place().position(), inbound.kind());
        if (event.termination() == Termination.NONE) {
          goesOn(event, name, known, topic);
        } else {
          ends(event, name, known, topic);
        }
      }
      List<DownItem> items = new ArrayList<>();
      notices.forEach((topic, untilMs) -> items.add(message(topic, payload, Kind.NOTICE, untilMs)));
      // First what is over, so that a topic that was left and entered again keeps the new message.
      for (String topic : emptied) {
        items.add(message(topic, NOTHING, Kind.RETAINED, latestMs()));
      }
      retained.forEach(
          (topic, untilMs) -> items.add(message(topic, payload, Kind.RETAINED, untilMs)));
      return List.copyOf(items);
    }

    private void goesOn(RoadEvent event, EventName name, KnownEvent known, String topic) {
      String former = known.topic();
      if (former != null && !former.equals(topic)) {
        empty(former, name);
      }
      retained.merge(topic, untilMs(event), Math::max);
      memory.retain(topic, name);
      known.told(topic);
    }

    private void ends(RoadEvent event, EventName name, KnownEvent known, String topic) {
      String former = known.topic();
      if (former != null && !former.equals(topic)) {
        notices.merge(former, untilMs(event), Math::max);
        empty(former, name);
      }
      notices.merge(topic, untilMs(event), Math::max);
      empty(topic, name);
      known.told(null);
    }

    /// Empties a topic, unless it retains another event.
    private void empty(String topic, EventName name) {
      @Nullable EventName holder = memory.retainedOn(topic);
      if (holder == null || holder.equals(name)) {
        memory.release(topic);
        emptied.add(topic);
      }
    }

    private long untilMs(RoadEvent event) {
      return Math.min(event.time().untilMs(), latestMs());
    }

    private long latestMs() {
      return inbound.receivedMs() + config.retainMsMax();
    }

    private DownMessage message(String topic, byte[] bytes, Kind kind, long untilMs) {
      String type = bytes.length == 0 ? "" : contentType;
      return new DownMessage(ids.getAsLong(), topic, bytes, type, kind, "", untilMs);
    }
  }
}
