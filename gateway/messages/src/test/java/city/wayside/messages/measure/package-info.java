/// Tests of units and ranges: every mark of absence by hand, every value there and back.
@NullMarked
package city.wayside.messages.measure;

import org.jspecify.annotations.NullMarked;
