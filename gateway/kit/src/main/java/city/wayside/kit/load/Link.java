package city.wayside.kit.load;

import city.wayside.model.message.MessageKind;

/// The connection of one vehicle, from connecting to its end, whatever it speaks. It tells its
/// [Sender] what becomes of it. The load's event loop only.
interface Link {

  /// Starts to connect, once.
  void connect();

  boolean isOpen();

  /// True when what is put now leaves at once, or nearly.
  boolean isWritable();

  /// Messages that may wait for an answer at the same time.
  int unansweredMax();

  /// Takes a message for the next write.
  ///
  /// @param id by which its answer is known, 1 to 65,535; 0 for one that nobody answers
  void put(MessageKind kind, byte[] payload, int id);

  /// Writes all messages together.
  void flush();

  /// Ends it with a good-bye.
  void leave();

  /// It takes too long.
  void fail(String reason);
}
