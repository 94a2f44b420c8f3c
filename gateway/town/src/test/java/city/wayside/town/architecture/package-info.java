/// The architecture as tests: every rule of the house, each proven by a deliberate violation.
@NullMarked
package city.wayside.town.architecture;

import org.jspecify.annotations.NullMarked;
