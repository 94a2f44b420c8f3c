@NullMarked
package city.wayside.town.architecture.violation.stages.edge.admit;

import org.jspecify.annotations.NullMarked;
