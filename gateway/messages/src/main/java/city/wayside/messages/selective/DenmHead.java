package city.wayside.messages.selective;

import city.wayside.model.event.EventCause;
import city.wayside.model.event.EventKey;
import city.wayside.model.event.Relevance;
import city.wayside.model.event.RoadEvent;
import city.wayside.model.refusal.Refused;

/// What the head of a DENM gives.
public sealed interface DenmHead {

  /// What a hazard's message is passed on by.
  ///
  /// @param originId the station that reported it first
  /// @param sequence its number at that station, 0 to 65,535
  /// @param causes causeCode times 256 plus subCauseCode; 0 when the message tells none
  /// @param termination whether it goes on
  /// @param detectedMs when it was first seen, milliseconds since 1970
  /// @param referenceMs when this message about it was made; the newest one holds
  /// @param untilMs until when it holds
  /// @param latDeg latitude of the event; `NaN` when the sender did not say
  /// @param lonDeg longitude of the event; `NaN` when the sender did not say
  /// @param relevance whom it concerns
  record Hazard(
      long originId,
      int sequence,
      int causes,
      RoadEvent.Termination termination,
      long detectedMs,
      long referenceMs,
      long untilMs,
      double latDeg,
      double lonDeg,
      Relevance relevance)
      implements DenmHead {

    private static final int CODES = 256;

    /// The same of an event that was read in full.
    static Hazard of(RoadEvent event) {
      return new Hazard(
          event.key().originId(),
          (int) event.key().sequence(),
          event.cause().causeCode() * CODES + event.cause().subCauseCode(),
          event.termination(),
          event.time().detectedMs(),
          event.time().referenceMs(),
          event.time().untilMs(),
          event.place().position().latDeg(),
          event.place().position().lonDeg(),
          event.relevance());
    }

    /// Which event it is.
    public EventKey key() {
      return new EventKey(originId, sequence);
    }

    /// What happens.
    public EventCause cause() {
      return new EventCause(causes / CODES, causes % CODES);
    }
  }

  /// The bytes are no DENM.
  ///
  /// @param refused the code and the reason
  record Undecodable(Refused refused) implements DenmHead {}
}
