package city.wayside.model.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Declares a configuration key on the record component that holds its value. The key is the
/// component's name; a component that is itself a record of settings is a section.
///
/// Components may be `String`, `int`, `long`, `double`, `boolean`, an enum, `Path`, [Secret],
/// `List<String>` or a record whose components are settings; a [Secret] and any `@Nullable`
/// component may be left out with an empty [#otherwise].
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {

  /// What the key decides, in one sentence, with its unit.
  String value();

  /// The default as it would stand in the file; empty for sections and for "not set".
  String otherwise() default "";

  /// The smallest number that is allowed.
  double min() default Double.NEGATIVE_INFINITY;

  /// The largest number that is allowed.
  double max() default Double.POSITIVE_INFINITY;
}
