package city.wayside.edge.endpoint.mqtt.topic;

import city.wayside.edge.inbound.topic.KindWords;
import city.wayside.edge.inbound.topic.TopicText;
import city.wayside.model.area.GeoPoint;
import city.wayside.model.area.Quadkey;
import city.wayside.model.message.MessageKind;
import java.util.ArrayList;
import java.util.List;

/// The names of the topics that go down. Any thread.
///
/// @param layout where the its-client topics begin
public record DownTopics(QueueLayout layout) {

  /// The zoom of the tiles that messages are published on. Those who want a whole area subscribe to
  /// a larger tile and `#`; so a message never belongs on a tile as large as its area.
  public static final int ZOOM = Quadkey.ZOOM_MAX;

  static final String DOWN = "v1/down/";
  static final String GEO = "v1/geo/";
  static final String REFUSED = "v1/refused/";

  /// For one station.
  public static String station(long stationId, MessageKind kind) {
    return DOWN + stationId + '/' + kind.word();
  }

  /// For one client.
  ///
  /// @param clientId an id for which [#hasTopics] is true
  public static String client(String clientId, MessageKind kind) {
    return DOWN + clientId + '/' + kind.word();
  }

  /// For whoever is interested in a place.
  ///
  /// @param place a tile of [#ZOOM]
  public static String geo(Quadkey place, MessageKind kind) {
    return GEO + place.levels() + '/' + kind.word();
  }

  /// Where a client is told of its refused messages.
  ///
  /// @param clientId an id for which [#hasTopics] is true
  public static String refused(String clientId) {
    return REFUSED + clientId;
  }

  /// For whoever is interested in a place and speaks its-client: the topics that the SDKs subscribe
  /// to. MAPEM and SPATEM have two each, for the SDKs do not agree on their words; kinds that they
  /// do not know have none.
  ///
  /// @param uuid the name of the sender, one level of a topic
  /// @param place a tile of [#ZOOM]
  public List<String> queued(MessageKind kind, String uuid, Quadkey place) {
    List<String> words = KindWords.queueWords(kind);
    List<String> topics = new ArrayList<>(words.size());
    String tail = '/' + uuid + '/' + place.levels();
    for (String word : words) {
      topics.add(layout.outQueue() + word + tail);
    }
    return topics;
  }

  /// For whoever is interested in a place's hazards and speaks its-client.
  ///
  /// @param position in range
  /// @param uuid the name of the sender, one level of a topic
  public String queuedDenm(GeoPoint position, String uuid) {
    Quadkey place = Quadkey.of(position.latDeg(), position.lonDeg(), ZOOM);
    return queued(MessageKind.DENM, uuid, place).getFirst();
  }

  /// True when topics may have this client's id in them. A client whose id is none of a topic's
  /// levels can send, and has no topics of its own.
  public static boolean hasTopics(String clientId) {
    return TopicText.isLevel(clientId);
  }
}
