package city.wayside.messages.etsi.ivim;

import static city.wayside.messages.uper.Schema.choice;
import static city.wayside.messages.uper.Schema.extensibleInteger;
import static city.wayside.messages.uper.Schema.extensibleListOf;
import static city.wayside.messages.uper.Schema.integer;
import static city.wayside.messages.uper.Schema.listOf;
import static city.wayside.messages.uper.Schema.octets;
import static city.wayside.messages.uper.Schema.sequence;

import city.wayside.messages.etsi.cdd.EventDetails;
import city.wayside.messages.etsi.cdd.Positions;
import city.wayside.messages.etsi.cdd.Vehicles;
import city.wayside.messages.uper.ChoiceType;
import city.wayside.messages.uper.IntegerType;
import city.wayside.messages.uper.SequenceType;

/// The infrastructure to vehicle information message: ETSI TS 103 301 v2.2.1 with ISO 19321.
public final class Ivim {

  public static final IntegerType IVI_IDENTIFICATION_NUMBER = extensibleInteger(1, 32767);

  public static final SequenceType IVI_MANAGEMENT_CONTAINER =
      sequence("IviManagementContainer")
          .field("serviceProviderId", EventDetails.PROVIDER)
          .field("iviIdentificationNumber", IVI_IDENTIFICATION_NUMBER)
          .optional("timeStamp", Positions.TIMESTAMP_ITS)
          .optional("validFrom", Positions.TIMESTAMP_ITS)
          .optional("validTo", Positions.TIMESTAMP_ITS)
          .optional("connectedIviStructures", listOf(1, 8, IVI_IDENTIFICATION_NUMBER))
          .field("iviStatus", integer(0, 7))
          .extensible()
          .optional("connectedDenms", EventDetails.ACTION_ID_LIST)
          .end();

  public static final ChoiceType IVI_CONTAINER =
      choice("IviContainer")
          .or("glc", Zones.GEOGRAPHIC_LOCATION_CONTAINER)
          .or("giv", Signs.GENERAL_IVI_CONTAINER)
          .or("rcc", RoadDetails.ROAD_CONFIGURATION_CONTAINER)
          .or("tc", Signs.TEXT_CONTAINER)
          .or("lac", Signs.LAYOUT_CONTAINER)
          .extensible()
          .or("avc", RoadDetails.AUTOMATED_VEHICLE_CONTAINER)
          .or("mlc", Zones.MAP_LOCATION_CONTAINER)
          .or("rsc", RoadDetails.ROAD_SURFACE_CONTAINER)
          .or("isc", listOf(octets()))
          .end();

  public static final SequenceType IVI_STRUCTURE =
      sequence("IviStructure")
          .field("mandatory", IVI_MANAGEMENT_CONTAINER)
          .optional("optional", extensibleListOf(1, 8, IVI_CONTAINER))
          .end();

  public static final SequenceType IVIM =
      sequence("IVIM").field("header", Vehicles.ITS_PDU_HEADER).field("ivi", IVI_STRUCTURE).end();

  private Ivim() {}
}
