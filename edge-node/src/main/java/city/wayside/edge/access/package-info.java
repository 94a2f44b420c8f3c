/// Who may speak: what a client shows when it connects flows in, a grant or a denial flows out.
/// Shared by all endpoints; knows none of them. Never blocks its caller: the registry is asked in
/// batches, slow hashes and signatures have threads of their own, and answers come on any thread.
@NullMarked
package city.wayside.edge.access;

import org.jspecify.annotations.NullMarked;
