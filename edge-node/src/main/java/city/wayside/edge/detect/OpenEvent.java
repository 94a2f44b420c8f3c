package city.wayside.edge.detect;

import city.wayside.model.event.EventKey;

/// An event that lasts. Of the thread of reviews alone.
final class OpenEvent {

  static final long NEVER_MS = Long.MIN_VALUE;

  final EventKey key;
  Finding newest;
  long foundMs;

  /// As it was told last, and when; [#NEVER_MS] before the first time.
  Finding told;

  long toldMs = NEVER_MS;

  OpenEvent(EventKey key, Finding first, long nowMs) {
    this.key = key;
    this.newest = first;
    this.told = first;
    this.foundMs = nowMs;
  }

  void found(Finding finding, long nowMs) {
    newest = finding;
    foundMs = nowMs;
  }

  void tell(long nowMs) {
    told = newest;
    toldMs = nowMs;
  }
}
