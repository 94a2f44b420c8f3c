package city.wayside.messages.etsi.cdd;

import static city.wayside.messages.uper.Schema.BOOLEAN;
import static city.wayside.messages.uper.Schema.ascii;
import static city.wayside.messages.uper.Schema.bits;
import static city.wayside.messages.uper.Schema.digits;
import static city.wayside.messages.uper.Schema.enumerated;
import static city.wayside.messages.uper.Schema.extensibleListOf;
import static city.wayside.messages.uper.Schema.integer;
import static city.wayside.messages.uper.Schema.octets;
import static city.wayside.messages.uper.Schema.sequence;
import static city.wayside.messages.uper.Schema.utf8;

import city.wayside.messages.uper.EnumeratedType;
import city.wayside.messages.uper.IntegerType;
import city.wayside.messages.uper.SequenceOfType;
import city.wayside.messages.uper.SequenceType;
import city.wayside.messages.uper.StringType;

/// What a station is and does, ETSI TS 102 894-2 v1.3.1 (ITS-Container).
public final class Vehicles {

  public static final IntegerType STATION_ID = integer(0, 4294967295L);

  public static final SequenceType ITS_PDU_HEADER =
      sequence("ItsPduHeader")
          .field("protocolVersion", integer(0, 255))
          .field("messageID", integer(0, 255))
          .field("stationID", STATION_ID)
          .end();

  public static final IntegerType ORDINAL_NUMBER_1B = integer(0, 255);

  public static final SequenceType ITS_PDU_HEADER_R2 =
      sequence("ItsPduHeader")
          .field("protocolVersion", ORDINAL_NUMBER_1B)
          .field("messageId", integer(0, 255))
          .field("stationId", STATION_ID)
          .end();

  public static final IntegerType STATION_TYPE = integer(0, 255);

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
          "reserved1",
          "reserved2",
          "reserved3");

  public static final StringType EXTERIOR_LIGHTS = bits(8);

  public static final StringType LIGHT_BAR_SIREN_IN_USE = bits(2);

  public static final EnumeratedType DANGEROUS_GOODS_BASIC =
      enumerated(
          "explosives1",
          "explosives2",
          "explosives3",
          "explosives4",
          "explosives5",
          "explosives6",
          "flammableGases",
          "nonFlammableGases",
          "toxicGases",
          "flammableLiquids",
          "flammableSolids",
          "substancesLiableToSpontaneousCombustion",
          "substancesEmittingFlammableGasesUponContactWithWater",
          "oxidizingSubstances",
          "organicPeroxides",
          "toxicSubstances",
          "infectiousSubstances",
          "radioactiveMaterial",
          "corrosiveSubstances",
          "miscellaneousDangerousSubstances");

  public static final SequenceType DANGEROUS_GOODS_EXTENDED =
      sequence("DangerousGoodsExtended")
          .field("dangerousGoodsType", DANGEROUS_GOODS_BASIC)
          .field("unNumber", integer(0, 9999))
          .field("elevatedTemperature", BOOLEAN)
          .field("tunnelsRestricted", BOOLEAN)
          .field("limitedQuantity", BOOLEAN)
          .optional("emergencyActionCode", ascii(1, 24))
          .optional("phoneNumber", digits(1, 16))
          .optional("companyName", utf8())
          .extensible()
          .end();

  public static final SequenceType VEHICLE_IDENTIFICATION =
      sequence("VehicleIdentification")
          .optional("wMInumber", ascii(1, 3))
          .optional("vDS", ascii(6, 6))
          .extensible()
          .end();

  public static final StringType SPECIAL_TRANSPORT_TYPE = bits(4);

  public static final SequenceType PT_ACTIVATION =
      sequence("PtActivation")
          .field("ptActivationType", integer(0, 255))
          .field("ptActivationData", octets(1, 20))
          .end();

  public static final EnumeratedType EMBARKATION_STATUS = BOOLEAN;

  public static final StringType ENERGY_STORAGE_TYPE = bits(7);

  public static final SequenceOfType POSITION_OF_PILLARS = extensibleListOf(1, 3, integer(1, 30));

  public static final StringType POSITION_OF_OCCUPANTS = bits(20);

  private Vehicles() {}
}
