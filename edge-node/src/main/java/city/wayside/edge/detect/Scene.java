package city.wayside.edge.detect;

import city.wayside.road.match.Passages;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/// The slow vehicles of one segment; there are scenes only where there are some. Guarded by itself,
/// but for what the last review saw, which is of the reviewing thread alone.
final class Scene {

  private static final double MS_PER_S = 1000;
  private static final Comparator<SlowVehicle> DOWNSTREAM_FIRST =
      Comparator.<SlowVehicle>comparingDouble(vehicle -> -vehicle.offsetM);

  final int segment;

  /// As the last review saw it.
  final QueueState queue = new QueueState();

  private final List<SlowVehicle> vehicles = new ArrayList<>(4);
  private boolean isClosed;

  Scene(int segment) {
    this.segment = segment;
  }

  /// Adds a vehicle.
  ///
  /// @return false when this scene is closed and another one must be taken
  synchronized boolean add(SlowVehicle vehicle) {
    if (isClosed) {
      return false;
    }
    vehicles.add(vehicle);
    return true;
  }

  /// How many vehicles there are.
  synchronized int vehiclesCount() {
    return vehicles.size();
  }

  /// Moves a vehicle.
  ///
  /// @return false when it is not there any more
  synchronized boolean move(SlowVehicle vehicle, long timeMs, double offsetM, double speedMps) {
    if (vehicle.isGone) {
      return false;
    }
    vehicle.move(timeMs, offsetM, speedMps);
    return true;
  }

  /// Takes a vehicle out.
  ///
  /// @return false when it is not there any more
  synchronized boolean remove(SlowVehicle vehicle) {
    if (vehicle.isGone) {
      return false;
    }
    vehicle.isGone = true;
    vehicles.remove(vehicle);
    return true;
  }

  /// Sees another vehicle drive over a piece of the segment.
  ///
  /// @param passMps how fast it must have been to have driven past
  synchronized void pass(Passages passages, int piece, double passMps) {
    double fromM = passages.fromM(piece);
    double toM = passages.toM(piece);
    double lastedS = (passages.toMs(piece) - passages.fromMs(piece)) / MS_PER_S;
    if (toM - fromM < passMps * lastedS) {
      return;
    }
    for (int i = 0; i < vehicles.size(); i++) {
      SlowVehicle vehicle = vehicles.get(i);
      boolean isBetween = fromM < vehicle.standingOffsetM && vehicle.standingOffsetM <= toM;
      if (isBetween
          && vehicle.standingSinceMs != Motion.NEVER_MS
          && vehicle.standingSinceMs <= passages.baseMs()) {
        vehicle.passesCount++;
      }
    }
  }

  /// Takes out the vehicles that are silent.
  ///
  /// @return how many
  synchronized int dropSilent(long beforeMs) {
    int before = vehicles.size();
    for (int i = before - 1; i >= 0; i--) {
      SlowVehicle vehicle = vehicles.get(i);
      if (vehicle.newestMs < beforeMs) {
        vehicle.isGone = true;
        vehicles.remove(i);
      }
    }
    return before - vehicles.size();
  }

  /// Closes the scene when nobody is there.
  synchronized boolean closeIfEmpty() {
    isClosed = vehicles.isEmpty();
    return isClosed;
  }

  /// Has what is there looked at, the most downstream vehicle first, while nothing changes.
  synchronized <T> T look(Function<List<SlowVehicle>, T> look) {
    vehicles.sort(DOWNSTREAM_FIRST);
    return look.apply(vehicles);
  }
}
