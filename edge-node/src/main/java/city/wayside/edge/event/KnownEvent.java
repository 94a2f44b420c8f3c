package city.wayside.edge.event;

import city.wayside.model.event.RoadEvent;
import city.wayside.model.event.RoadEvent.Termination;
import org.jspecify.annotations.Nullable;

/// What is remembered of one event. Guarded by the memory's lock.
public final class KnownEvent {

  private long referenceMs = Long.MIN_VALUE;
  private long keptUntilMs = Long.MAX_VALUE;
  private Termination termination = Termination.NONE;
  private long payloadCode;
  private @Nullable String topic;

  KnownEvent() {}

  /// Remembers a message about the event that was admitted.
  ///
  /// @param payloadCode a checksum of the message
  /// @param keptUntilMs when it is forgotten, and the same message passes for new again
  public void admitted(RoadEvent event, long payloadCode, long keptUntilMs) {
    this.referenceMs = event.time().referenceMs();
    this.keptUntilMs = keptUntilMs;
    this.termination = event.termination();
    this.payloadCode = payloadCode;
  }

  /// When the newest message about it was made.
  public long referenceMs() {
    return referenceMs;
  }

  /// True when it is to be forgotten.
  boolean isOver(long nowMs) {
    return keptUntilMs <= nowMs;
  }

  /// Whether it goes on.
  public Termination termination() {
    return termination;
  }

  /// The checksum of the newest message about it.
  public long payloadCode() {
    return payloadCode;
  }

  /// The topic on which it was told last; absent before the first time and after its end.
  public @Nullable String topic() {
    return topic;
  }

  /// Remembers the topic on which it is told.
  public void told(@Nullable String topicNow) {
    topic = topicNow;
  }
}
