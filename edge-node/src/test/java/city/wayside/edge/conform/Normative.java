package city.wayside.edge.conform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The numbered statements that a test would notice being broken.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Normative {

  /// Ids of MQTT 5.
  String[] mqtt5() default {};

  /// Ids of MQTT 3.1.1.
  String[] mqtt311() default {};
}
