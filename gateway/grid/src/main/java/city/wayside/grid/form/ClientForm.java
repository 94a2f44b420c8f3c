package city.wayside.grid.form;

import city.wayside.model.area.BoundingBox;
import city.wayside.model.client.CertificateName;
import city.wayside.model.client.ClientRecord;
import city.wayside.model.client.ClientRole;
import city.wayside.model.client.Credential;
import city.wayside.model.client.PasswordHash;
import city.wayside.model.client.PublicKeyPrint;
import city.wayside.model.client.SharedKey;
import com.hazelcast.nio.serialization.compact.CompactReader;
import com.hazelcast.nio.serialization.compact.CompactSerializer;
import com.hazelcast.nio.serialization.compact.CompactWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A client of the registry. A credential is one line, `kind:text`, so that a kind that only a
/// later version knows can be passed over; a client of a later version's role stays outside.
final class ClientForm implements CompactSerializer<ClientRecord> {

  private static final String PASSWORD = "password:";
  private static final String CERTIFICATE = "certificate:";
  private static final String SHARED_KEY = "psk:";
  private static final String PUBLIC_KEY = "key:";

  @Override
  public ClientRecord read(CompactReader in) {
    ClientRole role = ClientRole.ofWord(String.valueOf(in.readString("role"))).orElse(null);
    Set<Long> stationIds =
        Arrays.stream(Columns.orEmpty(in.readArrayOfInt64("stations")))
            .boxed()
            .collect(Collectors.toSet());
    return new ClientRecord(
        String.valueOf(in.readString("name")),
        role == null ? ClientRole.VEHICLE : role,
        stationIds,
        area(in.readArrayOfFloat64("area")),
        in.readNullableFloat64("ratePerS"),
        in.readBoolean("enabled") && role != null,
        in.readBoolean("fromFile"),
        credentials(in.readArrayOfString("credentials")),
        in.readInt64("createdMs"));
  }

  @Override
  public void write(CompactWriter out, ClientRecord client) {
    out.writeString("name", client.name());
    out.writeString("role", client.role().word());
    long[] stationIds = client.stationIds().stream().mapToLong(Long::longValue).sorted().toArray();
    out.writeArrayOfInt64("stations", Columns.orAbsent(stationIds));
    out.writeArrayOfFloat64("area", corners(client.area()));
    out.writeNullableFloat64("ratePerS", client.ratePerS());
    out.writeBoolean("enabled", client.isEnabled());
    out.writeBoolean("fromFile", client.isFromFile());
    out.writeArrayOfString(
        "credentials", client.credentials().stream().map(ClientForm::line).toArray(String[]::new));
    out.writeArrayOfString(Forms.SHOWN, new TreeSet<>(client.shown()).toArray(String[]::new));
    out.writeInt64("createdMs", client.createdMs());
  }

  private static @Nullable BoundingBox area(double @Nullable [] corners) {
    return corners == null || corners.length != 4
        ? null
        : new BoundingBox(corners[0], corners[1], corners[2], corners[3]);
  }

  private static double @Nullable [] corners(@Nullable BoundingBox area) {
    return area == null
        ? null
        : new double[] {area.southDeg(), area.westDeg(), area.northDeg(), area.eastDeg()};
  }

  private static String line(Credential credential) {
    return switch (credential) {
      case PasswordHash password -> PASSWORD + password.phc();
      case CertificateName name -> CERTIFICATE + name.kind().word() + ":" + name.text();
      case SharedKey shared ->
          SHARED_KEY + HexFormat.of().formatHex(shared.key()) + ":" + shared.identity();
      case PublicKeyPrint print -> PUBLIC_KEY + print.sha256();
    };
  }

  private static List<Credential> credentials(@Nullable String @Nullable [] lines) {
    List<Credential> credentials = new ArrayList<>();
    for (@Nullable String line : lines == null ? new String[0] : lines) {
      Credential credential = credential(Objects.requireNonNullElse(line, ""));
      if (credential != null) {
        credentials.add(credential);
      }
    }
    return credentials;
  }

  private static @Nullable Credential credential(String line) {
    if (line.startsWith(PASSWORD)) {
      return new PasswordHash(line.substring(PASSWORD.length()));
    } else if (line.startsWith(CERTIFICATE)) {
      return CertificateName.of(line.substring(CERTIFICATE.length()));
    } else if (line.startsWith(SHARED_KEY)) {
      int colon = line.indexOf(':', SHARED_KEY.length());
      byte[] key = HexFormat.of().parseHex(line, SHARED_KEY.length(), colon);
      return new SharedKey(line.substring(colon + 1), key);
    } else if (line.startsWith(PUBLIC_KEY)) {
      return new PublicKeyPrint(line.substring(PUBLIC_KEY.length()));
    }
    return null;
  }

  @Override
  public String getTypeName() {
    return "client";
  }

  @Override
  public Class<ClientRecord> getCompactClass() {
    return ClientRecord.class;
  }
}
