/// Tests of the ODE's basic safety messages: its own examples against the packed bytes they were
/// made from, and reasons by hand.
@NullMarked
package city.wayside.messages.json.ode;

import org.jspecify.annotations.NullMarked;
