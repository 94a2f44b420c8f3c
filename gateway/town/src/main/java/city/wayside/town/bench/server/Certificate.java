package city.wayside.town.bench.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;

/// A certificate for this machine alone (ECDSA on P-256, signed by itself), made for one run.
///
/// @param folder holds it, and goes with it
/// @param chainFile the certificate in PEM
/// @param keyFile its key in PEM, PKCS #8
/// @param storeFile both in a PKCS #12 store
/// @param storePassword opens the store
public record Certificate(
    Path folder, Path chainFile, Path keyFile, Path storeFile, String storePassword)
    implements AutoCloseable {

  private static final String ALIAS = "bench";
  private static final String PASSWORD = "of-no-worth"; // The key dies with the run.
  private static final int PEM_COLUMNS = 64;

  /// Makes one with the JDK's keytool.
  public static Certificate make() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("wayside-bench-");
    Path store = folder.resolve("server.p12");
    Commands.run(
        List.of(
            Commands.ofJdk("keytool").toString(),
            "-genkeypair",
            "-alias",
            ALIAS,
            "-keyalg",
            "EC",
            "-groupname",
            "secp256r1",
            "-dname",
            "CN=localhost",
            "-ext",
            "SAN=dns:localhost,ip:127.0.0.1",
            "-validity",
            "30",
            "-storetype",
            "PKCS12",
            "-keystore",
            store.toString(),
            "-storepass",
            PASSWORD));
    Certificate made =
        new Certificate(
            folder, folder.resolve("server.pem"), folder.resolve("server.key"), store, PASSWORD);
    made.writePem();
    return made;
  }

  private void writePem() throws IOException {
    try (InputStream in = Files.newInputStream(storeFile)) {
      char[] password = storePassword.toCharArray();
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, password);
      Key key = store.getKey(ALIAS, password);
      Files.writeString(chainFile, pem("CERTIFICATE", store.getCertificate(ALIAS).getEncoded()));
      Files.createFile(
          keyFile,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(keyFile, pem("PRIVATE KEY", key.getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IOException("keytool's store cannot be read: " + e.getMessage(), e);
    }
  }

  private static String pem(String what, byte[] der) {
    String text =
        Base64.getMimeEncoder(PEM_COLUMNS, "\n".getBytes(StandardCharsets.US_ASCII))
            .encodeToString(der);
    return "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n";
  }

  @Override
  public void close() throws IOException {
    for (Path file : List.of(chainFile, keyFile, storeFile, folder)) {
      Files.deleteIfExists(file);
    }
  }
}
