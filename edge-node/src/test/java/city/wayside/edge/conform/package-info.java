/// The protocol's rules, a test for every numbered statement of MQTT 3.1.1 and 5 that concerns us:
/// which one a test is for stands in its annotation, and the list of all statements is held against
/// these annotations. Written against the standard and the topic tree, not against the product.
@NullMarked
package city.wayside.edge.conform;

import org.jspecify.annotations.NullMarked;
