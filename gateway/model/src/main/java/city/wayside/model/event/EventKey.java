package city.wayside.model.event;

/// What stays the same in all messages about one event (DENM actionID; for IVIM provider and
/// identification number, for TIM sender and packet).
///
/// @param originId the station or provider that reported it first, 0 to 4,294,967,295
/// @param sequence its number at that station
public record EventKey(long originId, long sequence) {}
