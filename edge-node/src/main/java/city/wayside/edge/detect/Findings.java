package city.wayside.edge.detect;

/// Takes what detectors see.
@FunctionalInterface
interface Findings {

  /// Takes one finding; the same again and again while it lasts.
  void found(Finding finding);
}
