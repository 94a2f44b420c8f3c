package city.wayside.adapters.datex2;

import city.wayside.adapters.outbox.XmlName;
import city.wayside.adapters.outbox.XmlWriter;

/// DATEX II's MultilingualString with one value, and the limit of all its texts.
final class Words {

  /// How many characters the schema lets a text have (com:String, MultilingualStringValueType).
  static final int CHARACTERS_MAX = 1024;

  private static final XmlName VALUES = XmlName.of("com:values");
  private static final XmlName VALUE = XmlName.of("com:value", "lang", "en");
  private static final XmlName NAME = XmlName.of("com:value");

  private Words() {}

  /// The content of a MultilingualString of ours, in English.
  static void write(XmlWriter xml, String text) {
    xml.start(VALUES).element(VALUE, text).end();
  }

  /// The content of a MultilingualString that is a name, in whatever language it is; cut at the
  /// schema's limit.
  static void writeName(XmlWriter xml, String name) {
    xml.start(VALUES).element(NAME, cut(name)).end();
  }

  /// A text that is no longer than the schema allows; never cuts a character in two.
  static String cut(String text) {
    if (text.length() <= CHARACTERS_MAX) {
      return text;
    }
    boolean inPair = Character.isHighSurrogate(text.charAt(CHARACTERS_MAX - 1));
    return text.substring(0, inPair ? CHARACTERS_MAX - 1 : CHARACTERS_MAX);
  }
}
