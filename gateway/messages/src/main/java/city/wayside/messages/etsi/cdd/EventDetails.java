package city.wayside.messages.etsi.cdd;

import static city.wayside.messages.uper.Schema.bits;
import static city.wayside.messages.uper.Schema.extensibleEnumerated;
import static city.wayside.messages.uper.Schema.extensibleInteger;
import static city.wayside.messages.uper.Schema.extensibleListOf;
import static city.wayside.messages.uper.Schema.integer;
import static city.wayside.messages.uper.Schema.listOf;
import static city.wayside.messages.uper.Schema.sequence;

import city.wayside.messages.uper.EnumeratedType;
import city.wayside.messages.uper.IntegerType;
import city.wayside.messages.uper.SequenceOfType;
import city.wayside.messages.uper.SequenceType;

/// What release 2 adds to events: ETSI TS 102 894-2 v2.4.1 (ETSI-ITS-CDD).
public final class EventDetails {

  public static final SequenceType ACTION_ID =
      sequence("ActionId")
          .field("originatingStationId", Vehicles.STATION_ID)
          .field("sequenceNumber", Roads.SEQUENCE_NUMBER)
          .end();

  public static final SequenceOfType ACTION_ID_LIST = extensibleListOf(1, 8, ACTION_ID);

  public static final IntegerType POSITION_1D = integer(-8190, 8191);

  public static final EnumeratedType MULTIPLICATIVE_FACTOR =
      extensibleEnumerated("tenth", "half", "two", "three", "five", "ten", "fifty", "hundred");

  public static final SequenceType PROVIDER =
      sequence("Provider")
          .field("countryCode", bits(10))
          .field("providerIdentifier", integer(0, 16383))
          .end();

  public static final SequenceType IVIM_REFERENCE =
      sequence("IvimReference")
          .field("serviceProviderId", PROVIDER)
          .field("iviIdentificationNumber", extensibleInteger(1, 32767))
          .end();

  public static final SequenceOfType IVIM_REFERENCES = extensibleListOf(1, 8, IVIM_REFERENCE);

  public static final SequenceType PATH_EXTENDED =
      sequence("PathExtended")
          .field("pointOfEventZone", integer(1, 23))
          .field("path", Positions.PATH_HISTORY)
          .end();

  public static final SequenceOfType TRACES_EXTENDED = listOf(1, 7, PATH_EXTENDED);

  private EventDetails() {}
}
