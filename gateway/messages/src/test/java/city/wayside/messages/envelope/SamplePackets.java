package city.wayside.messages.envelope;

import java.util.List;

/// Packets of every kind, to be damaged in tests.
final class SamplePackets {

  private static final String CERTIFICATE =
      "80 03 00 80 f0f1f2f3f4f5f6f7 // signature present, version 3, explicit, issuer\n"
          + "70 83 000000 0000 1ddff7b5 84 00a8 // region, assurance, permissions, validity\n"
          + "83 01 02 80 0114 81 0115 01 02 0102 // region: a country, another and two regions\n"
          + "c0 // assuranceLevel\n"
          + "01 02 80 0124 81 04 03010000 80 0125 80 02 0102 // CAM and DENM\n"
          + "80 80 82 "
          + "cc".repeat(32)
          + " // verificationKey\n"
          + "80 80 "
          + "aa".repeat(64)
          + " // signature\n";

  private static final String SIGNATURE = "80 80 " + "aa".repeat(64) + " // signature\n";

  private SamplePackets() {}

  static List<byte[]> all() {
    String header = "50 0124 00075fdae345c2 00 23b67970 066424bc 1000 // HeaderInfo\n";
    String digest = "80 f0f1f2f3f4f5f6f7 // signer: digest\n";
    String packet = "40 03 80 2f // data present, unsecured, 47 bytes\n" + GnPacket.shb();
    String signedByDigest = "03 81 00\n" + packet + header + digest + SIGNATURE;
    String signedByTicket =
        "03 81 00\n" + packet + header + "81 01 01 // one certificate\n" + CERTIFICATE + SIGNATURE;
    return List.of(
        Octets.of(GnPacket.BASIC, GnPacket.shb(), "e5dc898b"),
        Octets.of(GnPacket.BASIC_SECURED, signedByDigest),
        Octets.of(GnPacket.BASIC_SECURED, signedByTicket),
        Octets.of("ffffffffffff 000000000000 8947", GnPacket.BASIC_SECURED, signedByTicket),
        Octets.of("03 81 00 40", signedByDigest, header, digest, SIGNATURE),
        Octets.of("03 80 07 00 14 04 01020304"),
        Octets.of("0022e12d", "03 80 07 00 14 04 01020304"),
        Octets.of(GnPacket.BASIC_SECURED, "02 02 8000 01 2f", GnPacket.shb(), "02 01 00"),
        Octets.of(GnPacket.CAM));
  }
}
