@NullMarked
package city.wayside.town.architecture.violation.feeds.adapters.datex2;

import org.jspecify.annotations.NullMarked;
