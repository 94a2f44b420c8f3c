package city.wayside.edge.detect;

/// Settings that differ from the defaults in one section.
final class Configs {

  private static final DetectionConfig DEFAULTS = DetectionConfig.defaults();

  private Configs() {}

  static DetectionConfig slow(SlowConfig other) {
    return new DetectionConfig(
        other,
        DEFAULTS.stopped(),
        DEFAULTS.braking(),
        DEFAULTS.wrongWay(),
        DEFAULTS.queue(),
        DEFAULTS.telling());
  }

  static DetectionConfig stopped(StoppedConfig other) {
    return new DetectionConfig(
        DEFAULTS.slow(),
        other,
        DEFAULTS.braking(),
        DEFAULTS.wrongWay(),
        DEFAULTS.queue(),
        DEFAULTS.telling());
  }

  static DetectionConfig braking(BrakingConfig other) {
    return new DetectionConfig(
        DEFAULTS.slow(),
        DEFAULTS.stopped(),
        other,
        DEFAULTS.wrongWay(),
        DEFAULTS.queue(),
        DEFAULTS.telling());
  }

  static DetectionConfig wrongWay(WrongWayConfig other) {
    return new DetectionConfig(
        DEFAULTS.slow(),
        DEFAULTS.stopped(),
        DEFAULTS.braking(),
        other,
        DEFAULTS.queue(),
        DEFAULTS.telling());
  }

  static DetectionConfig queue(QueueConfig other) {
    return new DetectionConfig(
        DEFAULTS.slow(),
        DEFAULTS.stopped(),
        DEFAULTS.braking(),
        DEFAULTS.wrongWay(),
        other,
        DEFAULTS.telling());
  }

  static DetectionConfig telling(TellingConfig other) {
    return new DetectionConfig(
        DEFAULTS.slow(),
        DEFAULTS.stopped(),
        DEFAULTS.braking(),
        DEFAULTS.wrongWay(),
        DEFAULTS.queue(),
        other);
  }
}
