package city.wayside.messages.json.ode;

import city.wayside.messages.json.JsonCursor;
import city.wayside.messages.json.Rejection;
import city.wayside.model.message.Decoded;
import city.wayside.model.refusal.Refusal;

/// Decodes a BSM of the ODE (OdeBsmData, schema versions 6 to 8).
///
/// ```json
/// {"metadata":{"odeReceivedAt":"2024-12-10T17:30:48.095Z","recordGeneratedAt":"", ...},
///  "payload":{"dataType":"us.dot.its.jpo.ode.plugin.j2735.J2735Bsm","data":{"coreData":{
///   "id":"31325433","secMark":25399,"position":{"latitude":40.5659938,"longitude":-105.0317754},
///   "accuracy":{"semiMajor":9.30,"semiMinor":12.05},"speed":0.28,"heading":313.25, ...}}}}
/// ```
///
/// Unknown fields, part II among them, are skipped. A value that the ODE leaves out or writes as
/// `null` is absent.
public final class OdeBsmDecoder {

  private static final int DATA_TYPE_CHARS_MAX = 128;
  private static final String BSM = "J2735Bsm";

  /// Decodes a payload that lies within an array.
  ///
  /// @param bytes holds the payload; only read
  /// @param offset index of the payload's first byte
  /// @param length how many bytes it has
  /// @param receivedMs when it was received, milliseconds since 1970; used where the metadata have
  ///   no time
  /// @return a report of kind BSM, or the code and reason why there is none
  public Decoded decode(byte[] bytes, int offset, int length, long receivedMs) {
    try (JsonCursor json = JsonCursor.over(bytes, offset, length)) {
      MetadataFields metadata = new MetadataFields();
      CoreFields core = new CoreFields();
      boolean hasPayload = false;
      json.enterObject();
      String field;
      while ((field = json.nextField()) != null) {
        switch (field) {
          case "metadata" -> metadata.read(json);
          case "payload" -> {
            readPayload(json, core);
            hasPayload = true;
          }
          default -> json.skip();
        }
      }
      json.end();
      json.require(hasPayload, "payload");
      return core.report(metadata.timeMs(receivedMs));
    } catch (Rejection rejection) {
      return new Decoded.Undecodable(rejection.refused());
    }
  }

  private static void readPayload(JsonCursor json, CoreFields core) throws Rejection {
    boolean hasData = false;
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      switch (field) {
        case "dataType" -> requireBsm(json);
        case "data" -> {
          readData(json, core);
          hasData = true;
        }
        default -> json.skip();
      }
    }
    json.require(hasData, "data");
    json.require(core.isRead(), "data.coreData");
  }

  private static void requireBsm(JsonCursor json) throws Rejection {
    if (!json.text(DATA_TYPE_CHARS_MAX).endsWith(BSM)) {
      throw json.refused(Refusal.UNSUPPORTED_TYPE, "must end in " + BSM);
    }
  }

  /// Data without core are those of another type, which the payload may name only after them.
  private static void readData(JsonCursor json, CoreFields core) throws Rejection {
    json.enterObject();
    String field;
    while ((field = json.nextField()) != null) {
      if (field.equals("coreData")) {
        core.read(json);
      } else {
        json.skip();
      }
    }
  }
}
