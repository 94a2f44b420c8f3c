/// Fakes of the ports between modules, for anybody's tests: what flows into them is kept and can be
/// looked at, what flows out is told by the test. Any thread.
@NullMarked
package city.wayside.kit.fake;

import org.jspecify.annotations.NullMarked;
