package city.wayside.messages.etsi.ivim;

import static city.wayside.messages.uper.Schema.NULL;
import static city.wayside.messages.uper.Schema.choice;
import static city.wayside.messages.uper.Schema.enumerated;
import static city.wayside.messages.uper.Schema.extensibleInteger;
import static city.wayside.messages.uper.Schema.extensibleListOf;
import static city.wayside.messages.uper.Schema.integer;
import static city.wayside.messages.uper.Schema.listOf;
import static city.wayside.messages.uper.Schema.sequence;

import city.wayside.messages.etsi.cdd.Vehicles;
import city.wayside.messages.uper.ChoiceType;
import city.wayside.messages.uper.EnumeratedType;
import city.wayside.messages.uper.IntegerType;
import city.wayside.messages.uper.SequenceOfType;
import city.wayside.messages.uper.SequenceType;

/// Which vehicles a sign is for: ISO 19321 and the EFC data dictionary of ISO 17573-3.
public final class VehicleCharacteristics {

  public static final ChoiceType EU_VEHICLE_CATEGORY_CODE =
      choice("EuVehicleCategoryCode")
          .or("euVehicleCategoryL", enumerated("l1", "l2", "l3", "l4", "l5", "l6", "l7"))
          .or("euVehicleCategoryM", enumerated("m1", "m2", "m3"))
          .or("euVehicleCategoryN", enumerated("n1", "n2", "n3"))
          .or("euVehicleCategoryO", enumerated("o1", "o2", "o3", "o4"))
          .or("euVehicleCategoryT", NULL)
          .or("euVehicleCategoryG", NULL)
          .end();

  public static final SequenceType ENVIRONMENTAL_CHARACTERISTICS =
      sequence("EnvironmentalCharacteristics")
          .field("euroValue", integer(0, 15))
          .field("copValue", integer(0, 15))
          .end();

  public static final SequenceType LOAD_TYPE =
      sequence("LoadType")
          .field("goodsType", extensibleInteger(0, 15))
          .field("dangerousGoodsType", Vehicles.DANGEROUS_GOODS_BASIC)
          .field("specialTransportType", Vehicles.SPECIAL_TRANSPORT_TYPE)
          .end();

  public static final EnumeratedType VEHICLE_ROLE =
      enumerated(
          "default",
          "publicTransport",
          "specialTransport",
          "dangerousGoods",
          "roadWork",
          "rescue",
          "emergency",
          "safetyCar",
          "agriculture",
          "commercial",
          "military",
          "roadOperator",
          "taxi",
          "uvar",
          "rfu1",
          "rfu2");

  public static final ChoiceType VEHICLE_CHARACTERISTICS_FIX_VALUES =
      choice("VehicleCharacteristicsFixValues")
          .or("simpleVehicleType", Vehicles.STATION_TYPE)
          .or("euVehicleCategoryCode", EU_VEHICLE_CATEGORY_CODE)
          .or("iso3833VehicleType", integer(0, 255))
          .or("euroAndCo2value", ENVIRONMENTAL_CHARACTERISTICS)
          .or("engineCharacteristics", integer(0, 255))
          .or("loadType", LOAD_TYPE)
          .or("usage", VEHICLE_ROLE)
          .extensible()
          .end();

  public static final SequenceOfType VEHICLE_CHARACTERISTICS_FIX_VALUES_LIST =
      extensibleListOf(1, 4, VEHICLE_CHARACTERISTICS_FIX_VALUES);

  public static final IntegerType INT1_UNSIGNED = integer(0, 255);

  public static final SequenceType VEHICLE_DIMENSIONS =
      sequence("VehicleDimensions")
          .field("vehicleLengthOverall", INT1_UNSIGNED)
          .field("vehicleHeightOverall", INT1_UNSIGNED)
          .field("vehicleWidthOverall", INT1_UNSIGNED)
          .end();

  public static final IntegerType INT2_UNSIGNED = integer(0, 65535);

  public static final SequenceType VEHICLE_WEIGHT_LIMITS =
      sequence("VehicleWeightLimits")
          .field("vehicleMaxLadenWeight", INT2_UNSIGNED)
          .field("vehicleTrainMaximumWeight", INT2_UNSIGNED)
          .field("vehicleWeightUnladen", INT2_UNSIGNED)
          .end();

