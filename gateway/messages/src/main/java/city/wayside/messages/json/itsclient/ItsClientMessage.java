package city.wayside.messages.json.itsclient;

import city.wayside.model.message.Decoded;
import city.wayside.model.refusal.Refused;

/// What decoding a payload of the its-client dialects gives.
public sealed interface ItsClientMessage {

  /// A message whose content was JSON too.
  ///
  /// @param envelope what surrounds it
  /// @param decoded the message, never [Decoded.Undecodable]
  record Model(Envelope envelope, Decoded decoded) implements ItsClientMessage {}

  /// A message whose content is packed (message_format `asn1/uper`), to be decoded elsewhere.
  ///
  /// @param envelope what surrounds it; its station is not known yet
  /// @param uper the packed message, without base64
  record Uper(Envelope envelope, byte[] uper) implements ItsClientMessage {}

  /// The payload could not be turned into a message.
  ///
  /// @param refused the code and the reason
  record Undecodable(Refused refused) implements ItsClientMessage {}
}
