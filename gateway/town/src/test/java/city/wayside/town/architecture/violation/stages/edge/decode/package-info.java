@NullMarked
package city.wayside.town.architecture.violation.stages.edge.decode;

import org.jspecify.annotations.NullMarked;
