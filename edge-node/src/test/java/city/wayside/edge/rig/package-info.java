/// An edge node to be tested over the wire: what every test of the protocol knows of the product.
/// Nothing else in these tests does, so that they hold for any server that does what it should.
@NullMarked
package city.wayside.edge.rig;

import org.jspecify.annotations.NullMarked;
