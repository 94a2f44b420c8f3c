@NullMarked
package city.wayside.town.architecture.violation.endpoints.edge.endpoint.mqtt;

import org.jspecify.annotations.NullMarked;
