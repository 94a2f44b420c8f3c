package city.wayside.edge.decode;

import city.wayside.edge.inbound.Inbound;
import city.wayside.messages.json.itsclient.ItsClientDecoder;
import city.wayside.messages.json.itsclient.ItsClientMessage;
import city.wayside.messages.json.ode.OdeBsmDecoder;
import city.wayside.model.message.Decoded;
import city.wayside.model.refusal.Refused;

/// Decodes messages in JSON: BSMs as the ODE writes them, the rest in the its-client dialects. Any
/// thread.
final class JsonDecoder {

  private final ItsClientDecoder itsClient = new ItsClientDecoder();
  private final OdeBsmDecoder odeBsm = new OdeBsmDecoder();
  private final PackedDecoder packed;

  /// @param packed decodes what an envelope of JSON carries packed
  JsonDecoder(PackedDecoder packed) {
    this.packed = packed;
  }

  Decoded decode(Inbound inbound) {
    return switch (inbound.kind()) {
      case BSM ->
          odeBsm.decode(inbound.bytes(), inbound.offset(), inbound.length(), inbound.receivedMs());
      case CAM, DENM, CPM, VAM, SREM, SSEM, SPATEM, MAPEM, IVIM -> itsClient(inbound);
      case PSM, SRM, SSM, SPAT, MAP, TIM, PROBE, STATUS -> itsClient(inbound);
    };
  }

  private Decoded itsClient(Inbound inbound) {
    return switch (itsClient.decode(
        inbound.bytes(), inbound.offset(), inbound.length(), inbound.receivedMs())) {
      case ItsClientMessage.Undecodable(Refused refused) -> new Decoded.Undecodable(refused);
      case ItsClientMessage.Model model ->
          model.envelope().kind() == inbound.kind()
              ? model.decoded()
              : Decoders.wrongKind(model.envelope().kind().word(), inbound.kind());
      case ItsClientMessage.Uper uper ->
          packed.decode(uper.uper(), 0, uper.uper().length, inbound.kind(), inbound.receivedMs());
    };
  }
}
