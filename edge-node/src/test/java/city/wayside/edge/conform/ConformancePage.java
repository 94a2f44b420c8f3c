package city.wayside.edge.conform;

import city.wayside.edge.conform.Standard.Statement;
import java.util.List;

/// The page that says of each statement which tests it has, or why it needs none.
final class ConformancePage {

  private static final String HEAD =
      """
      # MQTT conformance

      Every numbered normative statement of MQTT 5 and MQTT 3.1.1, with the tests that notice when
      it is broken, or the reason why it does not concern this server. Generated from the lists in
      `edge-node/src/test/resources/conform` and from the `@Normative` annotations of the tests; a
      test keeps the page up to date. What a statement comes to is put in our own words and is no
      substitute for the standard.

      The edge node is no general broker: clients publish to `v1/up/…` and `inQueue/…`, what they
      publish goes to the gateway and to nobody else, and they may subscribe to what it sends
      them. So it answers differently from a broker where the standards leave it the choice:

      - A publication elsewhere is refused with PUBACK or PUBREC 0x90; a filter there with SUBACK
        0x87, or 0x80 in MQTT 3.1.1.
      - QoS 0, 1 and 2 are taken; what goes down has QoS 0 or 1, so a filter is granted 1 at most.
      - RETAIN on a client's publication is passed over. CONNACK does not deny retained messages,
        because the gateway's own geo messages are retained and are delivered to new subscriptions.
      - A will is taken only for `v1/up/{client}/status`; any other is refused with CONNACK 0x90, or
        0x05 in MQTT 3.1.1.
      - Shared subscriptions and enhanced authentication are not offered, and CONNACK, SUBACK 0x9E
        and CONNACK 0x8C say so.
      - Who breaks the protocol is told the reason in MQTT 5, by CONNACK before and by DISCONNECT
        after it was let in, and then cut off; in MQTT 3.1.1 the connection just ends.

      """;

  private ConformancePage() {}

  /// The page.
  static String markdown(Coverage coverage) {
    StringBuilder page = new StringBuilder(HEAD);
    page.append("## Whose duty\n\n| duty | MQTT 5 | MQTT 3.1.1 | meaning |\n|---|--:|--:|---|\n");
    for (Duty duty : Duty.values()) {
      page.append(
          "| %s | %d | %d | %s |\n"
              .formatted(
                  duty.word(),
                  count(Standard.MQTT_5, duty),
                  count(Standard.MQTT_311, duty),
                  duty.meaning()));
    }
    for (Standard standard : Standard.values()) {
      page.append("\n## ").append(standard.title()).append("\n\n");
      page.append("Published at <").append(standard.address()).append(">.\n\n");
      page.append("| statement | what it comes to | tests, or whose duty |\n|---|---|---|\n");
      for (Statement statement : standard.statements()) {
        page.append(row(coverage, standard, statement));
      }
    }
    return page.toString();
  }

  private static String row(Coverage coverage, Standard standard, Statement statement) {
    List<String> tests =
        coverage.tests(standard, statement).stream().map(test -> "`" + test + "`").toList();
    return "| %s | %s | %s |\n"
        .formatted(
            statement.id(),
            statement.words().replace("|", "\\|"),
            statement.duty().isTested()
                ? String.join("<br>", tests)
                : "no test: " + statement.duty().word());
  }

  private static long count(Standard standard, Duty duty) {
    return standard.statements().stream().filter(each -> each.duty() == duty).count();
  }
}
