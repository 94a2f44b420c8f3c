/// The vocabulary: records, enums and sealed interfaces shared by all processes. Uses the JDK only.
@NullMarked
package city.wayside.model;

import org.jspecify.annotations.NullMarked;
