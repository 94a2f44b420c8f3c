package city.wayside.edge.coap.conform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The cases of the CoAP plugtests that a test covers.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Plugtest {

  /// Their ids.
  String[] value();
}
