package city.wayside.kit.coap;

/// Carries datagrams between one client and its server. Event loop.
interface Wire {

  /// What its client is told.
  interface Heard {

    /// Datagrams can be sent.
    void opened();

    /// A datagram came.
    void received(byte[] message);

    /// The wire never came to be, or its handshake failed, or nobody is there.
    void failed(String reason);
  }

  /// Opens it, once.
  void open();

  /// Sends a datagram, which may be lost; the first one over DTLS begins the handshake.
  void send(byte[] message);

  /// Ends it.
  void close();
}
