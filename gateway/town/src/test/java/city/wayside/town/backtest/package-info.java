@NullMarked
package city.wayside.town.backtest;

import org.jspecify.annotations.NullMarked;
