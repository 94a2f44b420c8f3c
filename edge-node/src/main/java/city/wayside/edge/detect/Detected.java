package city.wayside.edge.detect;

import city.wayside.model.event.EventCause;
import city.wayside.model.event.Relevance;
import city.wayside.model.event.Relevance.Direction;

/// What is found in traffic, and by which codes of ETSI TS 102 894-2 it is told.
public enum Detected {
  /// A vehicle stands where others drive: stationaryVehicle.
  STOPPED_VEHICLE("stopped_vehicle", 94, 0, 1000, Direction.UPSTREAM),
  /// Several vehicles brake hard at one place: dangerousSituation, emergencyElectronicBrakeEngaged.
  HARD_BRAKING("hard_braking", 99, 1, 500, Direction.UPSTREAM),
  /// A vehicle drives against the direction of its road: wrongWayDriving, wrongDirection.
  WRONG_WAY("wrong_way", 14, 2, 5000, Direction.ALL),
  /// The end of a queue that others come upon fast: dangerousEndOfQueue.
  QUEUE_END("queue_end", 27, 0, 1000, Direction.UPSTREAM);

  private final String word;
  private final int causeCode;
  private final int subCauseCode;
  private final double relevanceM;
  private final Direction direction;

  Detected(String word, int causeCode, int subCauseCode, double relevanceM, Direction direction) {
    this.word = word;
    this.causeCode = causeCode;
    this.subCauseCode = subCauseCode;
    this.relevanceM = relevanceM;
    this.direction = direction;
  }

  /// Its word in counters and in the log.
  public String word() {
    return word;
  }

  /// Its cause.
  public EventCause cause() {
    return new EventCause(causeCode, subCauseCode);
  }

  /// Whom it concerns.
  Relevance relevance() {
    return new Relevance(relevanceM, direction);
  }
}
