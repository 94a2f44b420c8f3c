package city.wayside.grid.rollup;

import city.wayside.grid.rollup.DueWindows.Window;
import city.wayside.model.traffic.LevelOfService;
import city.wayside.model.traffic.SegmentTraffic;
import city.wayside.model.traffic.WindowLength;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The levels of service as they were published, from the ledger, so that another member goes on
/// with the same ones. What was read or published last is kept at hand. One thread.
final class PastLevels {

  /// So many windows are kept at hand: of each length those that may be revised and their past.
  private static final int WINDOWS_MAX = 24;

  private static final byte NO_RECORD = -1;

  private static final List<LevelOfService> LEVELS = List.of(LevelOfService.values());

  private final WindowLedger ledger;
  private final String networkVersion;
  private final int segmentCount;
  private final RollUpConfig config;

  private final Map<Window, byte[]> atHand =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Window, byte[]> eldest) {
          return size() > WINDOWS_MAX;
        }
      };

  PastLevels(WindowLedger ledger, RollUp rollUp) {
    this.ledger = ledger;
    this.networkVersion = rollUp.networkVersion();
    this.segmentCount = rollUp.segmentCount();
    this.config = rollUp.config();
  }

  /// What was published for a segment before a window.
  PastLevel before(Window window, int segment) {
    LevelOfService level = at(window, 1, segment);
    if (level == LevelOfService.UNKNOWN) {
      return PastLevel.NONE;
    }
    int windows = 1;
    int enough = ServiceLevels.dwellWindows(config, window.length());
    while (windows < enough && at(window, windows + 1, segment) == level) {
      windows++;
    }
    return new PastLevel(level, windows);
  }

  /// Takes note of what is published.
  void published(Window window, List<SegmentTraffic> records) {
    atHand.put(window, levels(records));
  }

  /// Forgets what is at hand: another member has been at work.
  void forget() {
    atHand.clear();
  }

  private LevelOfService at(Window window, int back, int segment) {
    WindowLength length = window.length();
    Window past = new Window(length, window.startMs() - back * length.lengthMs());
    byte[] levels = atHand.get(past);
    if (levels == null) {
      levels = levels(ledger.records(length, past.startMs()));
      atHand.put(past, levels);
    }
    byte level = levels[segment];
    return level == NO_RECORD ? LevelOfService.UNKNOWN : LEVELS.get(level);
  }

  private byte[] levels(List<SegmentTraffic> records) {
    byte[] levels = new byte[segmentCount];
    Arrays.fill(levels, NO_RECORD);
    for (SegmentTraffic record : records) {
      // An index of another network is another segment.
      if (record.window().networkVersion().equals(networkVersion)) {
        levels[record.window().segmentIndex()] = (byte) LEVELS.indexOf(record.levelOfService());
      }
    }
    return levels;
  }
}
