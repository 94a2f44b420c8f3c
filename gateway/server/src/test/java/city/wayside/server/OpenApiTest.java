package city.wayside.server;

import static org.assertj.core.api.Assertions.assertThat;

import city.wayside.server.http.ApiRoute;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The description and the routes tell the same.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiTest {

  private RunningServer server;
  private JsonObject description;

  @BeforeAll
  void start() throws Exception {
    server = RunningServer.start();
    description = new JsonObject(server.get("/api/v1/openapi.json").body());
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void everyRouteIsDescribedAndNothingElse() {
    Set<String> routes =
        server.server().routes().stream().map(ApiRoute::path).collect(Collectors.toSet());

    assertThat(description.getString("openapi")).startsWith("3.1.");
    assertThat(description.getJsonObject("paths").fieldNames()).isEqualTo(routes);
  }

  @Test
  void parametersMediaTypesAndRolesAreTheRoutesOwn() {
    for (ApiRoute route : server.server().routes()) {
      JsonObject get =
          description.getJsonObject("paths").getJsonObject(route.path()).getJsonObject("get");
      assertThat(queryParameters(get))
          .as(route.path())
          .isEqualTo(new TreeSet<>(route.parameters()));
      String mediaType = route.produces().replaceFirst(";.*", "");
      assertThat(
              get.getJsonObject("responses")
                  .getJsonObject("200")
                  .getJsonObject("content")
                  .fieldNames())
          .as(route.path())
          .containsExactly(mediaType);
      assertThat(get.getJsonArray("security").toString().contains("operatorToken"))
          .as(route.path())
          .isEqualTo(route.forOperators());
    }
  }

  @Test
  void everyReferenceLeadsSomewhere() {
    String text = description.encode();
    TreeMap<String, String> broken = new TreeMap<>();
    for (String part : text.split("\"\\$ref\":\"#/", -1)) {
      String reference = part.substring(0, part.indexOf('"') < 0 ? 0 : part.indexOf('"'));
      if (reference.startsWith("components/") && !exists(reference)) {
        broken.put(reference, "is not there");
      }
    }

    assertThat(broken).isEmpty();
  }

  private boolean exists(String reference) {
    String[] steps = reference.split("/");
    JsonObject kind = description.getJsonObject("components").getJsonObject(steps[1]);
    return kind != null && kind.containsKey(steps[2]);
  }

  private Set<String> queryParameters(JsonObject get) {
    Set<String> names = new TreeSet<>();
    for (Object item : get.getJsonArray("parameters", new JsonArray())) {
      JsonObject parameter = (JsonObject) item;
      String reference = parameter.getString("$ref");
      JsonObject resolved =
          reference == null
              ? parameter
              : description
                  .getJsonObject("components")
                  .getJsonObject("parameters")
                  .getJsonObject(reference.substring(reference.lastIndexOf('/') + 1));
      if (resolved.getString("in").equals("query")) {
        names.add(resolved.getString("name"));
      }
    }
    return names;
  }
}
