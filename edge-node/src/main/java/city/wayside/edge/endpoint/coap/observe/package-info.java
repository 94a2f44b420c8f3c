/// What those who observe are told: who listens to which topics, what is retained for those who
/// come later, and how messages are framed. Nothing here knows of CoAP; any thread.
@NullMarked
package city.wayside.edge.endpoint.coap.observe;

import org.jspecify.annotations.NullMarked;
