package city.wayside.kit.coap.bare;

import city.wayside.kit.coap.DerivedKeys;
import java.net.InetSocketAddress;
import javax.crypto.SecretKey;
import org.eclipse.californium.scandium.dtls.ConnectionId;
import org.eclipse.californium.scandium.dtls.HandshakeResultHandler;
import org.eclipse.californium.scandium.dtls.PskPublicInformation;
import org.eclipse.californium.scandium.dtls.PskSecretResult;
import org.eclipse.californium.scandium.dtls.pskstore.AdvancedPskStore;
import org.eclipse.californium.scandium.util.SecretUtil;
import org.eclipse.californium.scandium.util.ServerNames;
import org.jspecify.annotations.Nullable;

/// Lets everyone in whose key is the one that [DerivedKeys] has for the identity.
final class AnyKey implements AdvancedPskStore {

  @Override
  public boolean hasEcdhePskSupported() {
    return false;
  }

  @Override
  public PskSecretResult requestPskSecretResult(
      ConnectionId cid,
      @Nullable ServerNames names,
      PskPublicInformation identity,
      @Nullable String hmacAlgorithm,
      @Nullable SecretKey otherSecret,
      byte @Nullable [] seed,
      boolean useExtendedMasterSecret) {
    byte[] key = DerivedKeys.of(identity.getPublicInfoAsString()).key();
    return new PskSecretResult(cid, identity, SecretUtil.create(key, "PSK"));
  }

  @Override
  public @Nullable PskPublicInformation getIdentity(
      InetSocketAddress peer, @Nullable ServerNames names) {
    return null;
  }

  @Override
  public void setResultHandler(HandshakeResultHandler handler) {}
}
