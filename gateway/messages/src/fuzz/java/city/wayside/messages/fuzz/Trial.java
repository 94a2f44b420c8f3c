package city.wayside.messages.fuzz;

/// What is tried with every message.
@FunctionalInterface
interface Trial {

  /// Tries it.
  ///
  /// @throws IllegalStateException when a promise is broken
  void run(byte[] message);

  /// Checks a promise.
  static void promise(boolean kept, String promise) {
    if (!kept) {
      throw new IllegalStateException("broken: " + promise);
    }
  }
}
