@NullMarked
package city.wayside.town.architecture.violation.endpoints.edge.endpoint.coap;

import org.jspecify.annotations.NullMarked;
