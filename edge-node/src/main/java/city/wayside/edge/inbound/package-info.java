/// What the stages share: one message as it came in, the client that sent it, and the receipts by
/// which it is acknowledged. Endpoints make them, on their event loops; receipts are handed back
/// from the uplink's thread.
@NullMarked
package city.wayside.edge.inbound;

import org.jspecify.annotations.NullMarked;
