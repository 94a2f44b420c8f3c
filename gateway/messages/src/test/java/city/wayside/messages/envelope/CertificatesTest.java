package city.wayside.messages.envelope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificatesTest {

  private static final String POINT = "82" + "cc".repeat(32) + " // compressed-y-0\n";

  private static final String SIGNATURE =
      "80 80 " + "aa".repeat(32) + "bb".repeat(32) + " // ecdsaNistP256Signature, x-only\n";

  private static final String ISSUER = "80 f0 f1 f2 f3 f4 f5 f6 f7 // issuer: sha256AndDigest\n";

  private static final String ID_AND_VALIDITY =
      """
      83          // id: none
      00 00 00    // cracaId
      00 00       // crlSeries
      1d df f7 b5 // validityPeriod.start
      84 00 a8    // duration: 168 hours
      """;

  private static final String VERIFICATION_KEY = "80 80 // verificationKey, P256\n" + POINT;

  /// A certificate with a body.
  private static String explicit(String body) {
    return "80 03 00 // signature present, version 3, explicit\n" + ISSUER + body + SIGNATURE;
  }

  private static int lengthBytes(String text) throws Unreadable {
    byte[] bytes = Octets.of(text, "ff ff ff");
    ByteCursor in = new ByteCursor(bytes, new Slice(0, bytes.length));
    Certificates.skip(in);
    return in.index();
  }

  private static void assertSkipped(String text) throws Unreadable {
    assertThat(lengthBytes(text)).isEqualTo(Octets.of(text).length);
  }

  @Test
  void aTicketIsSkipped() throws Unreadable {
    assertSkipped(
        explicit(
            "10 // appPermissions\n"
                + ID_AND_VALIDITY
                + """
                01 03              // three permissions
                00 01 24           // psid 36 without an ssp
                80 01 25 80 02 0102 // psid 37, opaque ssp
                80 01 25 81 03 02 0102 // psid 37, bitmapSsp in an open type
                """
                + VERIFICATION_KEY));
  }

  @Test
  void anImplicitCertificateHasNoSignature() throws Unreadable {
    assertSkipped(
        "00 03 01 // no signature, version 3, implicit\n"
            + ISSUER
            + "10\n"
            + ID_AND_VALIDITY
            + "01 01 00 01 20\n"
            + "81 // reconstructionValue\n"
            + POINT);
  }

  @Test
  void allFieldsOfAnAuthorityAreSkipped() throws Unreadable {
    assertSkipped(
        explicit(
            """
            ff // all optional fields and additions
            """
                + ID_AND_VALIDITY
                + """
                80 1f4c5bb0 f80a1b2c 0064 // region: circle
                c0                        // assuranceLevel
                01 01 00 01 24            // appPermissions
                01 01                     // certIssuePermissions: one group
                e0                        // minChainLength, chainLengthRange, eeType
                80 01 03                  // explicit: three ranges
                00 01 24                  // psid 36
                80 01 25 80 01 02 01 aa 02 bbbb // psid 37: two opaque ranges
                80 01 26 82 04 01 ff 01 ff // psid 38: bitmapSspRange in an open type
                01 02                     // minChainLength 2
                01 ff                     // chainLengthRange -1
                c0                        // eeType: app and enroll
                01 02                     // certRequestPermissions: two groups
                00 81                     // all
                00 82 01 ee               // of a later edition
                00 81                     // encryptionKey: aes128Ccm, Brainpool
                """
                + POINT
                + VERIFICATION_KEY
                + """
                02 04 90     // four additions declared, the first and the last present
                01 80        // flags
                02 ee ee     // certRequestExtension
                """));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "80 00 0007 000102030405060708 | linkageData",
        "80 80 0007 000102030405060708 00000001 000102030405060708 | linkageData with a group",
        "81 03 616263 | name",
        "82 02 0102 | binaryId",
        "83 | none",
        "84 02 eeee | of a later edition",
      })
  void everyIdIsSkipped(String id, String what) throws Unreadable {
    String body = "10\n" + id + "\n" + ID_AND_VALIDITY.substring(ID_AND_VALIDITY.indexOf('\n') + 1);

    assertThat(what).isNotEmpty();
    assertSkipped(explicit(body + "01 01 00 01 24\n" + VERIFICATION_KEY));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "81 01 02 0000000100000002 0000000300000004 0000000500000006 0000000700000008 | rectangles",
        "82 01 03 0000000100000002 0000000300000004 0000000500000006 | polygon",
        "83 01 01 80 0114 | country",
        "83 01 01 81 0114 01 03 010203 | country and regions",
        "83 01 02 82 0114 01 02 01 01 02 00010002 02 01 00 83 01 ee | subregions, later edition",
        "84 02 eeee | of a later edition",
      })
  void everyRegionIsSkipped(String region, String what) throws Unreadable {
    assertThat(what).isNotEmpty();
    assertSkipped(
        explicit(
            "50 // region, appPermissions\n"
                + ID_AND_VALIDITY
                + region
                + "\n01 01 00 01 24\n"
                + VERIFICATION_KEY));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "80 81 81 | Brainpool, no coordinate",
        "80 82 02 eeee | a later curve",
        "82 02 eeee | a later indicator",
        "81 81 | reconstruction value, no coordinate",
      })
  void everyKeyIsSkipped(String key, String what) throws Unreadable {
    assertThat(what).isNotEmpty();
    assertSkipped(explicit("10\n" + ID_AND_VALIDITY + "01 01 00 01 24\n" + key + "\n"));
  }

  @Test
  void anUncompressedPointHasTwoCoordinates() throws Unreadable {
    assertSkipped(
        explicit("10\n" + ID_AND_VALIDITY + "01 01 00 01 24\n80 80 84 " + "cc".repeat(64) + "\n"));
  }

  @ParameterizedTest
  @CsvSource({"81 00", "82 08 0001020304050607", "83 02 eeee"})
  void everyIssuerIsSkipped(String issuer) throws Unreadable {
    assertSkipped(
        "80 03 00\n"
            + issuer
            + "\n10\n"
            + ID_AND_VALIDITY
            + "01 01 00 01 24\n"
            + VERIFICATION_KEY
            + SIGNATURE);
  }

  @Test
  void allCertificatesOfASignerAreGiven() {
    String one = explicit("10\n" + ID_AND_VALIDITY + "01 01 00 01 24\n" + VERIFICATION_KEY);
    int oneBytes = Octets.of(one).length;
    byte[] bytes =
        Octets.of(
            "03 81 00 40 03 80 01 ff 00 01 20 81 01 02 // two certificates", one, one, SIGNATURE);

    assertThat(Openings.unwrapped(bytes).signedData().orElseThrow().signer())
        .isEqualTo(
            new SignerIdentifier.Certificate(
                List.of(new Slice(14, oneBytes), new Slice(14 + oneBytes, oneBytes))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "40 | malformed: Certificate at byte 14 has preamble 64 with bits beyond 128",
        "80 02 | unsupported_type: Certificate.version at byte 15 is 2, must be 3",
        "80 03 80 | malformed: Certificate.type at byte 16 is an enumerated value of more than one"
            + " octet",
        "80 03 00 81 00 00 83 000000 0000 00000000 87 | malformed: validityPeriod.duration at byte"
            + " 30 is alternative 7, must be 0 to 6",
        "80 03 00 81 00 10 83 000000 0000 00000000 84 00a8 02 0101 | too_large: appPermissions at"
            + " byte 33 has 257 elements, at most 256 are taken",
        "80 03 00 81 00 40 83 000000 0000 00000000 84 00a8 82 01 04 00 | malformed:"
            + " polygonalRegion at byte 36 needs 32 bytes, but 1 are left",
        "80 03 00 81 00 10 83 000000 0000 00000000 84 00a8 01 01 40 | malformed: PsidSsp at byte"
            + " 35 has preamble 64 with bits beyond 128",
      })
  void aFaultyCertificateIsRefused(String text, String refusal) {
    assertThat(Openings.refusal(Octets.of("03 81 00 40 03 80 01 ff 00 01 20 81 01 01", text)))
        .isEqualTo(refusal);
  }
}
