package city.wayside.edge.endpoint.mqtt.topic;

import city.wayside.edge.inbound.topic.TopicText;
import city.wayside.model.client.Grant;
import city.wayside.model.client.SpeaksFor;
import city.wayside.model.message.MessageKind;

/// Who may subscribe to what:
///
/// - `v1/refused/{client}`: the client itself.
/// - `v1/down/{client}/…`: the client itself.
/// - `v1/down/{station}/…`: whoever may speak for this very station. A level of digits is always a
///   station, also when a client has chosen it as its id: otherwise any client could listen to a
///   station by taking its number as id. Who speaks for everyone inside an area may not name
///   stations here, for where they are is only known when they speak; what is meant for them goes
///   to the roadside unit itself.
/// - `v1/down/+/…`, all stations: who speaks for everyone, and only where the configuration says
///   so.
/// - `v1/geo/…` and `{prefix}/outQueue/…`: everyone. What is there was broadcast by radio, too.
///
/// In a tile at most [#WILDS_BEFORE_DIGITS_MAX] levels with `+` may stand before a digit: `1/+/2/#`
/// is fine, and so is any number of `+` at the end. So few branches of the tree split off, whatever
/// clients subscribe to, and what a message costs depends on the depth of its topic.
///
/// @param layout where the its-client topics begin
/// @param filtersMax how many filters one client may have
/// @param allowsAllStations whether a client that speaks for everyone may listen to all stations
public record FilterRules(QueueLayout layout, int filtersMax, boolean allowsAllStations) {

  /// Levels with a wildcard that may stand before a digit.
  public static final int WILDS_BEFORE_DIGITS_MAX = 2;

  private static final String SHARE = "$share/";

  /// The longest station id, 4294967295, has so many digits.
  private static final int STATION_DIGITS_MAX = 10;

  /// May this client subscribe to this filter?
  ///
  /// @param filter the filter as it came
  /// @param clientId the client's id
  /// @param grant what the client may do
  /// @param filtersCount how many filters the client has besides this one
  public Permission judge(String filter, String clientId, Grant grant, int filtersCount) {
    if (filter.startsWith(SHARE)) {
      return Permission.SHARED;
    }
    if (!TopicText.isFilter(filter)) {
      return Permission.FILTER_INVALID;
    }
    Permission permission = judge(filter, clientId, grant);
    return permission.isGranted() && filtersCount >= filtersMax ? Permission.TOO_MANY : permission;
  }

  private Permission judge(String filter, String clientId, Grant grant) {
    if (filter.startsWith(DownTopics.REFUSED)) {
      boolean isOwn = DownTopics.hasTopics(clientId) && filter.equals(DownTopics.refused(clientId));
      // Notices are sent once; a client that needs certainty has the reason in its PUBACK.
      return isOwn ? Permission.AT_MOST_ONCE : Permission.NOT_AUTHORIZED;
    }
    if (filter.startsWith(DownTopics.DOWN)) {
      return down(filter, clientId, grant);
    }
    if (filter.startsWith(DownTopics.GEO)) {
      return tile(filter, DownTopics.GEO.length(), true);
    }
    if (filter.startsWith(layout.outQueue())) {
      return queue(filter, layout.outQueue().length());
    }
    return isWholeQueue(filter) ? Permission.AT_LEAST_ONCE : Permission.NOT_AUTHORIZED;
  }

  /// `v1/down/{receiver}/{type}`, `…/+` or `…/#`.
  private Permission down(String filter, String clientId, Grant grant) {
    int receiverAt = DownTopics.DOWN.length();
    int receiverEnd = filter.indexOf('/', receiverAt);
    if (receiverEnd < 0 || !isTypes(filter.substring(receiverEnd + 1))) {
      return Permission.NOT_AUTHORIZED;
    }
    String receiver = filter.substring(receiverAt, receiverEnd);
    boolean isAllowed =
        isNumber(receiver)
            ? maySpeakFor(receiver, grant.speaksFor())
            : receiver.equals("+")
                ? allowsAllStations && grant.speaksFor() instanceof SpeaksFor.Everyone
                : receiver.equals(clientId) && DownTopics.hasTopics(clientId);
    return isAllowed ? Permission.AT_LEAST_ONCE : Permission.NOT_AUTHORIZED;
  }

  private static boolean maySpeakFor(String station, SpeaksFor speaksFor) {
    boolean isCanonical = station.length() == 1 || station.charAt(0) != '0';
    if (!isCanonical || station.length() > STATION_DIGITS_MAX) {
      return false;
    }
    return switch (speaksFor) {
      case SpeaksFor.Everyone() -> true;
      case SpeaksFor.Stations stations -> stations.stationIds().contains(Long.valueOf(station));
      case SpeaksFor.Within _ -> false;
    };
  }

  /// `{type}/{uuid}/{q}/…` in the out queue, each level perhaps a wildcard. Types are not held
  /// against a list: the SDKs subscribe to some that are never sent here, and must not fail.
  private static Permission queue(String filter, int typeAt) {
    int typeEnd = filter.indexOf('/', typeAt);
    int uuidEnd = typeEnd < 0 ? -1 : filter.indexOf('/', typeEnd + 1);
    return uuidEnd < 0 ? Permission.AT_LEAST_ONCE : tile(filter, uuidEnd + 1, false);
  }

  /// `{prefix}/outQueue/#` and `{prefix}/outQueue/+/…`.
  private boolean isWholeQueue(String filter) {
    String queue = layout.outQueue();
    String above = queue.substring(0, queue.lastIndexOf('/', queue.length() - 2) + 1);
    return filter.equals(above + '#');
  }

  /// Judges the levels of a tile: digits and `+`, then perhaps `#`.
  ///
  /// @param hasType whether a type may stand behind them
  private static Permission tile(String filter, int start, boolean hasType) {
    int wilds = 0;
    int at = start;
    while (at < filter.length()) {
      int end = filter.indexOf('/', at);
      boolean isLast = end < 0;
      end = isLast ? filter.length() : end;
      char letter = end - at == 1 ? filter.charAt(at) : ' ';
      boolean isDigit = letter >= '0' && letter <= '3';
      boolean isEnd = isLast && (letter == '#' || (hasType && isKind(filter.substring(at))));
      if (!isEnd && letter != '+' && (!isDigit || wilds > WILDS_BEFORE_DIGITS_MAX)) {
        return Permission.FILTER_INVALID;
      }
      wilds += letter == '+' ? 1 : 0;
      at = end + 1;
    }
    // A slash at the end, or nothing at all, is an empty level: no tile has one.
    return at == filter.length() ? Permission.FILTER_INVALID : Permission.AT_LEAST_ONCE;
  }

  private static boolean isTypes(String level) {
    return level.equals("#") || level.equals("+") || isKind(level);
  }

  private static boolean isKind(String word) {
    return MessageKind.ofWord(word).isPresent();
  }

  private static boolean isNumber(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) < '0' || text.charAt(at) > '9') {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
