package city.wayside.messages.sae;

import static city.wayside.messages.uper.Schema.ascii;
import static city.wayside.messages.uper.Schema.choice;
import static city.wayside.messages.uper.Schema.listOf;
import static city.wayside.messages.uper.Schema.sequence;

import city.wayside.messages.uper.SequenceOfType;
import city.wayside.messages.uper.StringType;

/// What traveler information says: phrases and signs of SAE J2735-2024.
public final class Advice {

  public static final SequenceOfType ITIS_CODES_AND_TEXT =
      listOf(
          1,
          100,
          sequence("ITIScodesAndText")
              .field(
                  "item",
                  choice("Item")
                      .or("itis", SpecialVehicle.ITIS_CODES)
                      .or("text", ascii(1, 500))
                      .end())
              .end());

  public static final StringType ITIS_TEXT_PHRASE = ascii(1, 16);

  public static final SequenceOfType EXIT_SERVICE =
      listOf(
          1,
          16,
          sequence("ExitService")
              .field(
                  "item",
                  choice("Item")
                      .or("itis", SpecialVehicle.ITIS_CODES)
                      .or("text", ITIS_TEXT_PHRASE)
                      .end())
              .end());

  public static final SequenceOfType GENERIC_SIGNAGE =
      listOf(
          1,
          16,
          sequence("GenericSignage")
              .field(
                  "item",
                  choice("Item")
                      .or("itis", SpecialVehicle.ITIS_CODES)
                      .or("text", ITIS_TEXT_PHRASE)
                      .end())
              .end());

  public static final SequenceOfType SPEED_LIMIT =
      listOf(
          1,
          16,
          sequence("SpeedLimit")
              .field(
                  "item",
                  choice("Item")
                      .or("itis", SpecialVehicle.ITIS_CODES)
                      .or("text", ITIS_TEXT_PHRASE)
                      .end())
              .end());

  public static final SequenceOfType WORK_ZONE =
      listOf(
          1,
          16,
          sequence("WorkZone")
              .field(
                  "item",
                  choice("Item")
                      .or("itis", SpecialVehicle.ITIS_CODES)
                      .or("text", ITIS_TEXT_PHRASE)
                      .end())
              .end());

  private Advice() {}
}
