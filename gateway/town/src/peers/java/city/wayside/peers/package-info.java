/// Servers of others, started for comparison. No part of the product.
package city.wayside.peers;
