package city.wayside.edge.detect;

import city.wayside.model.config.Setting;

/// When a vehicle is believed to drive against the direction of its road.
///
/// @param isEnabled whether such vehicles are told of
/// @param speedMps how fast it must be
/// @param reportsMin how many reports must show it
/// @param wayM how far it must have driven so
/// @param opposedDeg how far its heading and the road's must be apart
/// @param nearM how near to the road its positions must be
/// @param reachM how far away another road explains its heading, where its reports do not say how
///   accurate they are
/// @param silentMs after which silence it is not told of any more
/// @param vehiclesCountMax how many such vehicles are followed
public record WrongWayConfig(
    @Setting(
            value = "Whether vehicles that drive against the direction of the road are told of.",
            otherwise = "true")
        boolean isEnabled,
    @Setting(
            value = "It must drive at least this many metres per second.",
            otherwise = "5",
            min = 2,
            max = 50)
        double speedMps,
    @Setting(value = "So many reports must show it.", otherwise = "5", min = 2, max = 100)
        int reportsMin,
    @Setting(
            value = "It must have driven so for this many metres.",
            otherwise = "50",
            min = 10,
            max = 5000)
        double wayM,
    @Setting(
            value = "Its heading and the road's direction must be this many degrees apart.",
            otherwise = "150",
            min = 120,
            max = 179)
        double opposedDeg,
    @Setting(
            value =
                "Its positions must be within this many metres of the road, and their accuracy no"
                    + " worse.",
            otherwise = "10",
            min = 1,
            max = 100)
        double nearM,
    @Setting(
            value =
                "A road that leads its way explains everything within this many metres, where its"
                    + " reports do not say how accurate they are.",
            otherwise = "25",
            min = 1,
            max = 100)
        double reachM,
    @Setting(
            value = "It is told of until it has not been seen so for this many milliseconds.",
            otherwise = "10000",
            min = 2000,
            max = 600_000)
        long silentMs,
    @Setting(
            value = "Such vehicles that are followed; beyond it new ones are not, and counted.",
            otherwise = "1000",
            min = 1,
            max = 100_000)
        int vehiclesCountMax) {

  /// The documented defaults.
  public static WrongWayConfig defaults() {
    return new WrongWayConfig(true, 5, 5, 50, 150, 10, 25, 10_000, 1000);
  }
}
