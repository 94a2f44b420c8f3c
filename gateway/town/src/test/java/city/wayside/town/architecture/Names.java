package city.wayside.town.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.regex.Pattern;

/// Names that say nothing are not taken, and what is thrown can be caught as an exception.
final class Names {

  private static final Pattern SAYS_NOTHING =
      Pattern.compile(".*(Util|Utils|Helper|Manager|Impl)|Abstract[A-Z].*");

  private Names() {}

  static ArchRule saySomething(String root) {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .should(
            new ArchCondition<JavaClass>("have a name that says what they are") {
              @Override
              public void check(JavaClass item, ConditionEvents events) {
                boolean fine = !SAYS_NOTHING.matcher(item.getSimpleName()).matches();
                events.add(new SimpleConditionEvent(item, fine, item.getName()));
              }
            })
        .allowEmptyShould(true);
  }

  static ArchRule throwablesAreExceptions(String root) {
    return classes()
        .that()
        .resideInAPackage(root + "..")
        .and()
        .areAssignableTo(Throwable.class)
        .should()
        .beAssignableTo(Exception.class)
        .allowEmptyShould(true);
  }
}
