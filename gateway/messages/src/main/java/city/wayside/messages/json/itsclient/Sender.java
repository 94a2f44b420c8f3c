package city.wayside.messages.json.itsclient;

/// Who sends a message.
///
/// @param sourceUuid its name, at most 128 characters
/// @param stationId its station, 0 to 4,294,967,295
public record Sender(String sourceUuid, long stationId) {}
