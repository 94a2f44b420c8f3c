package city.wayside.messages.sae;

import static city.wayside.messages.uper.Schema.entry;
import static city.wayside.messages.uper.Schema.integer;
import static city.wayside.messages.uper.Schema.open;
import static city.wayside.messages.uper.Schema.sequence;

import city.wayside.messages.dsrc.MapData;
import city.wayside.messages.dsrc.Requests;
import city.wayside.messages.dsrc.Spat;
import city.wayside.messages.uper.SequenceType;

/// The frame around every message of SAE J2735: its number, then the message. What has a number
/// that is not listed is carried as octets.
public final class MessageFrame {

  /// The frame.
  public static final SequenceType MESSAGE_FRAME =
      sequence("MessageFrame")
          .field("messageId", integer(0, 32767))
          .open(
              "value",
              open(
                  entry(18, "MapData", MapData.MAP_DATA),
                  entry(19, "SPAT", Spat.SPAT),
                  entry(29, "SignalRequestMessage", Requests.SIGNAL_REQUEST_MESSAGE),
                  entry(30, "SignalStatusMessage", Requests.SIGNAL_STATUS_MESSAGE)),
              "messageId")
          .extensible()
          .end();

  private MessageFrame() {}
}
