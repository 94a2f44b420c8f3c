package city.wayside.messages.dsrc;

import static city.wayside.messages.uper.Schema.integer;
import static city.wayside.messages.uper.Schema.open;
import static city.wayside.messages.uper.Schema.sequence;

import city.wayside.messages.uper.OpenType;
import city.wayside.messages.uper.SequenceType;

/// What a region may add to a message: a region's number and a value that only it understands. An
/// extension that is not known is passed over and kept as it came.
public final class Regional {

  /// An extension of which no content is known.
  public static final SequenceType EXTENSION = extension();

  private Regional() {}

  /// An extension with what is known of it.
  public static SequenceType extension(OpenType.Entry... known) {
    return sequence("RegionalExtension")
        .field("regionId", integer(0, 255))
        .open("regExtValue", open(known), "regionId")
        .end();
  }
}
