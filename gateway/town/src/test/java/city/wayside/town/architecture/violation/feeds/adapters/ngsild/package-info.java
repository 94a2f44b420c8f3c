@NullMarked
package city.wayside.town.architecture.violation.feeds.adapters.ngsild;

import org.jspecify.annotations.NullMarked;
