package city.wayside.kit.coap;

/// What the owner of a connection is told. Event loop of the clients.
public interface CoapListener {

  /// The server is there, and knows the client where DTLS is spoken.
  void opened();

  /// The connection ended, or never came to be; told once, after the message that was lost by it.
  ///
  /// @param wasOpen whether the server had been there
  /// @param reason why, in a few words; empty when the owner closed it
  void closed(boolean wasOpen, String reason);

  /// The server responded to a message.
  ///
  /// @param token of the message
  /// @param code of the response, see [CoapCode]
  void answered(int token, int code);

  /// A message that wanted an acknowledgement was given up.
  void lost(int token);

  /// A message was sent again.
  void sentAgain();

  /// A message that wants an acknowledgement may be given again.
  void roomAgain();
}
