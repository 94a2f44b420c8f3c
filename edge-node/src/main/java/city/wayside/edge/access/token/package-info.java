/// Signed tokens (JWT, RFC 7519) by which an issuer outside vouches for a client. A token flows in,
/// its claims or a reason flow out. Signatures are checked on threads of their own; the issuer's
/// keys are fetched on virtual threads. Nothing here blocks its caller.
@NullMarked
package city.wayside.edge.access.token;

import org.jspecify.annotations.NullMarked;
