package city.wayside.edge.detect;

import city.wayside.model.config.Setting;

/// What is found in traffic, and how it is told.
///
/// @param slow which vehicles are looked at because they hardly move
/// @param stopped vehicles that stand where others drive
/// @param braking several vehicles that brake hard at one place
/// @param wrongWay vehicles that drive against the direction of the road
/// @param queue ends of queues
/// @param telling how what was found is told
public record DetectionConfig(
    @Setting("Which vehicles are looked at because they hardly move.") SlowConfig slow,
    @Setting("Vehicles that stand where others drive.") StoppedConfig stopped,
    @Setting("Several vehicles that brake hard at one place.") BrakingConfig braking,
    @Setting("Vehicles that drive against the direction of the road.") WrongWayConfig wrongWay,
    @Setting("Ends of queues.") QueueConfig queue,
    @Setting("How what was found is told.") TellingConfig telling) {

  /// The documented defaults.
  public static DetectionConfig defaults() {
    return new DetectionConfig(
        SlowConfig.defaults(),
        StoppedConfig.defaults(),
        BrakingConfig.defaults(),
        WrongWayConfig.defaults(),
        QueueConfig.defaults(),
        TellingConfig.defaults());
  }
}
