/// Basic safety messages in the JSON of the US DOT's Operational Data Environment (usdot-jpo-ode),
/// in engineering units. UTF-8 bytes flow in, reports flow out. Any thread; stateless.
@NullMarked
package city.wayside.messages.json.ode;

import org.jspecify.annotations.NullMarked;
