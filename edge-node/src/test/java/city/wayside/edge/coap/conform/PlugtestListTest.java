package city.wayside.edge.coap.conform;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.edge.conform.GeneratedPage;
import city.wayside.edge.conform.ListFile;
import city.wayside.edge.conform.TestScan;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Every case of the plugtests has a test, and the page about it is up to date.
class PlugtestListTest {

  private static final int COUNT = 24 + 9 + 6 + 13 + 7;

  private static final String HEAD =
      """
      # CoAP conformance

      Every case of the CoAP plugtests of ETSI and the IETF (CoAP#4), with our tests that do the
      same, or show what this server answers instead. Generated from the list
      `edge-node/src/test/resources/conform/coap-plugtests.txt` and from the `@Plugtest` annotations
      of the tests; a test keeps the page up to date. What a case comes to is put in our own words.
      The cases are published at <https://github.com/cabo/td-coap4>; there is no `TD_COAP_OBS_03`,
      and none between `TD_COAP_CORE_23` and `TD_COAP_CORE_31`.

      The edge node is no general server: clients post to `v1/up/…`, and ask for and observe what
      the gateway sends down. So it answers differently from a server for the plugtests:

      - PUT and DELETE are answered 4.05: there is nothing to be put or deleted.
      - POST is answered 2.04, never 2.01 with a Location: what was taken in has no place of its
        own.
      - A confirmable POST is answered when the grid has what it brought. Where that takes long, it
        is acknowledged first; what is asked for by GET is there at once.
      - If-Match and If-None-Match are answered 4.02: there are no versions to compare. ETag in a
        request is left aside; in long notifications it tells which blocks belong together.
      - Proxy-Uri and Proxy-Scheme are answered 5.05: this is no proxy.
      - Who observes must first echo a value (RFC 9175), once in a while, and so must who asks for a
        long answer. Until then answers have three times as many bytes as the request at most.
      - Only what is assured, hazards above all, is told in confirmable notifications; beacons are
        told in others.
      - A handshake that ends with a wrong shared key is not answered, where the plugtest has the
        alert decrypt_error: an identity that nobody has and a key that is wrong look the same.

      Clients of others, libcoap's over UDP and over DTLS on OpenSSL and GnuTLS, aiocoap's over UDP,
      speak to the edge node in the package `city.wayside.edge.peers`; what no client should send is
      in `city.wayside.edge.coap.hostile`.

      """;

  /// A case.
  ///
  /// @param id its name
  /// @param concern whose it is
  /// @param words what it comes to
  private record Case(String id, Concern concern, String words) {}

  private final List<Case> cases =
      ListFile.read("coap-plugtests.txt").stream()
          .map(parts -> new Case(parts.getFirst(), Concern.ofWord(parts.get(1)), parts.getLast()))
          .toList();
  private final Map<String, SortedSet<String>> testsOf = TestScan.testsOf(PlugtestListTest::ids);

  private static List<String> ids(Method test) {
    Plugtest of = test.getAnnotation(Plugtest.class);
    return of == null ? List.of() : List.of(of.value());
  }

  @Test
  void everyCaseHasATest() {
    assertThat(cases).extracting(Case::id).allSatisfy(id -> assertThat(testsOf).containsKey(id));
  }

  @Test
  void everyTestIsForACase() {
    assertThat(testsOf.keySet()).isSubsetOf(cases.stream().map(Case::id).toList());
  }

  @Test
  void theListIsWhole() {
    assertThat(cases)
        .hasSize(COUNT)
        .extracting(Case::id)
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("TD_COAP_(CORE|LINK|BLOCK|OBS|DTLS)_[0-9]{2}"));
  }

  @Test
  void thePageIsUpToDate() throws IOException {
    new GeneratedPage("COAP-CONFORMANCE.md", PlugtestListTest.class).assertIs(page());
  }

  private String page() {
    StringBuilder page = new StringBuilder(HEAD);
    page.append("## Whose concern\n\n| concern | cases | meaning |\n|---|--:|---|\n");
    for (Concern concern : Concern.values()) {
      long count = cases.stream().filter(each -> each.concern() == concern).count();
      page.append("| %s | %d | %s |\n".formatted(concern.word(), count, concern.meaning()));
    }
    page.append("\n## Cases\n\n| case | what it comes to | concern | tests |\n|---|---|---|---|\n");
    for (Case each : cases) {
      List<String> tests =
          testsOf.getOrDefault(each.id(), new TreeSet<>()).stream()
              .map(test -> "`" + test + "`")
              .toList();
      page.append(
          "| %s | %s | %s | %s |\n"
              .formatted(
                  each.id(),
                  each.words().replace("|", "\\|"),
                  each.concern().word(),
                  String.join("<br>", tests)));
    }
    return page.toString();
  }
}
