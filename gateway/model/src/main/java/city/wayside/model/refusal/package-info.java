/// Why a message was turned away: one stable code that is protocol answer, counter label and log
/// word.
@NullMarked
package city.wayside.model.refusal;

import org.jspecify.annotations.NullMarked;
