package city.wayside.kit.fleet;

/// A station's connection, whatever it speaks, from connecting to its end; it is never opened
/// twice. Every message it takes is told to its owner exactly once: acknowledged, refused or lost.
/// The fleet's event loop.
interface Line {

  /// What its owner is told.
  interface Owner {

    /// The server is there and lets the station in.
    void opened();

    /// The connection ended, or never came to be; told once, after the messages lost by it.
    ///
    /// @param wasOpen whether it had been opened
    /// @param reason why, in a few words; empty when the owner ended it
    void closed(boolean wasOpen, String reason);

    /// The server sends the station elsewhere; told just before the connection ends.
    void redirected(FleetTarget elsewhere);

    /// The server took a message.
    ///
    /// @param latencyNs time since it was given to the connection
    void acknowledged(long latencyNs);

    /// The server refused a message.
    ///
    /// @param code of the refusal, as its protocol writes it
    void refused(String code, long latencyNs);

    /// A message that is not answered was handed to the network.
    void written();

    /// Messages were given up: no acknowledgement in time, connection lost, or no room to wait.
    void lost(int count);

    /// A message was sent again, for no acknowledgement came (RFC 7252 §4.2).
    void sentAgain();

    /// The server told of a refusal that it could not answer with.
    void noticed(String code);
  }

  /// Starts to connect, once.
  void connect();

  /// Gives a message to the connection: sent at once, or when there is room.
  void publish(byte[] payload);

  /// Gives up what waits too long and keeps the connection alive; about once a second.
  void look(long nowNs);

  /// Ends the connection once all is acknowledged; takes nothing more.
  void finish();

  /// Ends the connection now; what is not acknowledged is lost.
  void close();

  /// Messages that were given and are neither acknowledged nor refused nor lost yet.
  int pending();
}
