package city.wayside.messages.envelope;

import java.util.Optional;

/// What was signed beside the payload (IEEE 1609.2 §6.3.9). Fields that only serve the distribution
/// of certificates are passed over.
///
/// @param psid the service that the data belong to, 0 or more: 36 CAM, 37 DENM, 32 BSM
/// @param generationTime when the data were made; TS 103 097 demands it
/// @param expiryTime until when they hold
/// @param generationLocation where they were made; in ETSI's profiles only of a DENM
public record HeaderInfo(
    long psid,
    Optional<Time64> generationTime,
    Optional<Time64> expiryTime,
    Optional<ThreeDLocation> generationLocation) {

  private static final int GENERATION_TIME = 0x40;
  private static final int EXPIRY_TIME = 0x20;
  private static final int GENERATION_LOCATION = 0x10;
  private static final int LEARNING_REQUEST = 0x08;
  private static final int MISSING_CRL = 0x04;
  private static final int ENCRYPTION_KEY = 0x02;
  private static final int ALL =
      Coer.EXTENDED
          | GENERATION_TIME
          | EXPIRY_TIME
          | GENERATION_LOCATION
          | LEARNING_REQUEST
          | MISSING_CRL
          | ENCRYPTION_KEY;

  private static final int TIME64_BYTES = 8;
  private static final int HASHED_ID3_BYTES = 3;
  private static final int CRL_SERIES_BYTES = 2;

  /// Reads the header and leaves the cursor where the signer begins.
  static HeaderInfo read(ByteCursor in) throws Unreadable {
    int preamble = Coer.preamble(in, "HeaderInfo", ALL);
    long psid = Coer.unsigned(in, "HeaderInfo.psid");
    Optional<Time64> generationTime =
        time(in, preamble & GENERATION_TIME, "HeaderInfo.generationTime");
    Optional<Time64> expiryTime = time(in, preamble & EXPIRY_TIME, "HeaderInfo.expiryTime");
    Optional<ThreeDLocation> location =
        (preamble & GENERATION_LOCATION) == 0
            ? Optional.empty()
            : Optional.of(ThreeDLocation.read(in));
    if ((preamble & LEARNING_REQUEST) != 0) {
      in.skip(HASHED_ID3_BYTES, "HeaderInfo.p2pcdLearningRequest");
    }
    if ((preamble & MISSING_CRL) != 0) {
      int extended = Coer.preamble(in, "HeaderInfo.missingCrlIdentifier", Coer.EXTENDED);
      in.skip(HASHED_ID3_BYTES + CRL_SERIES_BYTES, "HeaderInfo.missingCrlIdentifier");
      Coer.skipAdditions(in, extended, "HeaderInfo.missingCrlIdentifier");
    }
    if ((preamble & ENCRYPTION_KEY) != 0) {
      Keys.skipEncryptionKey(in);
    }
    Coer.skipAdditions(in, preamble, "HeaderInfo");
    return new HeaderInfo(psid, generationTime, expiryTime, location);
  }

  private static Optional<Time64> time(ByteCursor in, int present, String field) throws Unreadable {
    return present == 0
        ? Optional.empty()
        : Optional.of(new Time64(in.unsigned(TIME64_BYTES, field)));
  }
}
