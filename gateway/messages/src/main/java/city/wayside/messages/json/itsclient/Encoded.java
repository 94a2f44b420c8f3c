package city.wayside.messages.json.itsclient;

import city.wayside.model.refusal.Refused;

/// What encoding gives.
public sealed interface Encoded {

  /// A message.
  ///
  /// @param json its text in UTF-8
  record Text(byte[] json) implements Encoded {}

  /// The value has something that the message cannot say, or lacks something that it must.
  ///
  /// @param refused the code and the reason
  record Unencodable(Refused refused) implements Encoded {}
}
