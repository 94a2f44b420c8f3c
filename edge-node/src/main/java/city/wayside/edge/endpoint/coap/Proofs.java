package city.wayside.edge.endpoint.coap;

import city.wayside.edge.access.bounded.RecentMap;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Arrays;
import javax.crypto.KeyGenerator;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.eclipse.californium.core.coap.Option;
import org.eclipse.californium.core.coap.OptionSet;
import org.eclipse.californium.core.coap.option.StandardOptionRegistry;

/// Which addresses have proven that somebody is there who can read what is sent to them: they have
/// echoed a value (RFC 9175 §2). Nothing is kept of those who were only sent one: the value itself
/// says, under a key of this process, for whom and when it was made. Any thread.
final class Proofs {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int TIME_BYTES = 4;
  private static final int MAC_BYTES = 8;
  private static final int PORT_BYTES = 4;
  private static final int MS_PER_S = 1000;

  private final long echoMs;
  private final InstantSource clock;
  private final SecretKey key;
  private final RecentMap<InetSocketAddress, Long> provenUntilMs;

  /// Nobody has proven anything yet.
  ///
  /// @param echoMs how long a value may be echoed, and then counts
  /// @param addressesMax how many addresses are remembered; who is forgotten is asked again
  Proofs(long echoMs, int addressesMax, InstantSource clock) {
    this.echoMs = echoMs;
    this.clock = clock;
    this.provenUntilMs = new RecentMap<>(addressesMax);
    try {
      this.key = KeyGenerator.getInstance(ALGORITHM).generateKey();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  /// Looks at what a request echoes.
  void look(InetSocketAddress from, OptionSet options) {
    Option echoed = options.getOtherOption(StandardOptionRegistry.ECHO);
    if (echoed != null && isOurs(echoed.getValue(), from)) {
      provenUntilMs.put(from, clock.millis() + echoMs);
    }
  }

  /// True when somebody is there.
  boolean isProven(InetSocketAddress address) {
    Long untilMs = provenUntilMs.get(address);
    return untilMs != null && clock.millis() < untilMs;
  }

  /// A value that the address is to echo.
  Option challenge(InetSocketAddress address) {
    int nowS = (int) (clock.millis() / MS_PER_S);
    byte[] value =
        ByteBuffer.allocate(TIME_BYTES + MAC_BYTES).putInt(nowS).put(mac(nowS, address)).array();
    return StandardOptionRegistry.ECHO.create(value);
  }

  private boolean isOurs(byte[] value, InetSocketAddress from) {
    if (value.length != TIME_BYTES + MAC_BYTES) {
      return false;
    }
    int madeS = ByteBuffer.wrap(value).getInt();
    // As differences of whole seconds, so that neither the year 2038 nor a clock set back matters.
    int ageS = (int) (clock.millis() / MS_PER_S) - madeS;
    byte[] mac = Arrays.copyOfRange(value, TIME_BYTES, value.length);
    return Math.abs((long) ageS) * MS_PER_S <= echoMs
        && MessageDigest.isEqual(mac, mac(madeS, from));
  }

  private byte[] mac(int timeS, InetSocketAddress address) {
    byte[] host = address.getAddress().getAddress();
    ByteBuffer text = ByteBuffer.allocate(TIME_BYTES + PORT_BYTES + host.length);
    text.putInt(timeS).putInt(address.getPort()).put(host);
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return Arrays.copyOf(mac.doFinal(text.array()), MAC_BYTES);
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }
}
