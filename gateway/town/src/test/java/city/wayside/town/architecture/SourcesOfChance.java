package city.wayside.town.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;

/// Time, randomness and ids come from outside; only `town`, which composes, reads them.
final class SourcesOfChance {

  private static final Map<String, Set<String>> STATICS =
      Map.of(
          "java.time.Instant", Set.of("now"),
          "java.time.LocalDateTime", Set.of("now"),
          "java.time.ZonedDateTime", Set.of("now"),
          "java.time.OffsetDateTime", Set.of("now"),
          "java.time.Clock", Set.of("systemUTC", "systemDefaultZone", "system"),
          "java.time.InstantSource", Set.of("system"),
          "java.lang.System", Set.of("currentTimeMillis", "nanoTime"),
          "java.lang.Math", Set.of("random"),
          "java.util.UUID", Set.of("randomUUID"),
          "java.util.concurrent.ThreadLocalRandom", Set.of("current"));

  private SourcesOfChance() {}

  static ArchRule rule(String root) {
    return noClasses()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .resideOutsideOfPackage(root + ".town..")
        .should()
        .callCodeUnitWhere(readsAStatic())
        .orShould()
        .callConstructor(java.util.Random.class)
        .allowEmptyShould(true);
  }

  private static DescribedPredicate<JavaCall<?>> readsAStatic() {
    return DescribedPredicate.describe(
        "reads time, chance or an id from a static",
        call -> {
          CodeUnitCallTarget target = call.getTarget();
          return STATICS
              .getOrDefault(target.getOwner().getName(), Set.of())
              .contains(target.getName());
        });
  }
}
