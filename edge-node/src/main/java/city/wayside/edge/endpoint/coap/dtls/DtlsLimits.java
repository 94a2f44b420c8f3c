package city.wayside.edge.endpoint.coap.dtls;

import city.wayside.model.config.Setting;

/// What DTLS takes at most, and for how long.
///
/// @param sessionsMax sessions that are kept
/// @param staleAfterS after so long without a record a session gives way to a new one
/// @param handshakesAtOnceMax handshakes under way
/// @param threadsCount threads that encrypt, decrypt and do the arithmetic of handshakes
/// @param pendingRecordsMax records that wait for a thread, in each direction
/// @param recordBytesMax the longest record that a client is asked to send
/// @param mtuBytes the longest packet that is sent
/// @param retransmitMs after so long a flight of a handshake is sent again
/// @param retransmitsMax how often it is sent again
public record DtlsLimits(
    @Setting(
            value = "DTLS sessions that are kept at a time.",
            otherwise = "100000",
            min = 1,
            max = 10_000_000)
        int sessionsMax,
    @Setting(
            value =
                "Seconds without a record after which a session gives way to a new one, should all"
                    + " places be taken; until then new clients are not let in.",
            otherwise = "1800",
            min = 1,
            max = 2_592_000)
        long staleAfterS,
    @Setting(
            value =
                "Handshakes under way at once, a quarter of them from one address (IPv6: one /64"
                    + " network); others wait until they are repeated.",
            otherwise = "1000",
            min = 1,
            max = 1_000_000)
        int handshakesAtOnceMax,
    @Setting(
            value = "Threads that encrypt, decrypt and do the arithmetic of handshakes.",
            otherwise = "2",
            min = 1,
            max = 256)
        int threadsCount,
    @Setting(
            value = "Records that wait for these threads in each direction; others are lost.",
            otherwise = "20000",
            min = 64,
            max = 10_000_000)
        int pendingRecordsMax,
    @Setting(
            value = "Bytes in a record that clients are asked not to exceed (RFC 8449).",
            otherwise = "4096",
            min = 64,
            max = 16_384)
        int recordBytesMax,
    @Setting(
            value = "Bytes of the longest IP packet that is sent in a handshake.",
            otherwise = "1280",
            min = 256,
            max = 65_535)
        int mtuBytes,
    @Setting(
            value =
                "Milliseconds after which a flight of a handshake is sent again; doubled each"
                    + " time.",
            otherwise = "2000",
            min = 10,
            max = 60_000)
        int retransmitMs,
    @Setting(
            value =
                "How often a flight of a handshake is sent again before the handshake is given up:"
                    + " with 3 times and 2000 ms after 30 s.",
            otherwise = "3",
            min = 1,
            max = 10)
        int retransmitsMax) {

  /// The documented defaults.
  public static DtlsLimits defaults() {
    return new DtlsLimits(100_000, 1_800, 1_000, 2, 20_000, 4_096, 1_280, 2_000, 3);
  }
}
