package city.wayside.model.message;

/// What decoding a payload gives: a message in the model's terms, or the reason why there is none.
public sealed interface Decoded permits Report, Decoded.Undecodable {

  /// The payload could not be turned into a message.
  ///
  /// @param refused the code and the reason
  record Undecodable(city.wayside.model.refusal.Refused refused) implements Decoded {}
}
