package city.wayside.messages.json.itsclient;

import city.wayside.model.message.MessageKind;

/// What surrounds the message itself.
///
/// @param kind the kind of message
/// @param version the dialect's version, such as `2.4.0`
/// @param sourceUuid the sender's name
/// @param timestampMs when the sender made the message, by its clock, milliseconds since 1970; the
///   receive time when it did not say
/// @param stationId the sending station, 0 to 4,294,967,295; [#NO_STATION] when only the packed
///   payload tells
/// @param linkedStationId the station of a trailer or platoon mate; [#NO_STATION] when not given
public record Envelope(
    MessageKind kind,
    String version,
    String sourceUuid,
    long timestampMs,
    long stationId,
    long linkedStationId) {

  /// Stands for a station that is not given.
  public static final long NO_STATION = -1;
}
