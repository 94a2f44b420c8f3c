package city.wayside.town.config;

/// Where a value was written: a position in a file, or an environment variable.
///
/// @param source the file as it was named, or words for what else it is
/// @param line line from 1; 0 when the source has no lines
/// @param column column from 1; 0 when the source has no lines
record Place(String source, int line, int column) {

  /// A place without line and column.
  static Place of(String source) {
    return new Place(source, 0, 0);
  }
}
