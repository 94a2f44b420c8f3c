package city.wayside.adapters;

import city.wayside.adapters.datex2.DatexConfig;
import city.wayside.model.config.Setting;

/// Settings of the city-adapters process, a section for each city system.
///
/// @param datex2 the DATEX II feed
public record AdaptersConfig(@Setting("The DATEX II v3.6 feed.") DatexConfig datex2) {

  /// The defaults of every section.
  public static AdaptersConfig defaults() {
    return new AdaptersConfig(DatexConfig.defaults());
  }
}
