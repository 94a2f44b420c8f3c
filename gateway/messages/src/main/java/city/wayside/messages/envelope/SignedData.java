package city.wayside.messages.envelope;

/// A signature and what it covers (IEEE 1609.2 §6.3.4), for whoever verifies it: the signature is
/// over the hash of the hash of `tbsData` and the hash of the signer's certificate (§5.3.1).
///
/// @param hashId what was hashed with
/// @param headerInfo what was signed beside the payload
/// @param signer who signed
/// @param tbsData the bytes that were signed, as received
/// @param algorithm of the signature
/// @param signature the signature's encoding, from the tag that tells its algorithm
public record SignedData(
    HashAlgorithm hashId,
    HeaderInfo headerInfo,
    SignerIdentifier signer,
    Slice tbsData,
    SignatureAlgorithm algorithm,
    Slice signature) {}