  public static final SequenceType AXLE_WEIGHT_LIMITS =
      sequence("AxleWeightLimits")
          .field("maxLadenWeightOnAxle1", INT2_UNSIGNED)
          .field("maxLadenWeightOnAxle2", INT2_UNSIGNED)
          .field("maxLadenWeightOnAxle3", INT2_UNSIGNED)
          .field("maxLadenWeightOnAxle4", INT2_UNSIGNED)
          .field("maxLadenWeightOnAxle5", INT2_UNSIGNED)
          .end();

  public static final SequenceType PASSENGER_CAPACITY =
      sequence("PassengerCapacity")
          .field("numberOfSeats", INT1_UNSIGNED)
          .field("numberOfStandingPlaces", INT1_UNSIGNED)
          .end();

  public static final IntegerType EMISSION_UNIT = integer(0, 1);

  public static final SequenceType EXHAUST_EMISSION_VALUES =
      sequence("ExhaustEmissionValues")
          .field("unitType", EMISSION_UNIT)
          .field("emissionCo", integer(0, 32767))
          .field("emissionHc", INT2_UNSIGNED)
          .field("emissionNox", INT2_UNSIGNED)
          .field("emissionHcNox", INT2_UNSIGNED)
          .end();

  public static final SequenceType PARTICULATE =
      sequence("Particulate")
          .field("unitType", EMISSION_UNIT)
          .field("value", integer(0, 32767))
          .end();

  public static final SequenceType DIESEL_EMISSION_VALUES =
      sequence("DieselEmissionValues")
          .field("particulate", PARTICULATE)
          .field("absorptionCoeff", INT2_UNSIGNED)
          .end();

  public static final SequenceType SOUND_LEVEL =
      sequence("SoundLevel")
          .field("soundStationary", INT1_UNSIGNED)
          .field("soundDriveBy", INT1_UNSIGNED)
          .end();

  public static final SequenceType VEHICLE_CHARACTERISTICS_RANGES =
      sequence("VehicleCharacteristicsRanges")
          .field("comparisonOperator", integer(0, 3))
          .field(
              "limits",
              choice("Limits")
                  .or("numberOfAxles", integer(0, 7))
                  .or("vehicleDimensions", VEHICLE_DIMENSIONS)
                  .or("vehicleWeightLimits", VEHICLE_WEIGHT_LIMITS)
                  .or("axleWeightLimits", AXLE_WEIGHT_LIMITS)
                  .or("passengerCapacity", PASSENGER_CAPACITY)
                  .or("exhaustEmissionValues", EXHAUST_EMISSION_VALUES)
                  .or("dieselEmissionValues", DIESEL_EMISSION_VALUES)
                  .or("soundLevel", SOUND_LEVEL)
                  .extensible()
                  .end())
          .end();

  public static final SequenceType TRACTOR_CHARACTERISTICS =
      sequence("TractorCharacteristics")
          .optional("equalTo", VEHICLE_CHARACTERISTICS_FIX_VALUES_LIST)
          .optional("notEqualTo", VEHICLE_CHARACTERISTICS_FIX_VALUES_LIST)
          .optional("ranges", extensibleListOf(1, 4, VEHICLE_CHARACTERISTICS_RANGES))
          .end();

  public static final SequenceOfType TRAILER_CHARACTERISTICS_FIX_VALUES_LIST =
      extensibleListOf(1, 4, VEHICLE_CHARACTERISTICS_FIX_VALUES);

  public static final SequenceType TRAILER_CHARACTERISTICS =
      sequence("TrailerCharacteristics")
          .optional("equalTo", TRAILER_CHARACTERISTICS_FIX_VALUES_LIST)
          .optional("notEqualTo", TRAILER_CHARACTERISTICS_FIX_VALUES_LIST)
          .optional("ranges", extensibleListOf(1, 4, VEHICLE_CHARACTERISTICS_RANGES))
          .end();

  public static final SequenceType COMPLETE_VEHICLE_CHARACTERISTICS =
      sequence("CompleteVehicleCharacteristics")
          .optional("tractor", TRACTOR_CHARACTERISTICS)
          .optional("trailer", listOf(1, 3, TRAILER_CHARACTERISTICS))
          .optional("train", TRACTOR_CHARACTERISTICS)
          .end();

  public static final SequenceOfType VEHICLE_CHARACTERISTICS_LIST =
      extensibleListOf(1, 8, COMPLETE_VEHICLE_CHARACTERISTICS);

  private VehicleCharacteristics() {}
}
