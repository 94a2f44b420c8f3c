package city.wayside.model.event;

import java.util.List;

/// A hazard or a piece of information about a place on the road: a DENM, an IVIM, a TIM.
///
/// @param key which event it is; the same in all its updates
/// @param cause what happens there
/// @param linkedCause what else the sender connects it with (DENM linkedCause); [EventCause#NONE]
///   when it named nothing
/// @param termination whether it goes on or was ended, and by whom
/// @param time when it was seen and how long it holds
/// @param place where it is
/// @param relevance whom it concerns
/// @param quality how sure the sender is, 0 (unknown) or 1 (lowest) to 7 (highest)
/// @param signs road signs and phrases shown for it, in order; empty for a plain hazard
/// @param evidence on what it rests when the gateway found it itself in the traffic;
///   [Evidence#NONE] when somebody told it
public record RoadEvent(
    EventKey key,
    EventCause cause,
    EventCause linkedCause,
    Termination termination,
    EventTime time,
    EventPlace place,
    Relevance relevance,
    Quality quality,
    List<Sign> signs,
    Evidence evidence) {

  /// An event that somebody told.
  public RoadEvent(
      EventKey key,
      EventCause cause,
      EventCause linkedCause,
      Termination termination,
      EventTime time,
      EventPlace place,
      Relevance relevance,
      Quality quality,
      List<Sign> signs) {
    this(
        key,
        cause,
        linkedCause,
        termination,
        time,
        place,
        relevance,
        quality,
        signs,
        Evidence.NONE);
  }

  /// The same that is connected with nothing else.
  public RoadEvent(
      EventKey key,
      EventCause cause,
      Termination termination,
      EventTime time,
      EventPlace place,
      Relevance relevance,
      Quality quality,
      List<Sign> signs) {
    this(key, cause, EventCause.NONE, termination, time, place, relevance, quality, signs);
  }

  /// The same under another key.
  public RoadEvent withKey(EventKey other) {
    return new RoadEvent(
        other, cause, linkedCause, termination, time, place, relevance, quality, signs, evidence);
  }

  /// True when the gateway found it itself in the traffic.
  public boolean isDetected() {
    return !evidence.equals(Evidence.NONE);
  }

  /// Whether an event goes on.
  public enum Termination {
    /// It goes on.
    NONE,
    /// Ended by the station that reported it.
    CANCELLED,
    /// Denied by another station (DENM isNegation).
    NEGATED
  }

  /// How sure the sender is (DENM informationQuality).
  ///
  /// @param levelCode 0 for unknown, 1 for lowest to 7 for highest
  public record Quality(int levelCode) {

    /// Not known.
    public static final Quality UNKNOWN = new Quality(0);
  }
}
