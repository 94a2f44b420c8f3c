package city.wayside.messages;

import city.wayside.messages.uper.SequenceType;

/// How one kind of message in one version is packed.
///
/// @param standard the family
/// @param word the kind's word: `cam`, `bsm`
/// @param messageId its number in the header or frame
/// @param version the header's protocolVersion, or the edition of SAE J2735
/// @param type its type, header or frame included
public record MessageFormat(
    Standard standard, String word, int messageId, int version, SequenceType type) {

  @Override
  public String toString() {
    return word + " " + version;
  }
}
