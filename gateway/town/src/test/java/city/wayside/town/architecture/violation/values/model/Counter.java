package city.wayside.town.architecture.violation.values.model;

/// Breaks the shape of the model: a class with changing state.
final class Counter {
  private int count;

  int next() {
    return ++count;
  }
}
