package city.wayside.edge.fuzz;

import java.util.concurrent.atomic.LongAdder;

/// What happened, over all connections.
///
/// @param connections that were opened
/// @param turnedAway that were answered nothing
/// @param livedOn that the server did not end before all was sent
/// @param packets damaged packets that the server is known to have dealt with: a ping behind them
///   was answered
/// @param octets that were sent
/// @param stuck connections that the server did not end although nothing more could come
record Counts(
    LongAdder connections,
    LongAdder turnedAway,
    LongAdder livedOn,
    LongAdder packets,
    LongAdder octets,
    LongAdder stuck) {

  Counts() {
    this(
        new LongAdder(),
        new LongAdder(),
        new LongAdder(),
        new LongAdder(),
        new LongAdder(),
        new LongAdder());
  }

  @Override
  public String toString() {
    return ("%,d packets in %,d connections, of which %,d were turned away and %,d lived on;"
            + " %,d octets")
        .formatted(packets.sum(), connections.sum(), turnedAway.sum(), livedOn.sum(), octets.sum());
  }
}
