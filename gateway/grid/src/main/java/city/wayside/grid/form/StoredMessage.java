package city.wayside.grid.form;

import city.wayside.model.downlink.DownMessage;

/// A retained message. One without payload stands for a while where another one ended.
///
/// @param sequence its place in the log of what goes down
/// @param message the message
public record StoredMessage(long sequence, DownMessage message) {

  /// True while those that subscribe are sent it.
  public boolean isOfUse(long nowMs) {
    return message.payload().length > 0 && message.expiresMs() > nowMs;
  }

  /// The entry's time to live in milliseconds; 0 for no end.
  public long ttlMs(long nowMs) {
    return Lifetime.ttlMs(message.payload().length == 0 ? nowMs : message.expiresMs(), nowMs);
  }
}
