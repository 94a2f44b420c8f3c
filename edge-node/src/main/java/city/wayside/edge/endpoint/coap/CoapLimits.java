package city.wayside.edge.endpoint.coap;

import city.wayside.model.config.Setting;

/// What the CoAP endpoint takes at most. The length of tokens is CoAP's own limit, 8 bytes (RFC
/// 7252 §3): a longer one makes a message that is none.
///
/// @param payloadBytesMax the longest payload, put together from its blocks
/// @param datagramBytesMax the longest datagram; a longer one is dropped
/// @param blockBytes the largest block, both ways: a power of two
/// @param assemblyBytesMax bytes that payloads which come in blocks may take up meanwhile
/// @param assemblyMs how long such a payload may stay without its next block
/// @param peersMax clients that are known at a time
/// @param peerIdleMs after how much silence a client is forgotten
/// @param waitingMax requests that wait for their answer
/// @param datagramsMax datagrams that wait for a thread
/// @param rememberedMax messages that are remembered, to know them when they are sent again
/// @param rememberedMs how long (RFC 7252 §4.8.2, EXCHANGE_LIFETIME)
/// @param acknowledgeMs after how long a request that has no answer yet is acknowledged alone
/// @param answerMs after how long a request without an answer is answered 5.03
/// @param retryAfterS what Max-Age says with 4.29 and 5.03
/// @param echoMs how long an address counts as proven
public record CoapLimits(
    @Setting(
            value = "Payloads of more bytes are refused.",
            otherwise = "65536",
            min = 64,
            max = 1_048_576)
        int payloadBytesMax,
    @Setting(
            value = "Datagrams of more bytes are dropped.",
            otherwise = "2048",
            min = 1152,
            max = 65_507)
        int datagramBytesMax,
    @Setting(
            value = "Bytes of a block of a payload, both ways: 16, 32, 64, 128, 256, 512 or 1024.",
            otherwise = "1024",
            min = 16,
            max = 1024)
        int blockBytes,
    @Setting(
            value =
                "Bytes that payloads which come in blocks may take up; beyond it further ones are"
                    + " refused.",
            otherwise = "67108864",
            min = 65_536,
            max = 2_147_483_647)
        int assemblyBytesMax,
    @Setting(
            value =
                "A payload whose next block does not come in so many milliseconds is forgotten.",
            otherwise = "60000",
            min = 1000,
            max = 3_600_000)
        int assemblyMs,
    @Setting(
            value =
                "Clients that are known at a time; beyond it the one silent longest is forgotten.",
            otherwise = "50000",
            min = 1,
            max = 1_000_000)
        int peersMax,
    @Setting(
            value = "A client that is silent for so many milliseconds is forgotten.",
            otherwise = "600000",
            min = 1000,
            max = 86_400_000)
        int peerIdleMs,
    @Setting(
            value = "Requests that wait for their answer; beyond it 5.03.",
            otherwise = "20000",
            min = 1,
            max = 1_000_000)
        int waitingMax,
    @Setting(
            value = "Datagrams that wait for a thread; beyond it they are dropped.",
            otherwise = "10000",
            min = 16,
            max = 1_000_000)
        int datagramsMax,
    @Setting(
            value = "Messages that are remembered, to know them when they are sent again.",
            otherwise = "100000",
            min = 16,
            max = 10_000_000)
        int rememberedMax,
    @Setting(
            value = "Milliseconds for which they are remembered.",
            otherwise = "247000",
            min = 1000,
            max = 3_600_000)
        int rememberedMs,
    @Setting(
            value = "A request without an answer is acknowledged alone after so many milliseconds.",
            otherwise = "1000",
            min = 50,
            max = 60_000)
        int acknowledgeMs,
    @Setting(
            value = "A request without an answer is answered 5.03 after so many milliseconds.",
            otherwise = "20000",
            min = 100,
            max = 240_000)
        int answerMs,
    @Setting(
            value = "Seconds after which clients may try again that were told 4.29 or 5.03.",
            otherwise = "5",
            min = 1,
            max = 3600)
        int retryAfterS,
    @Setting(
            value = "Milliseconds for which an address that has echoed counts as proven.",
            otherwise = "600000",
            min = 1000,
            max = 86_400_000)
        int echoMs) {

  /// Refuses limits that contradict each other.
  public CoapLimits {
    if (Integer.bitCount(blockBytes) != 1) {
      throw new IllegalArgumentException(
          "blockBytes is " + blockBytes + ", must be 16, 32, 64, 128, 256, 512 or 1024");
    }
    if (assemblyBytesMax < payloadBytesMax) {
      throw new IllegalArgumentException(
          "assemblyBytesMax is "
              + assemblyBytesMax
              + ", must be at least payloadBytesMax = "
              + payloadBytesMax);
    }
    if (answerMs < acknowledgeMs) {
      throw new IllegalArgumentException(
          "answerMs is " + answerMs + ", must be at least acknowledgeMs = " + acknowledgeMs);
    }
  }

  /// The documented defaults.
  public static CoapLimits defaults() {
    return new CoapLimits(
        65_536,
        2_048,
        1_024,
        67_108_864,
        60_000,
        50_000,
        600_000,
        20_000,
        10_000,
        100_000,
        247_000,
        1_000,
        20_000,
        5,
        600_000);
  }

  /// How many payloads may be put together from blocks at a time.
  int assembliesMax() {
    return Math.max(1, assemblyBytesMax / payloadBytesMax);
  }
}
