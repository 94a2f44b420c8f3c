package city.wayside.edge.endpoint.mqtt.transport;

/// Hears what comes over one wire.
public interface WireListener {

  /// Stands for a frame whose length is not known yet.
  int UNKNOWN_LENGTH = -1;

  /// Bytes have come: uses as many whole frames as there are.
  ///
  /// @param bytes holds them, valid until the call returns
  /// @param from index of the first
  /// @param to index after the last
  /// @return index of the first that was not used; it is given again with what comes next
  int heard(byte[] bytes, int from, int to);

  /// How many bytes the frame has that begins at an index, so that nobody looks at it again before
  /// it is complete.
  ///
  /// @return [#UNKNOWN_LENGTH] when too little of it is there to say
  int frameBytes(byte[] bytes, int from, int to);

  /// The client reads again.
  void writable();

  /// The connection has ended, whoever ended it.
  void ended();

  /// More is being put together on this loop than it may: the connection is to be refused.
  void tooMuch();
}
