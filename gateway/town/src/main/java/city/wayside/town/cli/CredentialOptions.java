package city.wayside.town.cli;

import city.wayside.edge.access.password.Pbkdf2;
import city.wayside.model.client.CertificateName;
import city.wayside.model.client.Credential;
import city.wayside.model.client.PublicKeyPrint;
import city.wayside.model.client.SharedKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// By what a client is to prove who it is. A password never stands on the command line, where
/// others see it.
final class CredentialOptions {

  /// The shortest password that a person may choose, in characters.
  static final int PASSWORD_CHARS_MIN = 12;

  private static final int SHARED_KEY_BYTES = 32;

  @Option(names = "--password", description = "Asks for a password, twice, without showing it.")
  private boolean asks;

  @Option(
      names = "--password-stdin",
      description = "Reads a password from the first line of standard input.")
  private boolean reads;

  @Option(
      names = "--generate-password",
      description = "Makes a random password and prints it, this once.")
  private boolean generates;

  @Option(
      names = "--certificate-subject",
      paramLabel = "DN",
      description = "The subject of a client certificate, such as \"CN=bus-12,O=Example\".")
  private List<String> subjects = new ArrayList<>();

  @Option(
      names = "--certificate-san",
      paramLabel = "NAME",
      description = "An alternative name of a client certificate: dns:…, uri:… or email:….")
  private List<String> alternatives = new ArrayList<>();

  @Option(
      names = "--certificate",
      paramLabel = "FILE",
      description = "A client certificate (PEM or DER), whose subject is taken.")
  private List<Path> certificates = new ArrayList<>();

  @Option(
      names = "--psk-generate",
      description = "Makes a random shared key for DTLS and prints it, this once.")
  private boolean makesSharedKey;

  @Option(
      names = "--public-key-sha256",
      paramLabel = "HEX",
      description = "The SHA-256 of a raw public key's SubjectPublicKeyInfo.")
  private List<String> publicKeys = new ArrayList<>();

  /// What was made of the options.
  ///
  /// @param credentials what is registered
  /// @param secrets lines for the person who asked, this once
  record Made(List<Credential> credentials, List<String> secrets) {}

  /// Makes the credentials.
  ///
  /// @param name the client's name, which is the identity of its shared key
  /// @param iterations rounds for a password that a person chose
  Made make(Terminal terminal, String name, int iterations, SecureRandom random)
      throws CommandFailed {
    Made made = new Made(new ArrayList<>(), new ArrayList<>());
    password(terminal, iterations, random, made);
    try {
      for (String subject : subjects) {
        made.credentials().add(new CertificateName(CertificateName.Kind.SUBJECT, subject));
      }
      for (String alternative : alternatives) {
        made.credentials().add(alternative(alternative));
      }
      for (Path certificate : certificates) {
        made.credentials().add(subjectOf(certificate));
      }
      for (String sha256 : publicKeys) {
        made.credentials().add(new PublicKeyPrint(sha256));
      }
    } catch (IllegalArgumentException e) {
      throw CommandFailed.usage(String.valueOf(e.getMessage()));
    }
    if (makesSharedKey) {
      byte[] key = bytes(SHARED_KEY_BYTES, random);
      made.credentials().add(new SharedKey(name, key));
      made.secrets().add("psk identity: " + name);
      made.secrets().add("psk key (hex): " + HexFormat.of().formatHex(key));
    }
    return made;
  }

  private void password(Terminal terminal, int iterations, SecureRandom random, Made made)
      throws CommandFailed {
    if ((asks ? 1 : 0) + (reads ? 1 : 0) + (generates ? 1 : 0) > 1) {
      throw CommandFailed.usage(
          "allowed is one of --password, --password-stdin and --generate-password");
    }
    byte[] salt = bytes(Pbkdf2.SALT_BYTES, random);
    if (generates) {
      String password =
          Base64.getUrlEncoder()
              .withoutPadding()
              .encodeToString(bytes(Pbkdf2.GENERATED_BYTES, random));
      made.credentials().add(Pbkdf2.hash(encoded(password), salt, Pbkdf2.GENERATED_ITERATIONS));
      made.secrets().add("password: " + password);
    } else if (asks || reads) {
      String password = asks ? PasswordPrompt.ask() : firstLine(terminal);
      int length = password.codePointCount(0, password.length());
      if (length < PASSWORD_CHARS_MIN || encoded(password).length > Pbkdf2.PASSWORD_BYTES_MAX) {
        throw CommandFailed.usage(
            "the password has %d characters; allowed are %d characters to %d bytes"
                .formatted(length, PASSWORD_CHARS_MIN, Pbkdf2.PASSWORD_BYTES_MAX));
      }
      made.credentials().add(Pbkdf2.hash(encoded(password), salt, iterations));
    }
  }

  private static String firstLine(Terminal terminal) throws CommandFailed {
    try {
      @Nullable String line = terminal.in().readLine();
      if (line != null) {
        return line;
      }
    } catch (IOException _) {
      // Told below: there is no line.
    }
    throw CommandFailed.usage("--password-stdin found no line on standard input");
  }

  private static CertificateName alternative(String word) throws CommandFailed {
    if (word.startsWith("subject:")) {
      throw CommandFailed.usage(
          "--certificate-san is \"%s\"; allowed are dns:…, uri:… and email:…; a subject is given by"
                  .formatted(word)
              + " --certificate-subject");
    }
    return CertificateName.of(word);
  }

  private static CertificateName subjectOf(Path file) throws CommandFailed {
    try (InputStream in = Files.newInputStream(file)) {
      X509Certificate certificate =
          (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
      Optional<CertificateName> subject =
          CertificateName.allOf(certificate).stream()
              .filter(name -> name.kind() == CertificateName.Kind.SUBJECT)
              .findFirst();
      return subject.orElseThrow(() ->
          CommandFailed.usage(
              "--certificate %s has no subject; give one of its alternative names with"
                      .formatted(file)
                  + " --certificate-san"));
    } catch (IOException | CertificateException e) {
      throw CommandFailed.usage(
          "--certificate %s cannot be read (%s); allowed is a file with a certificate, as PEM or"
                  .formatted(file, e.getClass().getSimpleName())
              + " DER");
    }
  }

  private static byte[] bytes(int count, SecureRandom random) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] encoded(String password) {
    return password.getBytes(StandardCharsets.UTF_8);
  }
}
