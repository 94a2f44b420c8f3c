package city.wayside.kit.trace;

/// Where a trace can be read from the start, again and again.
@FunctionalInterface
public interface TraceSource {

  /// A reader at the first row; the caller closes it.
  ///
  /// @throws TraceException when there is no trace
  TraceReader open() throws TraceException;
}
