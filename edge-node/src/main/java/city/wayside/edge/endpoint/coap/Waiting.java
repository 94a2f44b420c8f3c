package city.wayside.edge.endpoint.coap;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// What was posted and waits for the grid. Who waits for long is first told to wait, by an empty
/// acknowledgement, so that it does not send again; then that it took too long. Any thread; one
/// that looks.
final class Waiting {

  private final long acknowledgeNs;
  private final long answerNs;
  private final Consumer<Posted> onAcknowledge;
  private final Consumer<Posted> onTooLong;
  private final UnderWay underWay;
  // Each in the order in which they came. What is answered stays until its turn comes.
  private final Queue<Posted> fresh = new ConcurrentLinkedQueue<>();
  private final Queue<Posted> acknowledged = new ConcurrentLinkedQueue<>();
  private final AtomicInteger count = new AtomicInteger();
  // Guarded by this.
  private boolean isStopped;

  /// Nothing waits.
  ///
  /// @param onAcknowledge has a client wait
  /// @param onTooLong answers one that has waited for too long
  /// @param underWay counts what waits
  Waiting(
      CoapLimits limits,
      Consumer<Posted> onAcknowledge,
      Consumer<Posted> onTooLong,
      UnderWay underWay) {
    this.acknowledgeNs = TimeUnit.MILLISECONDS.toNanos(limits.acknowledgeMs());
    this.answerNs = TimeUnit.MILLISECONDS.toNanos(limits.answerMs());
    this.onAcknowledge = onAcknowledge;
    this.onTooLong = onTooLong;
    this.underWay = underWay;
  }

  /// Has something wait.
  void add(Posted posted) {
    count.incrementAndGet();
    underWay.begin();
    fresh.add(posted);
  }

  /// Ends the waiting of something that was added.
  ///
  /// @return false when it had ended already, so that nobody is answered twice
  boolean end(Posted posted) {
    if (!posted.answer()) {
      return false;
    }
    count.decrementAndGet();
    // Its answer is handed in by work that is under way.
    underWay.end();
    return true;
  }

  /// How much waits.
  int count() {
    return count.get();
  }

  /// Looks for those who have waited for long. One thread at a time, several times a second.
  synchronized void look(long nowNs) {
    if (isStopped) {
      return;
    }
    Posted first = fresh.peek();
    while (first != null && (first.isAnswered() || nowNs - first.sinceNs() >= acknowledgeNs)) {
      fresh.poll();
      if (!first.isAnswered()) {
        onAcknowledge.accept(first);
        acknowledged.add(first);
      }
      first = fresh.peek();
    }
    first = acknowledged.peek();
    while (first != null && (first.isAnswered() || nowNs - first.sinceNs() >= answerNs)) {
      acknowledged.poll();
      if (end(first)) {
        onTooLong.accept(first);
      }
      first = acknowledged.peek();
    }
  }

  /// Answers those who were told to wait, for they do not send again; who was not told does. From
  /// now on nobody is.
  synchronized void stop() {
    isStopped = true;
    for (Posted each = acknowledged.poll(); each != null; each = acknowledged.poll()) {
      if (end(each)) {
        onTooLong.accept(each);
      }
    }
  }
}
