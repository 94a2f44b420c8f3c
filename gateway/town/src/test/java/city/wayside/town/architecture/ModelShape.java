package city.wayside.town.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.regex.Pattern;

/// The model is records, enums and interfaces, and every number in a record says its unit.
final class ModelShape {

  private static final Set<String> NUMBERS =
      Set.of("int", "long", "double", "float", "short", "java.lang.Double", "java.lang.Integer");

  /// Last words that say what a number is: units first, then counts, ids and shares.
  private static final Pattern SAYS_ITS_UNIT =
      Pattern.compile(
          ".*(Ms|S|Mm|M|Mps|Kmh|Deg|Vpkm|Vph|Bytes|Count|Id|Index|Code)"
              + "|sequence|epoch|identifier|cursor|revision|vehicles"
              + "|penetration|confidence|share|stdErr");

  private ModelShape() {}

  static ArchRule isValues(String root) {
    return classes()
        .that()
        .resideInAPackage(root + ".model..")
        .should(
            new ArchCondition<JavaClass>("be a record, an enum or an interface") {
              @Override
              public void check(JavaClass item, ConditionEvents events) {
                boolean value =
                    item.isRecord()
                        || item.isEnum()
                        || item.isInterface()
                        || item.isAnonymousClass()
                        || item.getSimpleName().equals("package-info");
                events.add(new SimpleConditionEvent(item, value, item.getName() + " is a class"));
              }
            })
        .allowEmptyShould(true);
  }

  static ArchRule numbersNameTheirUnit(String root) {
    return classes()
        .that()
        .resideInAPackage(root + ".model..")
        .and()
        .areRecords()
        .should(
            new ArchCondition<JavaClass>("name the unit of each number") {
              @Override
              public void check(JavaClass item, ConditionEvents events) {
                for (JavaField field : item.getFields()) {
                  if (!field.getModifiers().contains(JavaModifier.STATIC)
                      && NUMBERS.contains(field.getRawType().getName())) {
                    events.add(
                        new SimpleConditionEvent(
                            field,
                            SAYS_ITS_UNIT.matcher(field.getName()).matches(),
                            field.getFullName() + " does not name its unit"));
                  }
                }
              }
            })
        .allowEmptyShould(true);
  }
}
