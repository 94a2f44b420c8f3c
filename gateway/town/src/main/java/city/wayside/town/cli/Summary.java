package city.wayside.town.cli;

import city.wayside.town.compose.Role;
import city.wayside.town.compose.Town;
import city.wayside.town.compose.TownPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What is said when a town has started: where everything is and how to stop it.
final class Summary {

  private Summary() {}

  /// The lines, for a person.
  static List<String> of(Town town) {
    TownPlan plan = town.plan();
    String web = "http://" + reachable(plan.config().server().host()) + ":" + town.httpPort();
    List<String> lines = new ArrayList<>();
    lines.add(
        "Wayside "
            + plan.version()
            + " is up: "
            + plan.roles().stream().map(Role::word).collect(Collectors.joining(", ")));
    lines.add("  console   " + web + "/");
    lines.add("  API       " + web + "/api/v1/traffic");
    if (plan.roles().contains(Role.CITY_ADAPTERS)) {
      lines.add("  feeds     " + web + "/feeds/");
    }
    lines.add("  health    " + web + "/health/ready   metrics " + web + "/metrics");
    if (plan.roles().contains(Role.EDGE_NODE)) {
      String host = reachable(plan.config().edge().mqtt().host());
      lines.add("  vehicles  mqtt://" + host + ":" + town.mqttPort());
      if (town.coapPort() != 0) {
        String coapHost = reachable(plan.config().edge().coap().host());
        lines.add("            coap://" + coapHost + ":" + town.coapPort());
      }
    }
    if (!town.gridAddress().isEmpty()) {
      lines.add("  grid      " + town.gridAddress());
    }
    lines.add(
        "  network   "
            + plan.network().segmentCount()
            + " segments, version "
            + plan.network().version());
    lines.add("Ctrl-C stops.");
    return lines;
  }

  /// An address that listens everywhere is reached here by the loopback.
  private static String reachable(String host) {
    return host.equals("0.0.0.0") || host.equals("::") ? "127.0.0.1" : host;
  }
}
