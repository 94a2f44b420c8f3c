package city.wayside.messages.sae;

import static city.wayside.messages.uper.Schema.ascii;
import static city.wayside.messages.uper.Schema.choice;
import static city.wayside.messages.uper.Schema.listOf;
import static city.wayside.messages.uper.Schema.sequence;

import city.wayside.messages.uper.SequenceOfType;
import city.wayside.messages.uper.StringType;

/// What traveler information says: phrases and signs of SAE J2735-2024.
public final class Advice {

  public static final StringType ITIS_TEXT_PHRASE = ascii(1, 16);

  public static final SequenceOfType ITIS_CODES_AND_TEXT =
      items("ITIScodesAndText", 100, ascii(1, 500));

  public static final SequenceOfType EXIT_SERVICE = items("ExitService", 16, ITIS_TEXT_PHRASE);

  public static final SequenceOfType GENERIC_SIGNAGE =
      items("GenericSignage", 16, ITIS_TEXT_PHRASE);

  public static final SequenceOfType SPEED_LIMIT = items("SpeedLimit", 16, ITIS_TEXT_PHRASE);

  public static final SequenceOfType WORK_ZONE = items("WorkZone", 16, ITIS_TEXT_PHRASE);

  private Advice() {}

  private static SequenceOfType items(String name, int countMax, StringType text) {
    return listOf(
        1,
        countMax,
        sequence(name)
            .field(
                "item", choice("Item").or("itis", SpecialVehicle.ITIS_CODES).or("text", text).end())
            .end());
  }
}
