package city.wayside.adapters.datex2;

import city.wayside.adapters.outbox.PrivacyTier;
import city.wayside.model.config.Setting;
import city.wayside.model.traffic.WindowLength;

/// Settings of the DATEX II feed.
///
/// @param enabled whether the feed is served
/// @param windowS length of the windows that are published
/// @param tier who may read the feed
/// @param informationStatus whether readers may act on it
/// @param country ISO 3166-1 alpha-2 of the publisher, lower case
/// @param nationalIdentifier the publisher's name within the country
/// @param siteTableId id of the measurement site table
/// @param networkEdition the number that grows with the road network
/// @param emptySites what is said of sites without a value
/// @param documentMbMax the longest document
public record DatexConfig(
    @Setting(value = "Whether the DATEX II feed is served.", otherwise = "true") boolean enabled,
    @Setting(
            value = "Length in seconds of the windows that are published: 60, 300 or 900.",
            otherwise = "60")
        int windowS,
    @Setting(
            value =
                "Who may read the feed, and so how many distinct vehicles a record needs:"
                    + " open (10), restricted (5) or operator (1).",
            otherwise = "open")
        PrivacyTier tier,
    @Setting(
            value =
                "Whether readers may act on the feed: real, test, technical-exercise or"
                    + " security-exercise. Set to real in production.",
            otherwise = "test")
        InformationStatus informationStatus,
    @Setting(
            value = "Country of the publisher, ISO 3166-1 alpha-2 in lower case; zz is nobody's.",
            otherwise = "zz")
        String country,
    @Setting(value = "Name of the publisher, unique within its country.", otherwise = "WAYSIDE")
        String nationalIdentifier,
    @Setting(value = "Id of the measurement site table.", otherwise = "WAYSIDE_SITES")
        String siteTableId,
    @Setting(
            value =
                "Raise by one whenever the road network is replaced, so that the version of the"
                    + " measurement site table grows.",
            otherwise = "1",
            min = 1,
            max = 100_000)
        int networkEdition,
    @Setting(
            value =
                "What is said of a site for which there is nothing to publish: omit, or fault"
                    + " (noDataValuesAvailable).",
            otherwise = "omit")
        EmptySites emptySites,
    @Setting(
            value = "Longest document in MiB; a longer one is not published.",
            otherwise = "256",
            min = 1,
            max = 1024)
        int documentMbMax) {

  private static final int TEXT_CHARACTERS_MAX = 1024;

  /// Refuses what no document could carry.
  public DatexConfig {
    if (WindowLength.ofSeconds(windowS).isEmpty()) {
      throw new IllegalArgumentException("windowS " + windowS + " is not 60, 300 or 900");
    }
    if (!country.matches("[a-z]{2}")) {
      throw new IllegalArgumentException(
          "country \"" + country + "\" is not two lower-case letters");
    }
    requireText("nationalIdentifier", nationalIdentifier);
    requireText("siteTableId", siteTableId);
  }

  /// The defaults, as documented on each setting.
  public static DatexConfig defaults() {
    return new DatexConfig(
        true,
        60,
        PrivacyTier.OPEN,
        InformationStatus.TEST,
        "zz",
        "WAYSIDE",
        "WAYSIDE_SITES",
        1,
        EmptySites.OMIT,
        256);
  }

  /// The length of the windows that are published.
  public WindowLength window() {
    return WindowLength.ofSeconds(windowS).orElseThrow();
  }

  private static void requireText(String key, String value) {
    if (value.isBlank() || value.length() > TEXT_CHARACTERS_MAX) {
      throw new IllegalArgumentException(
          key + " has " + value.length() + " characters, allowed are 1 to " + TEXT_CHARACTERS_MAX);
    }
  }
}
