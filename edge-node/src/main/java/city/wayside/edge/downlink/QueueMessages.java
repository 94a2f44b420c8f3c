package city.wayside.edge.downlink;

import city.wayside.edge.event.HazardConfig;
import city.wayside.edge.inbound.Inbound;
import city.wayside.messages.json.itsclient.Encoded;
import city.wayside.messages.json.itsclient.ItsClientEncoder;
import city.wayside.messages.json.itsclient.Sender;
import city.wayside.model.area.GeoPoint;
import city.wayside.model.downlink.DownItem;
import city.wayside.model.downlink.DownMessage;
import city.wayside.model.downlink.DownMessage.Kind;
import city.wayside.model.event.RoadEvent;
import city.wayside.model.message.MessageKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/// Tells of events those who speak its-client, in the one message of their dialects for it: the
/// DENM in JSON. One that came so is passed on as it is; every other message is translated, event
/// by event. As the SDKs expect, nothing is retained: who has a session and is away gets it later.
public final class QueueMessages {

  private static final String JSON = "application/json";

  /// Names the topic for a DENM.
  @FunctionalInterface
  public interface Topic {

    /// The topic.
    ///
    /// @param position in range
    /// @param uuid the name of its sender, one level of a topic
    String of(GeoPoint position, String uuid);
  }

  private final HazardConfig config;
  private final Topic topic;
  private final LongSupplier ids;
  private final ItsClientEncoder encoder = new ItsClientEncoder();

  /// @param topic names the topic of an event's place
  /// @param ids unique ids for messages
  public QueueMessages(HazardConfig config, Topic topic, LongSupplier ids) {
    this.config = config;
    this.topic = topic;
    this.ids = ids;
  }

  /// The messages for the events of one message that was admitted. An event that the dialect cannot
  /// tell (see `gateway/docs/TRANSLATIONS.md`) has none.
  public List<DownItem> of(Inbound inbound, List<RoadEvent> events) {
    List<DownItem> items = new ArrayList<>();
    if (!config.isForItsClient()) {
      return items;
    }
    for (RoadEvent event : events) {
      long stationId = event.key().originId();
      String uuid = Long.toString(stationId);
      switch (encoded(inbound, event, new Sender(uuid, stationId))) {
        case Encoded.Text(byte[] json) ->
            items.add(
                new DownMessage(
                    ids.getAsLong(),
                    topic.of(event.place().position(), uuid),
                    json,
                    JSON,
                    Kind.NOTICE,
                    "",
                    Math.min(event.time().untilMs(), inbound.receivedMs() + config.retainMsMax())));
        case Encoded.Unencodable _ -> {
          // Those who listen elsewhere are told all the same.
        }
      }
    }
    return items;
  }

  private Encoded encoded(Inbound inbound, RoadEvent event, Sender sender) {
    return inbound.isJson() && inbound.kind() == MessageKind.DENM
        ? new Encoded.Text(inbound.payload())
        : encoder.denm(event, sender);
  }
}
