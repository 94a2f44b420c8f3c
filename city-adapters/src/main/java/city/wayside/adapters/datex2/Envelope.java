package city.wayside.adapters.datex2;

import city.wayside.adapters.outbox.PrivacyTier;
import city.wayside.adapters.outbox.XmlName;
import city.wayside.adapters.outbox.XmlWriter;
import java.time.Instant;

/// What stands around every publication: the payload element with its namespaces, who publishes it
/// and when, and who may use it.
///
/// The prefixes are fixed. A reference's `targetClass` is an attribute with a fixed text such as
/// `roa:MeasurementSite`, so a document with other prefixes is well-formed but not valid.
final class Envelope {

  private static final String MODEL_BASE_VERSION = "3";
  private static final String NAMESPACE = "http://datex2.eu/schema/3/";
  private static final XmlName PUBLICATION_TIME = XmlName.of("com:publicationTime");
  private static final XmlName FEED_DESCRIPTION = XmlName.of("com:feedDescription");
  private static final XmlName CREATOR = XmlName.of("com:publicationCreator");
  private static final XmlName COUNTRY = XmlName.of("com:country");
  private static final XmlName NATIONAL_IDENTIFIER = XmlName.of("com:nationalIdentifier");
  private static final XmlName HEADER = XmlName.of("roa:headerInformation");
  private static final XmlName CONFIDENTIALITY = XmlName.of("com:confidentiality");
  private static final XmlName STATUS = XmlName.of("com:informationStatus");

  private final DatexConfig config;

  Envelope(DatexConfig config) {
    this.config = config;
  }

  /// The payload element's name for a type of publication.
  static XmlName payload(String publicationType) {
    return XmlName.of(
        "d2:payload",
        "xmlns:d2",
        NAMESPACE + "d2Payload",
        "xmlns:com",
        NAMESPACE + "common",
        "xmlns:loc",
        NAMESPACE + "locationReferencing",
        "xmlns:roa",
        NAMESPACE + "roadTrafficData",
        "xmlns:xsi",
        "http://www.w3.org/2001/XMLSchema-instance",
        "xsi:type",
        publicationType,
        "lang",
        "en",
        "modelBaseVersion",
        MODEL_BASE_VERSION,
        "profileName",
        "Wayside probe traffic",
        "profileVersion",
        "1");
  }

  /// Begins the payload: up to the publication's own content.
  void begin(XmlWriter xml, XmlName payload, String description, Instant publicationTime) {
    xml.declaration().start(payload).start(FEED_DESCRIPTION);
    Words.write(xml, description);
    xml.end()
        .element(PUBLICATION_TIME, publicationTime.toString())
        .start(CREATOR)
        .element(COUNTRY, config.country())
        .element(NATIONAL_IDENTIFIER, config.nationalIdentifier())
        .end();
  }

  /// The header that every road traffic publication has in its midst.
  void header(XmlWriter xml) {
    xml.start(HEADER)
        .element(CONFIDENTIALITY, confidentiality(config.tier()))
        .element(STATUS, config.informationStatus().word())
        .end();
  }

  /// DATEX II ConfidentialityValueEnum.
  private static String confidentiality(PrivacyTier tier) {
    return switch (tier) {
      case OPEN -> "noRestriction";
      case RESTRICTED -> "restrictedToAuthoritiesAndTrafficOperators";
      case OPERATOR -> "internalUse";
    };
  }
}
