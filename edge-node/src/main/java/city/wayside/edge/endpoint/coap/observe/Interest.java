package city.wayside.edge.endpoint.coap.observe;

import city.wayside.model.area.Quadkey;
import java.util.List;

/// What somebody asks for: branches of the tree of topics.
///
/// @param branches levels with a slash at the end of each, none within another
public record Interest(List<String> branches) {

  /// Takes a copy.
  public Interest {
    branches = List.copyOf(branches);
  }

  /// All that is told of a place.
  public static Interest in(Quadkey tile) {
    return new Interest(List.of("v1/geo/" + tile.levels() + '/'));
  }

  /// All that is for these receivers: a client, stations.
  public static Interest of(List<String> receivers) {
    return new Interest(receivers.stream().map(each -> "v1/down/" + each + '/').toList());
  }
}
