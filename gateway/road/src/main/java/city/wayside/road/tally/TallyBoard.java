package city.wayside.road.tally;

import city.wayside.model.message.Report;
import city.wayside.model.message.StationType;
import city.wayside.model.traffic.SegmentTally;
import city.wayside.model.traffic.WindowLength;
import city.wayside.road.match.MatchedReport;
import city.wayside.road.match.Passages;
import city.wayside.road.network.RoadNetwork;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/// The open base windows: every segment's sums so far.
///
/// Positions and times are rounded to whole millimetres and milliseconds first and subtracted then,
/// so the pieces of a vehicle's way add up to the whole way exactly, and the sums are the same in
/// whatever order vehicles and threads take turns.
public final class TallyBoard {

  /// How many segment windows may be open; passages that would open more are dropped and counted.
  public static final int OPEN_WINDOWS_MAX = 4_000_000;

  /// Who stands for less time may only have slowed down, milliseconds.
  public static final long WAITING_MS_MIN = 3_000;

  /// Who stands for longer is taken to be parked, milliseconds.
  public static final long WAITING_MS_MAX = 300_000;

  private static final int STRIPES = 64;
  private static final double MM_PER_M = 1000;

  private final Stripe[] stripes = new Stripe[STRIPES];
  private final long[] lengthMm;
  private final int openWindowsMax;
  private final AtomicInteger openWindows = new AtomicInteger();
  private final LongAdder droppedLate = new LongAdder();
  private final LongAdder droppedFull = new LongAdder();
  private volatile int windowFirst = Integer.MIN_VALUE;

  /// An empty board for a network.
  public TallyBoard(RoadNetwork network) {
    this(network, OPEN_WINDOWS_MAX);
  }

  /// An empty board for a network.
  ///
  /// @param openWindowsMax how many segment windows may be open
  public TallyBoard(RoadNetwork network, int openWindowsMax) {
    this(lengthsMm(network), openWindowsMax);
  }

  /// An empty board.
  ///
  /// @param lengthMm of each segment
  /// @param openWindowsMax how many segment windows may be open
  TallyBoard(long[] lengthMm, int openWindowsMax) {
    this.lengthMm = lengthMm;
    this.openWindowsMax = openWindowsMax;
    for (int i = 0; i < STRIPES; i++) {
      stripes[i] = new Stripe();
    }
  }

  private static long[] lengthsMm(RoadNetwork network) {
    long[] lengthsMm = new long[network.segmentCount()];
    for (int segment = 0; segment < lengthsMm.length; segment++) {
      lengthsMm[segment] = Math.round(network.lengthM(segment) * MM_PER_M);
    }
    return lengthsMm;
  }

  /// Adds what a vehicle has driven, cut at the borders of windows.
  public void add(MatchedReport matched) {
    Passages passages = matched.passages();
    for (int piece = 0; piece < passages.count(); piece++) {
      int segment = passages.segmentIndex(piece);
      if (segment < 0 || segment >= lengthMm.length) {
        throw new IndexOutOfBoundsException("segment " + segment + " of " + lengthMm.length);
      }
      Stripe stripe = stripes[segment & (STRIPES - 1)];
      synchronized (stripe) {
        addPiece(stripe, matched.report(), passages, piece);
      }
    }
  }

  private void addPiece(Stripe stripe, Report report, Passages passages, int piece) {
    long stationId = report.stationId();
    double fromMs = passages.fromMs(piece);
    double toMs = passages.toMs(piece);
    double fromM = passages.fromM(piece);
    double toM = passages.toM(piece);
    long baseMs = passages.baseMs();
    long startMs = baseMs + Math.round(fromMs);
    long endMs = baseMs + Math.round(toMs);
    long startMm = Math.round(fromM * MM_PER_M);
    long endMm = Math.round(toM * MM_PER_M);
    int segment = passages.segmentIndex(piece);
    int window = (int) Math.floorDiv(startMs, WindowLength.BASE_MS);
    long borderMs = (window + 1) * WindowLength.BASE_MS;
    while (borderMs < endMs) {
      double share = (borderMs - baseMs - fromMs) / (toMs - fromMs);
      long cutMm =
          Math.clamp(Math.round((fromM + share * (toM - fromM)) * MM_PER_M), startMm, endMm);
      addPart(stripe, segment, window, stationId, cutMm - startMm, borderMs - startMs, Double.NaN);
      startMm = cutMm;
      startMs = borderMs;
      window++;
      borderMs += WindowLength.BASE_MS;
    }
    addPart(
        stripe,
        segment,
        window,
        stationId,
        endMm - startMm,
        endMs - startMs,
        passages.traversalMs(piece));
    if (report.type() != StationType.BUS) {
      noteWaiting(stripe, stationId, passages, piece);
    }
  }

