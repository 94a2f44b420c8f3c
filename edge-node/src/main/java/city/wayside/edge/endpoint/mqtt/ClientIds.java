package city.wayside.edge.endpoint.mqtt;

/// Which client ids are taken. Ids go into logs and topics, so what matches levels or cannot be
/// read cannot be in them.
final class ClientIds {

  private ClientIds() {}

  static boolean isAllowed(String clientId, int charsMax) {
    if (clientId.length() > charsMax) {
      return false;
    }
    for (int at = 0; at < clientId.length(); at++) {
      char letter = clientId.charAt(at);
      if (letter < ' ' || letter == '+' || letter == '#' || letter == 0x7f) {
        return false;
      }
    }
    return true;
  }
}
