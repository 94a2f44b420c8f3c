/// Unaligned packed encoding rules (ITU-T X.691): types that are declared once and read like the
/// standard decode bytes to a [Tape] and encode a tape to bytes. Bad bytes give [Malformed] with
/// code and bit offset. Types are immutable; readers, writers and tapes belong to one thread.
@NullMarked
package city.wayside.messages.uper;

import org.jspecify.annotations.NullMarked;
