/// Quotas. A moment flows in, yes or no flows out. Single buckets belong to one thread or lock.
@NullMarked
package city.wayside.edge.rate;

import org.jspecify.annotations.NullMarked;
