package city.wayside.messages.json.itsclient;

import java.util.List;

/// The roles of those who ask for priority (SAE J2735 BasicVehicleRole), by code.
final class Roles {

  /// The role of one who has none or does not say.
  static final int NONE_CODE = 8;

  /// The largest code.
  static final int CODE_MAX = 23;

  private static final List<String> WORDS =
      List.of(
          "basicVehicle",
          "publicTransport",
          "specialTransport",
          "dangerousGoods",
          "roadWork",
          "roadRescue",
          "emergency",
          "safetyCar",
          "none-unknown",
          "truck",
          "motorcycle",
          "roadSideSource",
          "police",
          "fire",
          "ambulance",
          "dot",
          "transit",
          "slowMoving",
          "stopNgo",
          "cyclist",
          "pedestrian",
          "nonMotorized",
          "military",
          "tram");

  private Roles() {}

  /// The word of a code from 0 to [#CODE_MAX].
  static String word(int code) {
    return WORDS.get(code);
  }

  /// The code of a word; -1 for a word that is none.
  static int code(String word) {
    return WORDS.indexOf(word);
  }
}
