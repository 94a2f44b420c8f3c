/// Tests of city.wayside.town.clients.
@NullMarked
package city.wayside.town.clients;

import org.jspecify.annotations.NullMarked;
