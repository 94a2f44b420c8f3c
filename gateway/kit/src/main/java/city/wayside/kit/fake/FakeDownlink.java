package city.wayside.kit.fake;

import city.wayside.model.downlink.DownItem;
import city.wayside.model.downlink.DownMessage;
import city.wayside.model.downlink.Downlink;
import city.wayside.model.downlink.DownlinkLog;
import city.wayside.model.downlink.LoggedItem;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The log of what goes down, in memory: what is sent to it is read from it, by any number of edge
/// nodes. It can be told to fail.
public final class FakeDownlink implements Downlink, DownlinkLog {

  private static final int KEPT_MAX = 20_000;

  private final InstantSource clock;
  private final int keptMax;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition appended = lock.newCondition();
  private final Deque<LoggedItem> log = new ArrayDeque<>();
  private final Map<String, LoggedItem> retained = new HashMap<>();
  private long nextSequence;
  private @Nullable Throwable failure;

  /// An empty log that keeps as many items as the real one does when nothing is configured.
  ///
  /// @param clock tells which retained messages are still valid
  public FakeDownlink(InstantSource clock) {
    this(clock, KEPT_MAX);
  }

  /// An empty log.
  ///
  /// @param clock tells which retained messages are still valid
  /// @param keptMax beyond so many items the oldest is gone
  public FakeDownlink(InstantSource clock, int keptMax) {
    this.clock = clock;
    this.keptMax = keptMax;
  }

  @Override
  public CompletionStage<Void> send(List<DownItem> items) {
    lock.lock();
    try {
      if (failure != null) {
        return CompletableFuture.failedFuture(failure);
      }
      for (DownItem item : items) {
        append(new LoggedItem(nextSequence++, item));
      }
      appended.signalAll();
      return CompletableFuture.completedFuture(null);
    } finally {
      lock.unlock();
    }
  }

  private void append(LoggedItem logged) {
    log.addLast(logged);
    if (log.size() > keptMax) {
      log.removeFirst();
    }
    if (logged.item() instanceof DownMessage message && message.isRetained()) {
      if (message.payload().length == 0) {
        retained.remove(message.topic());
      } else {
        retained.put(message.topic(), logged);
      }
    }
  }

  @Override
  public List<LoggedItem> after(long sequence, int countMax, Duration wait)
      throws InterruptedException {
    lock.lock();
    try {
      long leftNs = wait.toNanos();
      while (leftNs > 0 && nextSequence <= sequence + 1) {
        leftNs = appended.awaitNanos(leftNs);
      }
      long oldest = nextSequence - log.size();
      return log.stream().skip(Math.max(0, sequence + 1 - oldest)).limit(countMax).toList();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public List<LoggedItem> retained() {
    lock.lock();
    try {
      return retained.values().stream().filter(this::isValid).toList();
    } finally {
      lock.unlock();
    }
  }

  private boolean isValid(LoggedItem logged) {
    return logged.item() instanceof DownMessage message && message.expiresMs() > clock.millis();
  }

  /// Fails what is sent from now on; with nothing, takes it again.
  public void failWith(@Nullable Throwable cause) {
    lock.lock();
    try {
      failure = cause;
    } finally {
      lock.unlock();
    }
  }

  /// Everything that is kept, oldest first.
  public List<DownItem> items() {
    lock.lock();
    try {
      return log.stream().map(LoggedItem::item).toList();
    } finally {
      lock.unlock();
    }
  }
}
