/// Passwords: how they are hashed, checked on threads of their own, and remembered for a while once
/// they were right. A name's hash and what the client sent flow in, right or wrong flows out.
@NullMarked
package city.wayside.edge.access.password;

import org.jspecify.annotations.NullMarked;
