package city.wayside.model.refusal;

/// A refusal as a value: the stable code and what a developer of the sender needs to mend it.
///
/// @param code the stable code
/// @param reason one sentence with field, value and what is allowed; never a position
public record Refused(Refusal code, String reason) {}
