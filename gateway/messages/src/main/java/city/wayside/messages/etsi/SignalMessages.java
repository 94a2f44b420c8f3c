package city.wayside.messages.etsi;

import static city.wayside.messages.uper.Schema.sequence;

import city.wayside.messages.dsrc.MapData;
import city.wayside.messages.dsrc.Requests;
import city.wayside.messages.dsrc.Spat;
import city.wayside.messages.etsi.cdd.Vehicles;
import city.wayside.messages.uper.SequenceType;

/// MAPEM, SPATEM, SREM and SSEM of ETSI TS 103 301 v2.2.1: the header of ETSI in front of the
/// messages of SAE J2735.
public final class SignalMessages {

  public static final SequenceType MAPEM =
      sequence("MAPEM")
          .field("header", Vehicles.ITS_PDU_HEADER)
          .field("map", MapData.MAP_DATA)
          .end();

  public static final SequenceType SPATEM =
      sequence("SPATEM").field("header", Vehicles.ITS_PDU_HEADER).field("spat", Spat.SPAT).end();

  public static final SequenceType SREM =
      sequence("SREM")
          .field("header", Vehicles.ITS_PDU_HEADER)
          .field("srm", Requests.SIGNAL_REQUEST_MESSAGE)
          .end();

  public static final SequenceType SSEM =
      sequence("SSEM")
          .field("header", Vehicles.ITS_PDU_HEADER)
          .field("ssm", Requests.SIGNAL_STATUS_MESSAGE)
          .end();

  private SignalMessages() {}
}
