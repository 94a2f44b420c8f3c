package city.wayside.kit.trace;

/// A line of a trace that was skipped.
///
/// @param lineNumber the line in the file, the header being line 1
/// @param reason what is wrong with it, with field and value
public record BadLine(long lineNumber, String reason) {

  @Override
  public String toString() {
    return "line " + lineNumber + ": " + reason;
  }
}
