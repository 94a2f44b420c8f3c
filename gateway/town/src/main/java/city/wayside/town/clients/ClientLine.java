package city.wayside.town.clients;

import city.wayside.model.area.BoundingBox;
import city.wayside.model.client.CertificateName;
import city.wayside.model.client.ClientRecord;
import city.wayside.model.client.ClientRole;
import city.wayside.model.client.Credential;
import city.wayside.model.client.PasswordHash;
import city.wayside.model.client.PublicKeyPrint;
import city.wayside.model.client.SharedKey;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HexFormat;

/// A client as one line of JSON; [ClientLineReader] reads it.
final class ClientLine {

  static final String EVERYWHERE = "everywhere";

  private ClientLine() {}

  /// The line of a client, without a line break.
  static String of(ClientRecord client) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = ClientLineReader.JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("name", client.name());
      json.writeStringField("role", client.role().word());
      speaksFor(json, client);
      if (client.ratePerS() != null) {
        json.writeNumberField("ratePerS", client.ratePerS());
      }
      json.writeBooleanField("enabled", client.isEnabled());
      json.writeStringField("created", Instant.ofEpochMilli(client.createdMs()).toString());
      json.writeArrayFieldStart("credentials");
      for (Credential credential : client.credentials()) {
        credential(json, credential);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string can always be written to", e);
    }
    return line.toString();
  }

  private static void speaksFor(JsonGenerator json, ClientRecord client) throws IOException {
    if (client.role() == ClientRole.VEHICLE) {
      json.writeArrayFieldStart("stations");
      for (long stationId : client.stationIds().stream().sorted().toList()) {
        json.writeNumber(stationId);
      }
      json.writeEndArray();
      return;
    }
    BoundingBox area = client.area();
    if (area == null) {
      json.writeStringField("area", EVERYWHERE);
    } else {
      json.writeFieldName("area");
      json.writeArray(
          new double[] {area.southDeg(), area.westDeg(), area.northDeg(), area.eastDeg()}, 0, 4);
    }
  }

  private static void credential(JsonGenerator json, Credential credential) throws IOException {
    json.writeStartObject();
    switch (credential) {
      case PasswordHash password -> json.writeStringField("password", password.phc());
      case CertificateName name ->
          json.writeStringField("certificate", name.kind().word() + ":" + name.text());
      case SharedKey shared -> {
        json.writeStringField("psk", shared.identity());
        json.writeStringField("keyHex", HexFormat.of().formatHex(shared.key()));
      }
      case PublicKeyPrint print -> json.writeStringField("publicKey", print.sha256());
    }
    json.writeEndObject();
  }
}
