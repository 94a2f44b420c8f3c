package city.wayside.town.architecture.violation.chance.server;

/// Breaks the rule of time: reads the machine's clock.
final class Stamp {
  long readMs() {
    return System.currentTimeMillis();
  }
}
