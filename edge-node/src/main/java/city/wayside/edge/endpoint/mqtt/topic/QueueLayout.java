package city.wayside.edge.endpoint.mqtt.topic;

import city.wayside.edge.inbound.topic.TopicText;

/// Where the topics of the its-client SDKs begin: `{prefix}/inQueue/v2x/` and
/// `{prefix}/outQueue/v2x/`.
///
/// @param prefix the levels before the queue, such as `default` or `road/west`, without a slash at
///   the end; empty when there are none
public record QueueLayout(String prefix) {

  /// What the SDKs' own examples use.
  public static final QueueLayout DEFAULT = new QueueLayout("default");

  /// More levels than any prefix needs.
  public static final int PREFIX_LEVELS_MAX = 5;

  private static final String SUFFIX = "/v2x/";

  /// Refuses what cannot begin a topic.
  public QueueLayout {
    if (!prefix.isEmpty()) {
      requirePrefix(prefix);
    }
  }

  private static void requirePrefix(String prefix) {
    // A first level that is empty is a way to write topics: "/road/inQueue/…".
    String[] levels = prefix.split("/", -1);
    boolean isFine = levels.length <= PREFIX_LEVELS_MAX;
    for (int place = 0; place < levels.length; place++) {
      isFine &= TopicText.isLevel(levels[place]) || (place == 0 && levels[place].isEmpty());
    }
    if (!isFine || prefix.equals("/") || isOurs(levels[0])) {
      throw new IllegalArgumentException(
          "the prefix is \""
              + prefix
              + "\", must be up to "
              + PREFIX_LEVELS_MAX
              + " levels without +, # or $, and other than v1");
    }
  }

  private static boolean isOurs(String level) {
    return level.equals("v1");
  }

  /// The levels before the type of a message that comes up.
  public String inQueue() {
    return queue("inQueue");
  }

  /// The levels before the type of a message that goes down.
  String outQueue() {
    return queue("outQueue");
  }

  private String queue(String name) {
    return prefix.isEmpty() ? name + SUFFIX : prefix + '/' + name + SUFFIX;
  }
}
