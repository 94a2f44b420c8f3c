package city.wayside.messages.sae;

import static city.wayside.messages.uper.Schema.extensibleBits;
import static city.wayside.messages.uper.Schema.sequence;

import city.wayside.messages.uper.SequenceType;

/// Part II of a BSM that concerns safety of SAE J2735-2024.
public final class VehicleSafety {

  public static final SequenceType VEHICLE_SAFETY_EXTENSIONS =
      sequence("VehicleSafetyExtensions")
          .optional("events", extensibleBits(13))
          .optional("pathHistory", Quantities.PATH_HISTORY)
          .optional("pathPrediction", Quantities.PATH_PREDICTION)
          .optional("lights", extensibleBits(9))
          .extensible()
          .end();

  private VehicleSafety() {}
}
