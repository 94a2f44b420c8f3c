package city.wayside.edge.detect;

import city.wayside.model.telemetry.Telemetry;
import city.wayside.road.network.RoadNetwork;
import java.util.Iterator;

/// Reviews what is on the board: every scene once a second, a part of them at each turn, and then
/// the rest. One thread.
final class Reviews {

  private static final long PASS_MS = 1000;
  private static final long SLICE_MS = PASS_MS / Board.SLICES;

  /// A vehicle is on a wrong way when it was seen so no longer ago than this.
  private static final long OPPOSED_MS = 3_000;

  private final Board board;
  private final SceneReview scenes;
  private final BrakingReview brakings;
  private final OpposedReview opposed;
  private final OpenEvents events;
  private final long brakingMs;
  private long reviewedMs = Long.MIN_VALUE;
  private int nextSlice;

  Reviews(DetectionConfig config, RoadNetwork network, Board board, Telemetry telemetry) {
    Adjoining adjoining = new Adjoining(network);
    this.board = board;
    this.scenes = new SceneReview(config, network, adjoining, board);
    this.brakings = new BrakingReview(config.braking(), network, adjoining);
    this.opposed = new OpposedReview();
    this.events = new OpenEvents(config, network, adjoining, telemetry);
    this.brakingMs = config.braking().withinMs();
  }

  void turn(long nowMs, EventTeller teller) {
    // A clock that was set back begins anew.
    boolean begins = reviewedMs == Long.MIN_VALUE || nowMs < reviewedMs;
    long dueCount = begins ? 1 : Math.min(Board.SLICES, (nowMs - reviewedMs) / SLICE_MS);
    if (dueCount == 0) {
      return;
    }
    reviewedMs = nowMs;
    for (int i = 0; i < dueCount; i++) {
      review(nextSlice, nowMs);
      nextSlice = (nextSlice + 1) % Board.SLICES;
      if (nextSlice == 0) {
        Findings findings = finding -> events.found(finding, nowMs);
        brakings.review(board.brakingsSince(nowMs - brakingMs), findings);
        opposed.review(board.opposedSince(nowMs - OPPOSED_MS), findings);
        events.turn(nowMs, teller);
      }
    }
  }

  private void review(int slice, long nowMs) {
    Iterator<Scene> each = board.slice(slice).iterator();
    while (each.hasNext()) {
      Scene scene = each.next();
      board.dropSilent(scene, nowMs);
      if (board.closeIfEmpty(scene)) {
        each.remove();
      } else {
        scenes.review(scene, nowMs, finding -> events.found(finding, nowMs));
      }
    }
  }
}
