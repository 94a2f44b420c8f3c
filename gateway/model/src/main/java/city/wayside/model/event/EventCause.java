package city.wayside.model.event;

/// What happens: cause and sub-cause of ETSI TS 102 894-2 (CauseCodeType and its sub-causes).
///
/// @param causeCode 0 to 255; 0 where only signs tell it
/// @param subCauseCode 0 (unavailable) to 255
public record EventCause(int causeCode, int subCauseCode) {

  /// No cause: for an event, only its signs tell what it is.
  public static final EventCause NONE = new EventCause(0, 0);
}
