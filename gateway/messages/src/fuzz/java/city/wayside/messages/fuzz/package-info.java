/// Whatever bytes come, every decoder answers: a value or a refusal, never an exception, never more
/// than a bounded amount of memory or time.
@NullMarked
package city.wayside.messages.fuzz;

import org.jspecify.annotations.NullMarked;
