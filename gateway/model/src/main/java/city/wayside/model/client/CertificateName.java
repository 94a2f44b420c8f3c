package city.wayside.model.client;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.security.auth.x500.X500Principal;
import org.jspecify.annotations.Nullable;

/// A name in a client's certificate. That the certificate is genuine is TLS's matter.
///
/// @param kind where in the certificate the name stands
/// @param text the name, normalised: a subject as in RFC 2253, a domain in small letters
public record CertificateName(Kind kind, String text) implements Credential {

  /// The longest name, in characters.
  public static final int CHARS_MAX = 1024;

  /// How many names of one certificate are looked at.
  public static final int NAMES_COUNT_MAX = 16;

  /// Attributes that RFC 2253 has no word for. Without a word their values would be written as the
  /// bytes of their encoding, of which there may be several for one text.
  private static final Map<String, String> WORDS =
      Map.of(
          "2.5.4.5", "SERIALNUMBER",
          "2.5.4.4", "SURNAME",
          "2.5.4.42", "GIVENNAME",
          "2.5.4.12", "T",
          "2.5.4.46", "DNQ",
          "1.2.840.113549.1.9.1", "EMAILADDRESS");

  /// Where in a certificate a name stands.
  public enum Kind {
    /// The subject, a distinguished name.
    SUBJECT(-1),
    /// A DNS name among the alternative names.
    DNS(2),
    /// A URI among the alternative names.
    URI(6),
    /// A mail address among the alternative names.
    EMAIL(1);

    private final int generalNameCode;
    private final String word = name().toLowerCase(Locale.ROOT);

    Kind(int generalNameCode) {
      this.generalNameCode = generalNameCode;
    }

    /// The kind as commands and files name it.
    public String word() {
      return word;
    }
  }

  /// Normalises the name.
  ///
  /// @throws IllegalArgumentException when it is empty, too long or no distinguished name
  public CertificateName {
    if (text.isBlank() || text.length() > CHARS_MAX) {
      throw new IllegalArgumentException(
          "%s has %d characters; allowed are 1 to %d"
              .formatted(kind.word(), text.length(), CHARS_MAX));
    }
    text = normal(kind, text.strip());
  }

  private static String normal(Kind kind, String text) {
    return switch (kind) {
      case SUBJECT -> {
        try {
          yield words(new X500Principal(text));
        } catch (IllegalArgumentException e) {
          throw new IllegalArgumentException(
              "subject is \"%s\"; allowed is a distinguished name such as CN=bus-12,O=Example"
                  .formatted(text),
              e);
        }
      }
      case DNS -> text.toLowerCase(Locale.ROOT);
      case URI -> text;
      case EMAIL -> {
        int at = text.lastIndexOf('@');
        yield text.substring(0, at + 1) + text.substring(at + 1).toLowerCase(Locale.ROOT);
      }
    };
  }

  private static String words(X500Principal subject) {
    return subject.getName(X500Principal.RFC2253, WORDS);
  }

  /// A name from its text with the kind before it, such as `dns:bus-12.example.org`.
  ///
  /// @throws IllegalArgumentException when it has no such kind, or is no such name
  public static CertificateName of(String shown) {
    int colon = shown.indexOf(':');
    String word = colon < 0 ? "" : shown.substring(0, colon);
    for (Kind kind : Kind.values()) {
      if (kind.word.equals(word)) {
        return new CertificateName(kind, shown.substring(colon + 1));
      }
    }
    throw new IllegalArgumentException(
        "a certificate's name is \"%s\"; allowed are subject:…, dns:…, uri:… and email:…"
            .formatted(shown));
  }

  /// The names in a certificate: its subject, unless that is empty, then its alternative names.
  public static List<CertificateName> allOf(X509Certificate certificate) {
    List<CertificateName> names = new ArrayList<>();
    add(names, Kind.SUBJECT, words(certificate.getSubjectX500Principal()));
    for (List<?> general : alternatives(certificate)) {
      for (Kind kind : Kind.values()) {
        if (general.get(0) instanceof Integer code
            && code == kind.generalNameCode
            && general.get(1) instanceof String text) {
          add(names, kind, text);
        }
      }
    }
    return names;
  }

  private static void add(List<CertificateName> names, Kind kind, String text) {
    // What the registry cannot hold cannot be found in it either.
    if (!text.isBlank() && text.length() <= CHARS_MAX && names.size() < NAMES_COUNT_MAX) {
      names.add(new CertificateName(kind, text));
    }
  }

  private static Collection<List<?>> alternatives(X509Certificate certificate) {
    try {
      @Nullable Collection<List<?>> names = certificate.getSubjectAlternativeNames();
      return names == null ? List.of() : names;
    } catch (CertificateParsingException _) {
      return List.of();
    }
  }

  @Override
  public Optional<String> shown() {
    return Optional.of(kind.word() + ":" + text);
  }
}
