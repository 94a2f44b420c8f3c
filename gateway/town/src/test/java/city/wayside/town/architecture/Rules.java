package city.wayside.town.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The rules of the architecture for a tree of packages below a root, so that the same rules judge
/// the product and the deliberate violations.
record Rules(String root) {

  private static final List<String> EDGE_STAGES =
      List.of("endpoint.mqtt", "endpoint.coap", "decode", "admit", "detect", "uplink", "downlink");
  private static final List<String> ADAPTERS =
      List.of("datex2", "ngsild", "sensorthings", "croads", "cloudevents", "wzdx", "cifs");

  /// Every rule by its name, in the order of the architecture document.
  Map<String, ArchRule> all() {
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    rules.put("dependencies follow the lines", dependencyLines());
    rules.put("edge stages are strangers", strangers(root + ".edge.", EDGE_STAGES));
    rules.put("endpoints are strangers", endpointsAreStrangers());
    rules.put("adapters are strangers", strangers(root + ".adapters.", ADAPTERS));
    rules.put("the kit calls no server", kitCallsNoServer());
    rules.put("vendors stay behind their doors", vendorsBehindDoors());
    rules.put("packages have no cycles", noCycles());
    rules.put("time and chance are passed in", SourcesOfChance.rule(root));
    rules.put("the model is values", ModelShape.isValues(root));
    rules.put("model numbers name their unit", ModelShape.numbersNameTheirUnit(root));
    rules.put("names say something", Names.saySomething(root));
    rules.put("throwables are exceptions", Names.throwablesAreExceptions(root));
    return rules;
  }

  private ArchRule dependencyLines() {
    return all(
        onlyUses("model"),
        onlyUses("messages", "model"),
        onlyUses("road", "model"),
        onlyUses("grid", "model", "messages", "road"),
        neverUses("kit", "grid"),
        onlyUses("server", "model", "messages", "road", "grid"),
        onlyUses("edge", "model", "messages", "road", "grid"),
        onlyUses("adapters", "model", "messages", "road", "grid"),
        modelUsesTheJdkOnly());
  }

  private ArchRule modelUsesTheJdkOnly() {
    return classes()
        .that()
        .resideInAPackage(root + ".model..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage("java..", "javax.security..", "org.jspecify..")
                .or(resideInAPackage(root + "..")))
        .allowEmptyShould(true);
  }

  private ArchRule onlyUses(String module, String... allowed) {
    String[] packages = new String[allowed.length + 1];
    packages[0] = root + "." + module + "..";
    for (int i = 0; i < allowed.length; i++) {
      packages[i + 1] = root + "." + allowed[i] + "..";
    }
    return noClasses()
        .that()
        .resideInAPackage(root + "." + module + "..")
        .should()
        .dependOnClassesThat(resideInAPackage(root + "..").and(not(resideInAnyPackage(packages))))
        .allowEmptyShould(true);
  }

  private ArchRule neverUses(String module, String forbidden) {
    return noClasses()
        .that()
        .resideInAPackage(root + "." + module + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(root + "." + forbidden + "..")
        .allowEmptyShould(true);
  }

  private ArchRule strangers(String parent, List<String> packages) {
    ArchRule[] rules =
        packages.stream()
            // Endpoints may be strangers by a rule of their own.
            .map(one ->
                (ArchRule)
                    noClasses()
                        .that()
                        .resideInAPackage(parent + one + "..")
                        .should()
                        .dependOnClassesThat(
                            resideInAnyPackage(
                                packages.stream()
                                    .filter(other -> !other.equals(one))
                                    .filter(other -> !bothEndpoints(one, other))
                                    .map(other -> parent + other + "..")
                                    .toArray(String[]::new)))
                        .allowEmptyShould(true))
            .toArray(ArchRule[]::new);
    return all(rules);
  }

  private static boolean bothEndpoints(String one, String other) {
    return one.startsWith("endpoint.") && other.startsWith("endpoint.");
  }

  private ArchRule endpointsAreStrangers() {
    return all(
        neverUses("edge.endpoint.mqtt", "edge.endpoint.coap"),
        neverUses("edge.endpoint.coap", "edge.endpoint.mqtt"));
  }

  private ArchRule kitCallsNoServer() {
    return all(
        neverUses("kit", "server"),
        neverUses("kit", "edge"),
        neverUses("kit", "adapters"),
        neverUses("kit", "town"));
  }

  private ArchRule vendorsBehindDoors() {
    return all(
        onlyIn("io.vertx.mqtt..", root + ".edge.endpoint.mqtt..", root + ".kit.."),
        onlyIn("org.eclipse.californium..", root + ".edge.endpoint.coap..", root + ".kit.."),
        onlyIn("com.hazelcast..", root + ".grid.."),
        onlyIn("io.opentelemetry..", root + "..telemetry..", root + ".town.."));
  }

  private ArchRule onlyIn(String vendor, String... doors) {
    return noClasses()
        .that(resideInAPackage(root + "..").and(not(resideInAnyPackage(doors))))
        .should()
        .dependOnClassesThat()
        .resideInAPackage(vendor)
        .allowEmptyShould(true);
  }

  private ArchRule noCycles() {
    return slices().matching(root + ".(**)").should().beFreeOfCycles().allowEmptyShould(true);
  }

  private static ArchRule all(ArchRule... rules) {
    CompositeArchRule sum = CompositeArchRule.of(rules[0]);
    for (int i = 1; i < rules.length; i++) {
      sum = sum.and(rules[i]);
    }
    return sum;
  }
}
