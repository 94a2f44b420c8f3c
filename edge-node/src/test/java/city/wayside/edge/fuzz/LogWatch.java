package city.wayside.edge.fuzz;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import org.slf4j.LoggerFactory;

/// Finds what should not be in the log: exceptions above debug, errors, and lost buffers.
final class LogWatch extends AppenderBase<ILoggingEvent> implements AutoCloseable {

  private static final String LEAKS = "io.netty.util.ResourceLeakDetector";
  private static final int KEPT_MAX = 20;

  private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);
  private final List<String> findings;

  LogWatch(List<String> findings) {
    this.findings = findings;
    setContext(root.getLoggerContext());
    start();
    root.addAppender(this);
  }

  @Override
  protected void append(ILoggingEvent event) {
    boolean isFinding =
        event.getLevel().isGreaterOrEqual(Level.ERROR)
            || event.getLoggerName().equals(LEAKS)
            || (event.getThrowableProxy() != null && event.getLevel().isGreaterOrEqual(Level.INFO));
    if (isFinding) {
      String cause =
          event.getThrowableProxy() == null
              ? ""
              : ": "
                  + event.getThrowableProxy().getClassName()
                  + " "
                  + event.getThrowableProxy().getMessage();
      String finding =
          event.getLevel()
              + " "
              + event.getLoggerName()
              + ": "
              + event.getFormattedMessage()
              + cause;
      // The same again says nothing new.
      if (findings.size() < KEPT_MAX && !findings.contains(finding)) {
        findings.add(finding);
      }
    }
  }

  @Override
  public void close() {
    root.detachAppender(this);
  }
}
