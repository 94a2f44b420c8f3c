package city.wayside.town.penetration;

import city.wayside.grid.rollup.CountedPlace;
import city.wayside.grid.rollup.CountedShares;
import city.wayside.grid.rollup.DayClock;
import city.wayside.grid.rollup.DrivenDistances;
import city.wayside.grid.rollup.Penetrations;
import city.wayside.grid.rollup.PlaceStore;
import city.wayside.grid.rollup.SurveyedShare;
import city.wayside.grid.rollup.SurveyedShares;
import city.wayside.model.traffic.Penetration;
import city.wayside.road.network.RoadNetwork;
import city.wayside.town.file.FileVersion;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Knows the share of vehicles that report as the city's files say, and follows the files.
///
/// A count is used once the minutes that it covers are closed and late reports revise them no more,
/// and only when all of them are still kept. Each member reads the files; the one that leads adds
/// up counts and keeps the sums in the grid, from where another goes on.
public final class PenetrationFollower implements Penetrations, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(PenetrationFollower.class);

  /// Where counts are compared with reports, and kept.
  ///
  /// @param distances what reporting vehicles drove
  /// @param places the sums
  /// @param leads true while this member adds up counts
  public record Stores(DrivenDistances distances, PlaceStore places, BooleanSupplier leads) {}

  private final PenetrationConfig config;
  private final RoadNetwork network;
  private final Stores stores;
  private final long settledAfterMs;
  private final InstantSource time;
  private final DayClock dayClock;
  private final CountedShares counted;
  private volatile Penetrations surveyed = Penetrations.UNKNOWN;
  private List<Count> waiting = List.of();
  private @Nullable FileVersion surveySeen;
  private @Nullable FileVersion countsSeen;
  private boolean knowsPlaces;
  private @Nullable Thread thread;

  /// @param settledAfterMs so long after its end a window is revised no more
  public PenetrationFollower(
      PenetrationConfig config,
      RoadNetwork network,
      Stores stores,
      long settledAfterMs,
      InstantSource time) {
    this.config = config;
    this.network = network;
    this.stores = stores;
    this.settledAfterMs = settledAfterMs;
    this.time = time;
    this.dayClock = new DayClock(config.zone());
    this.counted = new CountedShares(network, dayClock, config.counters());
  }

  /// Reads the files, and from now on every later version of them.
  ///
  /// @throws PenetrationException when a file cannot be used at all
  public void start() throws PenetrationException {
    look();
    if (config.surveyFile() != null || config.countsFile() != null) {
      thread = Thread.ofVirtual().name("penetration").start(this::follow);
    }
  }

  private void follow() {
    try {
      while (true) {
        Thread.sleep(config.lookEveryMs());
        try {
          look();
        } catch (PenetrationException e) {
          LOG.error("penetrations stay as they are, because of\n{}", e.getMessage());
        } catch (RuntimeException e) {
          LOG.warn("counts cannot be added up now, trying again: {}", e.toString());
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Looks at the files, and adds up the counts that are due.
  ///
  /// @throws PenetrationException once for every version of a file that cannot be used
  void look() throws PenetrationException {
    readSurvey();
    readCounts();
    addUp();
  }

  private void readSurvey() throws PenetrationException {
    Path file = config.surveyFile();
    if (file == null) {
      return;
    }
    FileVersion now = FileVersion.of(file);
    if (now.equals(surveySeen)) {
      return;
    }
    surveySeen = now;
    Lines<SurveyedShare> lines = SurveyFile.read(file);
    surveyed = new SurveyedShares(network, dayClock, lines.good());
    tell(file, lines);
  }

  private void readCounts() throws PenetrationException {
    Path file = config.countsFile();
    if (file == null) {
      return;
    }
    FileVersion now = FileVersion.of(file);
    if (now.equals(countsSeen)) {
      return;
    }
    countsSeen = now;
    Lines<Count> lines = new CountsFile(network).read(file);
    waiting = lines.good().stream().sorted(Comparator.comparingLong(Count::startMs)).toList();
    tell(file, lines);
  }

  private static void tell(Path file, Lines<?> lines) {
    LOG.info("{} has {} line(s) that are used", file, lines.good().size());
    if (lines.bad() > 0) {
      LOG.error("{} line(s) of {} are left out:\n{}", lines.bad(), file, lines.told());
    }
  }

  private void addUp() {
    if (config.countsFile() == null) {
      return;
    }
    boolean isLeading = stores.leads().getAsBoolean();
    if (!isLeading || !knowsPlaces) {
      // Another member may have gone on; its sums are the newer ones.
      counted.replace(stores.places().places());
      knowsPlaces = true;
    }
    if (!isLeading) {
      return;
    }
    long settledMs = time.millis() - settledAfterMs;
    List<Count> later = new ArrayList<>();
    Map<String, CountedPlace> changed = new HashMap<>();
    int gone = 0;
    for (Count count : waiting) {
      if (count.endMs() > settledMs) {
        later.add(count);
      } else if (count.startMs() >= counted.usedUntilMs(count.segmentId())) {
        gone += add(count, changed) ? 0 : 1;
      }
    }
    if (!changed.isEmpty()) {
      // When they cannot be kept, all is as it was: the kept sums are read and the counts added
      // anew.
      knowsPlaces = false;
      stores.places().putPlaces(changed.values());
      knowsPlaces = true;
      counted.estimate();
    }
    waiting = later;
    if (gone > 0) {
      LOG.info("{} count(s) are of minutes that are not kept (any more), and are not used", gone);
    }
  }

  private boolean add(Count count, Map<String, CountedPlace> changed) {
    int segment = network.indexOf(count.segmentId());
    OptionalDouble distanceM =
        stores.distances().distanceM(segment, count.startMs(), count.endMs());
    if (distanceM.isEmpty()) {
      return false;
    }
    double passed = distanceM.getAsDouble() / network.lengthM(segment);
    changed.put(
        count.segmentId(),
        counted.add(count.segmentId(), count.startMs(), count.endMs(), passed, count.vehicles()));
    return true;
  }

  @Override
  public @Nullable Penetration of(int segmentIndex, long timeMs) {
    Penetration known = counted.of(segmentIndex, timeMs);
    return known == null ? surveyed.of(segmentIndex, timeMs) : known;
  }

  @Override
  public void close() {
    if (thread != null) {
      thread.interrupt();
    }
  }
}
