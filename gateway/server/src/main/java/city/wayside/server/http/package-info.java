/// The habits of every route: parameters read and refused precisely, answers with ETag and gzip,
/// problems (RFC 9457), the operator rule. Requests in on the event loop, blocking work on virtual
/// threads, answers out on the event loop.
@NullMarked
package city.wayside.server.http;

import org.jspecify.annotations.NullMarked;