  /// Notes how far before the segment's end a vehicle waits. Buses are left out: they also stand at
  /// their stops, and who sees a bus stand does not see why.
  private void noteWaiting(Stripe stripe, long stationId, Passages passages, int piece) {
    int segment = passages.segmentIndex(piece);
    long fromMs = passages.baseMs() + Math.round(passages.fromMs(piece));
    long toMs = passages.baseMs() + Math.round(passages.toMs(piece));
    long placeMm = Math.round(passages.toM(piece) * MM_PER_M);
    long movedMm = placeMm - Math.round(passages.fromM(piece) * MM_PER_M);
    if (movedMm >= OpenTally.STANDING_MPS * (toMs - fromMs)) {
      stripe.standing().remove(stationId);
      return;
    }
    long sinceMs = stripe.standing().since(stationId, segment, fromMs, toMs);
    int window = (int) Math.floorDiv(fromMs, WindowLength.BASE_MS);
    for (long endMs = fromMs; endMs < toMs; window++) {
      endMs = Math.min(toMs, (window + 1) * WindowLength.BASE_MS);
      OpenTally tally = stripe.find(segment, window);
      if (tally != null && isWaiting(endMs - sinceMs)) {
        tally.addWaiting(lengthMm[segment] - placeMm);
      }
    }
  }

  private static boolean isWaiting(long standingMs) {
    return standingMs >= WAITING_MS_MIN && standingMs <= WAITING_MS_MAX;
  }

  private void addPart(
      Stripe stripe,
      int segment,
      int window,
      long stationId,
      long distanceMm,
      long timeMs,
      double traversalMs) {
    boolean isTraversal = !Double.isNaN(traversalMs);
    if (distanceMm == 0 && timeMs == 0 && !isTraversal) {
      return;
    }
    if (window < windowFirst) {
      droppedLate.increment();
      return;
    }
    OpenTally tally = stripe.find(segment, window);
    if (tally == null) {
      if (openWindows.get() >= openWindowsMax) {
        droppedFull.increment();
        return;
      }
      tally = stripe.open(segment, window);
      openWindows.incrementAndGet();
    }
    tally.add(stationId, distanceMm, timeMs);
    if (isTraversal) {
      tally.addTraversal(traversalMs);
    }
    stripe.markChanged(tally);
  }

  /// The whole sums of every segment and window that changed since the last call. Everything that
  /// was added before the call is in it.
  public List<SegmentTally> takeChanged() {
    List<SegmentTally> taken = new ArrayList<>();
    for (Stripe stripe : stripes) {
      synchronized (stripe) {
        for (OpenTally tally : stripe.changed()) {
          tally.isChanged = false;
          taken.add(tally.snapshot());
        }
        stripe.changed().clear();
      }
    }
    return taken;
  }

  /// Forgets windows that ended before a moment; reports for them are too late by then. What
  /// changed in them before is still taken once.
  public void forgetBefore(long timeMs) {
    int first = (int) Math.floorDiv(timeMs, WindowLength.BASE_MS);
    if (first <= windowFirst) {
      return;
    }
    windowFirst = first;
    for (Stripe stripe : stripes) {
      synchronized (stripe) {
        openWindows.addAndGet(-stripe.closeBefore(first));
        stripe.standing().forgetBefore(timeMs);
      }
    }
  }

  /// How many segment windows are open.
  public int openWindowCount() {
    return openWindows.get();
  }

  /// How many pieces came for windows that were already forgotten.
  public long droppedLateCount() {
    return droppedLate.sum();
  }

  /// How many pieces were dropped because too many windows were open.
  public long droppedFullCount() {
    return droppedFull.sum();
  }
}
