package city.wayside.messages.translation;

import city.wayside.messages.uper.Draft;
import city.wayside.messages.uper.Malformed;
import city.wayside.messages.uper.Path;
import city.wayside.messages.uper.Type;
import city.wayside.model.signal.IntersectionKey;

/// Where a message names an intersection (SAE J2735 DF_IntersectionReferenceID).
///
/// @param region its road authority, which may be left out
/// @param id its number there
record IntersectionPlace(Path region, Path id) {

  /// No road authority given.
  private static final int NO_REGION = 0;

  /// The place in a field of a sequence.
  static IntersectionPlace in(Type holder, String field) {
    return new IntersectionPlace(
        Path.of(holder, field + ".region"), Path.of(holder, field + ".id"));
  }

  IntersectionKey read(Values values) {
    return new IntersectionKey((int) values.number(region, NO_REGION), (int) values.number(id, 0));
  }

  void write(Draft draft, long at, IntersectionKey key) throws Malformed {
    if (key.regionId() != NO_REGION) {
      draft.put(at, region, key.regionId());
    }
    draft.put(at, id, key.intersectionId());
  }
}
