/// How a configuration key is declared and documented: on the record component that holds it.
@NullMarked
package city.wayside.model.config;

import org.jspecify.annotations.NullMarked;
