/// What no compiler checks: sizes of files and methods, lengths of lines, words that stay out.
@NullMarked
package city.wayside.town.tidy;

import org.jspecify.annotations.NullMarked;
