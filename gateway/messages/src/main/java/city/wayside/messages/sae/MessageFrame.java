package city.wayside.messages.sae;

import static city.wayside.messages.uper.Schema.entry;
import static city.wayside.messages.uper.Schema.integer;
import static city.wayside.messages.uper.Schema.open;
import static city.wayside.messages.uper.Schema.sequence;

import city.wayside.messages.uper.SequenceType;

/// The frame around every message of SAE J2735-2024. What has a number that is not listed is
/// carried as octets.
public final class MessageFrame {

  public static final SequenceType MESSAGE_FRAME =
      sequence("MessageFrame")
          .field("messageId", integer(0, 32767))
          .open(
              "value",
              open(
                  entry(18, "MapData", Maps.MAP_DATA),
                  entry(19, "SPAT", Signals.SPAT),
                  entry(20, "BasicSafetyMessage", Bsm.BASIC_SAFETY_MESSAGE),
                  entry(29, "SignalRequestMessage", SignalPriority.SIGNAL_REQUEST_MESSAGE),
                  entry(30, "SignalStatusMessage", SignalPriority.SIGNAL_STATUS_MESSAGE),
                  entry(31, "TravelerInformation", Tim.TRAVELER_INFORMATION),
                  entry(32, "PersonalSafetyMessage", Psm.PERSONAL_SAFETY_MESSAGE)),
              "messageId")
          .extensible()
          .end();

  private MessageFrame() {}
}
