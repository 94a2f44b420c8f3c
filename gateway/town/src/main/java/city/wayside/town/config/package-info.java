/// Configuration: a YAML file and environment variables in, typed records out, or every problem at
/// once with file, line, key, value and what is allowed. At start; may block.
@NullMarked
package city.wayside.town.config;

import org.jspecify.annotations.NullMarked;
