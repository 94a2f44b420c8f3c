package city.wayside.messages.envelope;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;

/// A public key on the curve NIST P-256, to verify signatures of IEEE 1609.2 in tests.
record P256(PublicKey key) {

  private static final int COORDINATE_BYTES = 32;

  /// Tag of the signature and tag of its point.
  private static final int BEFORE_R_BYTES = 2;

  /// The key of a compressed point.
  ///
  /// @param form `compressed-y-0` or `compressed-y-1`
  /// @param xHex the first coordinate in hexadecimal
  static P256 compressed(String form, String xHex) throws Exception {
    AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
    parameters.init(new ECGenParameterSpec("secp256r1"));
    ECParameterSpec curve = parameters.getParameterSpec(ECParameterSpec.class);
    BigInteger p = ((ECFieldFp) curve.getCurve().getField()).getP();
    BigInteger x = new BigInteger(xHex, 16);
    BigInteger square =
        x.pow(3).add(curve.getCurve().getA().multiply(x)).add(curve.getCurve().getB()).mod(p);
    // p is 3 modulo 4, so a power gives the root.
    BigInteger y = square.modPow(p.add(BigInteger.ONE).shiftRight(2), p);
    if (y.testBit(0) != form.equals("compressed-y-1")) {
      y = p.subtract(y);
    }
    ECPublicKeySpec spec = new ECPublicKeySpec(new ECPoint(x, y), curve);
    return new P256((ECPublicKey) KeyFactory.getInstance("EC").generatePublic(spec));
  }

  /// Verifies as IEEE 1609.2 §5.3.1: over the hash of the hash of what was signed and the hash of
  /// the signer's certificate.
  boolean verifies(byte[] array, Slice tbsData, byte[] certificateHash, Slice signature)
      throws Exception {
    MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
    byte[] tbsHash = sha256.digest(tbsData.of(array));
    sha256.update(tbsHash);
    byte[] digest = sha256.digest(certificateHash);
    byte[] encoded = signature.of(array);
    byte[] rs = Arrays.copyOfRange(encoded, BEFORE_R_BYTES, BEFORE_R_BYTES + 2 * COORDINATE_BYTES);
    Signature ecdsa = Signature.getInstance("NONEwithECDSAinP1363Format");
    ecdsa.initVerify(key);
    ecdsa.update(digest);
    return ecdsa.verify(rs);
  }
}
